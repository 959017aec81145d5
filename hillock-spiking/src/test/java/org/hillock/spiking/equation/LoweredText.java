package org.hillock.spiking.equation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.quantity.Unit;

/** Lowers neuron texts without a network around them. Values are in coherent units. */
public final class LoweredText {

  private final NeuronModel model;
  private final List<String> names;

  /** By parameter and neuron, the bias last. */
  private final double[][] values;

  private LoweredText(NeuronModel model, int neurons) {
    this.model = model;
    names = model.parameters().stream().map(ParameterSpec::name).toList();
    values = new double[names.size() + 1][neurons];
    for (int k = 0; k < names.size(); k++) {
      var standard = model.parameters().get(k).standard();
      Arrays.fill(values[k], standard.in(Unit.coherent(standard.unit().dimension())));
    }
  }

  /** Neurons of a text that comes with Hillock. */
  public static LoweredText shipped(String name, int neurons) {
    return new LoweredText(NeuronModels.named("", name), neurons);
  }

  /** Neurons of another text. */
  public static LoweredText of(String text, int neurons) {
    return new LoweredText(NeuronTexts.read("test", text), neurons);
  }

  /** Gives all neurons a value of a parameter, or of {@code bias}. */
  public LoweredText with(String parameter, double value) {
    return with(parameter, _ -> value);
  }

  /** Gives each neuron a value of a parameter, or of {@code bias}. */
  public LoweredText with(String parameter, IntToDoubleFunction value) {
    int k = parameter.equals("bias") ? names.size() : names.indexOf(parameter);
    Arrays.setAll(values[k], value);
    return this;
  }

  /** A value that was given. */
  public double get(String parameter, int neuron) {
    return values[parameter.equals("bias") ? names.size() : names.indexOf(parameter)][neuron];
  }

  /**
   * Lowers them; refractory times are rounded to steps.
   *
   * @param ports that spikes can arrive at
   */
  public LoweredEquations lower(double stepMs, String... ports) {
    Set<String> negative = new HashSet<>();
    for (Receptor receptor : model.receptors()) {
      if (receptor.name().equals(receptor.port()) && receptor.sign() == Receptor.Sign.INHIBITS) {
        negative.add(receptor.port());
      }
    }
    return new StepCompiler(
            model.equations().orElseThrow(), names, values, List.of(ports), negative, stepMs)
        .compile(ms -> Math.toIntExact(Math.round(ms / stepMs)));
  }
}
