package org.hillock.onnx.write;

import java.util.List;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.RateFunction;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.proto.AttributeProto;

/** The nodes of what a population makes of its sums. */
final class Functions {

  private final Network network;
  private final Nodes nodes;
  private final Population population;
  private final String output;

  /**
   * Writes into a graph.
   *
   * @param output name of the population's value, which is kept free for it
   */
  Functions(Network network, Nodes nodes, Population population, String output) {
    this.network = network;
    this.nodes = nodes;
    this.population = population;
    this.output = output;
  }

  /**
   * Adds the nodes.
   *
   * @param sum what the neurons add up
   * @param factor the second sum of a product, else empty
   */
  void write(RateFunction function, String sum, String factor) {
    switch (function) {
      case IDENTITY -> last("Identity", List.of(sum));
      case SIGMOID -> last("Sigmoid", List.of(sum));
      case TANH -> last("Tanh", List.of(sum));
      case RELU -> last("Relu", List.of(sum));
      case SOFTPLUS -> last("Softplus", List.of(sum));
      case LEAKY_RELU -> last("LeakyRelu", List.of(sum), Nodes.real("alpha", parameter(0)));
      case ELU -> last("Elu", List.of(sum), Nodes.real("alpha", parameter(0)));
      case HARD_SIGMOID ->
          last(
              "HardSigmoid",
              List.of(sum),
              Nodes.real("alpha", parameter(0)),
              Nodes.real("beta", parameter(1)));
      case GELU -> gelu(sum);
      case GELU_TANH -> roughGelu(sum);
      case SILU -> last("Mul", List.of(sum, inner("Sigmoid", sum)));
      case STEP -> step(sum);
      case SOFTMAX -> shares("Softmax", sum);
      case LOG_SOFTMAX -> shares("LogSoftmax", sum);
      case PRODUCT -> last("Mul", List.of(sum, factor));
    }
  }

  private void last(String operator, List<String> inputs, AttributeProto... attributes) {
    nodes.addNamed(operator, output, inputs, List.of(attributes));
  }

  private String inner(String operator, String... inputs) {
    return nodes.add(
        operator, population.name() + "_" + operator.toLowerCase(java.util.Locale.ROOT), inputs);
  }

  private String number(double value) {
    return nodes.number(population.name() + "_number", value);
  }

  /** A parameter that all neurons share. */
  private double parameter(int index) {
    double[] all = RateFunction.parameters(network, population).get(index);
    for (double one : all) {
      if (one != all[0]) {
        throw new UsageException(
            "populations." + population.name() + ".params",
            "differ from neuron to neuron, but an ONNX operator has one for all");
      }
    }
    return all[0];
  }

  private void gelu(String sum) {
    String bent = inner("Erf", inner("Mul", sum, number(Math.sqrt(0.5))));
    String half = inner("Mul", sum, number(0.5));
    last("Mul", List.of(half, inner("Add", bent, number(1))));
  }

  private void roughGelu(String sum) {
    String cube = inner("Mul", sum, inner("Mul", sum, sum));
    String wide = inner("Add", sum, inner("Mul", cube, number(RateFunction.TANH_CUBE)));
    String bent = inner("Tanh", inner("Mul", wide, number(RateFunction.TANH_SLOPE)));
    String half = inner("Mul", sum, number(0.5));
    last("Mul", List.of(half, inner("Add", bent, number(1))));
  }

  private void step(String sum) {
    String above = inner("Greater", sum, number(0));
    last("Cast", List.of(above), Nodes.whole("to", ElementType.FLOAT.number()));
  }

  /** Over the whole population, wherever its neurons lie. */
  private void shares(String operator, String sum) {
    Layout layout = new Layout(population.shape());
    if (!layout.isSheet()) {
      last(operator, List.of(sum), Nodes.whole("axis", 1));
      return;
    }
    String flat = inner("Flatten", sum);
    String shared =
        nodes.add(
            operator,
            population.name() + "_shares",
            List.of(flat),
            List.of(Nodes.whole("axis", 1)));
    long[] own = layout.dims();
    String shape = nodes.wholes(population.name() + "_shape", -1, own[0], own[1], own[2]);
    last("Reshape", List.of(shared, shape));
  }
}
