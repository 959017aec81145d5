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
        rate(
            "leaky-relu",
            "a = z where z >= 0, else α·z.",
            "",
            plain("alpha", 0.01, "slope below 0")),
        rate(
            "elu",
            "a = z where z >= 0, else α·(exp z - 1).",
            "10.48550/arXiv.1511.07289",
            plain("alpha", 1, "how far below 0 it goes")),
        rate(
            "gelu",
            "a = z·Φ(z), where Φ is the standard normal distribution.",
            "10.48550/arXiv.1606.08415"),
        rate(
            "gelu-tanh",
            "a = z/2·(1 + tanh(√(2/π)·(z + 0.044715·z³))), close to gelu.",
            "10.48550/arXiv.1606.08415"),
        rate("silu", "a = z / (1 + exp(-z)).", "10.48550/arXiv.1702.03118"),
        rate("softplus", "a = ln(1 + exp z).", ""),
        rate(
            "hard-sigmoid",
            "a = α·z + β, at least 0 and at most 1.",
            "",
            plain("alpha", 0.2, "slope"),
            plain("beta", 0.5, "value at 0")),
        rate("softmax", "a_i = exp z_i / Σ_j exp z_j over the population.", ""),
        rate("log-softmax", "a_i = z_i - ln Σ_j exp z_j over the population.", ""),
        product(),
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

  private static ParameterSpec plain(String name, double standard, String meaning) {
    return new ParameterSpec(name, Quantity.of(standard), Range.ANY, meaning);
  }

  /** What a gate is made of: one sum lets through as much of the other as it says. */
  private static NeuronModel product() {
    return new NeuronModel(
        "product",
        Family.RATE,
        "a = (z + b)·z', where z is the sum at 'left', b the bias, and z' the sum at 'right'.",
        "",
        List.of(),
        List.of(
            new Receptor("left", Sign.AS_GIVEN, "sum", "sum", Dimension.NONE),
            new Receptor(
                RateFunction.RIGHT,
                Sign.AS_GIVEN,
                RateFunction.RIGHT,
                RateFunction.RIGHT,
                Dimension.NONE)),
        List.of(
            VALUE,
            new Variable("sum", "", "the sum at 'left', Σ w·a + b"),
            new Variable(RateFunction.RIGHT, "", "the sum at 'right', Σ w·a")),
        Optional.of(Dimension.NONE));
  }

  private static NeuronModel rate(
      String name, String equation, String doi, ParameterSpec... parameters) {
    return new NeuronModel(
        name,
        Family.RATE,
        equation,
        doi,
        List.of(parameters),
        List.of(signed("sum", Dimension.NONE)),
        List.of(VALUE, SUM),
        Optional.of(Dimension.NONE));
  }

  private static ParameterSpec parameter(
      String name, double value, String unit, Range range, String meaning) {
    return new ParameterSpec(name, Quantity.of(value, unit), range, meaning);
  }
}
