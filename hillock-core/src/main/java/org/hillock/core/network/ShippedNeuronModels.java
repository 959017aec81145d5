package org.hillock.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.NeuronModel.Family;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.NeuronModel.Receptor.Sign;
import org.hillock.core.network.NeuronModel.Variable;
import org.hillock.core.network.ParameterSpec.Range;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Quantity;

/** The neuron models that come with Hillock. */
final class ShippedNeuronModels {

  private static final Variable SPIKES =
      new Variable("spikes", "", "1 in a step in which the neuron fires");
  private static final Variable POTENTIAL = new Variable("v", "mV", "membrane potential");
  private static final Variable VALUE = new Variable("value", "", "output");
  private static final Variable SUM =
      new Variable("sum", "", "the sum at the hillock, Σ w·a + b, before the nonlinearity");

  private ShippedNeuronModels() {}

  private static Receptor signed(String port, Dimension weight) {
    return new Receptor("signed", Sign.AS_GIVEN, port, port, weight);
  }

  /** Receptors of a model with one variable for whatever arrives. */
  private static List<Receptor> onto(String port) {
    return List.of(
        signed(port, Dimension.VOLTAGE),
        new Receptor("excitatory", Sign.EXCITES, port, port, Dimension.VOLTAGE),
        new Receptor("inhibitory", Sign.INHIBITS, port, port, Dimension.VOLTAGE));
  }

  static List<NeuronModel> all() {
    return List.of(
        new NeuronModel(
            "input",
            Family.RATE,
            "Holds the number that a stimulus gives it, and 0 without one.",
            "",
            List.of(),
            List.of(),
            List.of(VALUE),
            Optional.empty()),
        rate("identity", "a = z.", ""),
        rate("sigmoid", "a = 1 / (1 + exp(-z)).", ""),
        rate("tanh", "a = tanh z.", ""),
        rate("relu", "a = max(0, z).", ""),
        rate("softmax", "a_i = exp z_i / Σ_j exp z_j over the population.", ""),
        rate("step", "a = 1 where z > 0, else 0 (McCulloch and Pitts).", "10.1007/BF02478259"),
        perfectIntegrator(),
        lifDelta(),
        lifExponential(),
        lifShiu(),
        new NeuronModel(
            "poisson",
            Family.SOURCE,
            "Fires at random, a Poisson number of times each step, independently of the past.",
            "",
            List.of(parameter("rate", 0, "Hz", Range.NOT_NEGATIVE, "mean firing rate")),
            List.of(),
            List.of(SPIKES),
            Optional.empty()),
        new NeuronModel(
            "spike-list",
            Family.SOURCE,
            "Fires at listed times.",
            "",
            List.of(),
            List.of(),
            List.of(SPIKES),
            Optional.empty()));
  }

  private static NeuronModel rate(String name, String equation, String doi) {
    return new NeuronModel(
        name,
        Family.RATE,
        equation,
        doi,
        List.of(),
        List.of(signed("sum", Dimension.NONE)),
        List.of(VALUE, SUM),
        Optional.of(Dimension.NONE));
  }

  private static NeuronModel perfectIntegrator() {
    return new NeuronModel(
        "if",
        Family.SPIKING,
        "Perfect integrator: dv/dt = bias, an arriving spike adds w; at v >= v_th it fires and v_th -"
            + " v_rest is subtracted.",
        "10.3389/fnins.2017.00682",
        List.of(
            parameter("v_rest", 0, "mV", Range.ANY, "potential that a reset counts from"),
            parameter("v_th", 1, "mV", Range.ANY, "threshold, above v_rest"),
            parameter("v_init", 0, "mV", Range.ANY, "potential at the start")),
        onto("v"),
        List.of(SPIKES, POTENTIAL),
        Optional.of(Dimension.VOLTAGE_RATE));
  }

