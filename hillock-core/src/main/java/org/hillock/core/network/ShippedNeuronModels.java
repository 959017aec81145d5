package org.hillock.core.network;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.NeuronModel.Family;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.NeuronModel.Receptor.Sign;
import org.hillock.core.network.NeuronModel.Variable;
import org.hillock.core.network.ParameterSpec.Range;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Quantity;

/** The neuron models that come with Hillock and are no equations in time: rates and sources. */
final class ShippedNeuronModels {

  private static final Variable SPIKES =
      new Variable("spikes", "", "1 in a step in which the neuron fires");
  private static final Variable VALUE = new Variable("value", "", "output");
  private static final Variable SUM =
      new Variable("sum", "", "the sum at the hillock, Σ w·a + b, before the nonlinearity");

  private ShippedNeuronModels() {}

  private static Receptor signed(String port, Dimension weight) {
    return new Receptor("signed", Sign.AS_GIVEN, port, port, weight);
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

  private static ParameterSpec parameter(
      String name, double value, String unit, Range range, String meaning) {
    return new ParameterSpec(name, Quantity.of(value, unit), range, meaning);
  }
}
