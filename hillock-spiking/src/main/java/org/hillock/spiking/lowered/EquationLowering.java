package org.hillock.spiking.lowered;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.Parameters;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.StepCompiler;

/** Lowers a population whose neurons are told by equations. */
final class EquationLowering {

  /** Ever refractory: more steps than a counter of them leaves room for. */
  private static final int MOST_REFRACTORY_STEPS = 1 << 29;

  private final Network network;
  private final TimeGrid grid;
  private final Population population;

  EquationLowering(Network network, TimeGrid grid, Population population) {
    this.network = network;
    this.grid = grid;
    this.population = population;
  }

  double stepMs() {
    return grid.stepMs();
  }

  LoweredEquations lower() {
    String path = "populations." + population.name();
    LoweredEquations lowered;
    try {
      lowered = lower(equations());
    } catch (UsageException e) {
      throw e.path().isEmpty() ? new UsageException(path, String.valueOf(e.getMessage())) : e;
    }
    FirstStep.check(path, lowered);
    return lowered;
  }

  NeuronEquations equations() {
    NeuronModel model = population.model();
    return model
        .equations()
        .orElseThrow(() ->
            new UsageException(
                "populations." + population.name() + ".neuron",
                "model '" + model.name() + "' has no equations"));
  }

  /** Lowers other equations of the same states and parameters. */
  LoweredEquations lower(NeuronEquations equations) {
    NeuronModel model = population.model();
    List<String> names = model.parameters().stream().map(ParameterSpec::name).toList();
    double[][] parameters = new double[names.size() + 1][];
    for (int k = 0; k < names.size(); k++) {
      Unit unit = Unit.coherent(model.parameters().get(k).standard().unit().dimension());
      parameters[k] = Parameters.of(network, population, names.get(k), unit);
    }
    parameters[names.size()] = Parameters.bias(network, population);
    Set<String> negative = new HashSet<>();
    for (Receptor receptor : model.receptors()) {
      if (receptor.name().equals(receptor.port()) && receptor.sign() == Receptor.Sign.INHIBITS) {
        negative.add(receptor.port());
      }
    }
    checkOrder(model, parameters, names);
    String path = "populations." + population.name() + ": refractory time";
    List<String> ports = ports(equations);
    return new StepCompiler(equations, names, parameters, ports, negative, grid.stepMs())
        .gaining(Modulation.gained(network, population.name(), ports))
        .compile(ms -> (int) Math.min(MOST_REFRACTORY_STEPS, grid.nearest(path, ms)));
  }

  /** Lists and distributions can break for one neuron what holds for the population. */
  private void checkOrder(NeuronModel model, double[][] parameters, List<String> names) {
    String below = names.contains("v_reset") ? "v_reset" : "v_rest";
    if (!NeuronModels.known(model.name())) {
      // a text of one's own may mean something else by these names
      return;
    }
    if (!names.contains("v_th") || !names.contains(below)) {
      return;
    }
    double[] threshold = parameters[names.indexOf("v_th")];
    double[] low = parameters[names.indexOf(below)];
    for (int i = 0; i < low.length; i++) {
      if (!(threshold[i] > low[i])) {
        throw new UsageException(
            "populations." + population.name() + ".params.v_th",
            "neuron "
                + i
                + ": "
                + Quantity.text(threshold[i])
                + " mV is not above "
                + below
                + " "
                + Quantity.text(low[i])
                + " mV");
      }
    }
  }

  /** The ports that synapses of the network end at, in the order of the equations. */
  private List<String> ports(NeuronEquations equations) {
    Set<String> used = new LinkedHashSet<>();
    for (Projection p : network.into(population.name())) {
      used.add(network.receptor(p).port());
      used.add(network.receptor(p).portBelow0());
    }
    List<String> ports = new ArrayList<>();
    for (NeuronEquations.EventPort port : equations.events()) {
      if (used.contains(port.name())) {
        ports.add(port.name());
      }
    }
    return ports;
  }
}