  private static NeuronModel lifDelta() {
    return new NeuronModel(
        "lif-delta",
        Family.SPIKING,
        "Leaky integrate-and-fire with delta synapses: tau_m dv/dt = v_rest - v + bias·tau_m, an"
            + " arriving spike adds w to v.",
        "10.1023/A:1008925309027",
        List.of(
            parameter("tau_m", 20, "ms", Range.POSITIVE, "membrane time constant"),
            parameter("v_rest", 0, "mV", Range.ANY, "resting potential"),
            parameter("v_th", 20, "mV", Range.ANY, "threshold, above v_reset"),
            parameter("v_reset", 0, "mV", Range.ANY, "potential after a spike"),
            parameter("v_init", 0, "mV", Range.ANY, "potential at the start"),
            parameter("t_ref", 2, "ms", Range.NOT_NEGATIVE, "refractory time")),
        onto("v"),
        List.of(SPIKES, POTENTIAL),
        Optional.of(Dimension.VOLTAGE_RATE));
  }

  private static NeuronModel lifExponential() {
    return new NeuronModel(
        "lif-exp",
        Family.SPIKING,
        "Leaky integrate-and-fire with exponential currents: tau_m dv/dt = v_rest - v + (tau_m/c_m)"
            + "(i_exc + i_inh + bias), tau_syn di/dt = -i, an arriving spike adds w to i.",
        "10.1093/cercor/bhs358",
        List.of(
            parameter("tau_m", 10, "ms", Range.POSITIVE, "membrane time constant"),
            parameter("c_m", 250, "pF", Range.POSITIVE, "membrane capacitance"),
            parameter("v_rest", -65, "mV", Range.ANY, "resting potential"),
            parameter("v_th", -50, "mV", Range.ANY, "threshold, above v_reset"),
            parameter("v_reset", -65, "mV", Range.ANY, "potential after a spike"),
            parameter("v_init", -65, "mV", Range.ANY, "potential at the start"),
            parameter("t_ref", 2, "ms", Range.NOT_NEGATIVE, "refractory time"),
            parameter("tau_exc", 0.5, "ms", Range.POSITIVE, "decay of excitatory currents"),
            parameter("tau_inh", 0.5, "ms", Range.POSITIVE, "decay of inhibitory currents")),
        List.of(
            new Receptor("signed", Sign.AS_GIVEN, "i_exc", "i_inh", Dimension.CURRENT),
            new Receptor("excitatory", Sign.EXCITES, "i_exc", "i_exc", Dimension.CURRENT),
            new Receptor("inhibitory", Sign.INHIBITS, "i_inh", "i_inh", Dimension.CURRENT)),
        List.of(
            SPIKES,
            POTENTIAL,
            new Variable("i_exc", "pA", "excitatory synaptic current"),
            new Variable("i_inh", "pA", "inhibitory synaptic current")),
        Optional.of(Dimension.CURRENT));
  }

  private static NeuronModel lifShiu() {
    List<Receptor> receptors = new ArrayList<>(onto("g"));
    receptors.add(new Receptor("direct", Sign.AS_GIVEN, "v", "v", Dimension.VOLTAGE));
    return new NeuronModel(
        "lif-shiu",
        Family.SPIKING,
        "Cell of the whole-brain fly model: tau_m dv/dt = v_rest - v + g + bias·tau_m, tau_syn dg/dt"
            + " = -g, an arriving spike adds w to g, or to v at receptor 'direct'; at v > v_th it"
            + " fires, v is reset and g becomes 0; both are held while it is refractory.",
        "10.1038/s41586-024-07763-9",
        List.of(
            parameter("tau_m", 20, "ms", Range.POSITIVE, "membrane time constant"),
            parameter("tau_syn", 5, "ms", Range.POSITIVE, "decay of g"),
            parameter("v_rest", -52, "mV", Range.ANY, "resting potential"),
            parameter("v_th", -45, "mV", Range.ANY, "threshold, above v_reset"),
            parameter("v_reset", -52, "mV", Range.ANY, "potential after a spike"),
            parameter("v_init", -52, "mV", Range.ANY, "potential at the start"),
            parameter("t_ref", 2.2, "ms", Range.NOT_NEGATIVE, "refractory time")),
        receptors,
        List.of(SPIKES, POTENTIAL, new Variable("g", "mV", "synaptic drive")),
        Optional.of(Dimension.VOLTAGE_RATE));
  }

  private static ParameterSpec parameter(
      String name, double value, String unit, Range range, String meaning) {
    return new ParameterSpec(name, Quantity.of(value, unit), range, meaning);
  }
}
