package org.hillock.spiking.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Neurons of every shipped model, cut out of a network in which all their receptors are used. */
class CutModelsTest {

  /** Of these all that is explained goes in straight lines between spikes. */
  private static final List<String> STRAIGHT =
      List.of("if", "lif-exp", "lif-delta", "lif-alpha", "lif-shiu", "noise-current");

  static List<String> models() {
    return NeuronModels.all().stream()
        .filter(m -> m.equations().isPresent())
        .filter(m -> m.takesSynapses() || !m.equations().get().states().isEmpty())
        .map(NeuronModel::name)
        .toList();
  }

  /** Three neurons that every receptor of the model brings something to, and that drive on. */
  private static Network network(String model) {
    NeuronModel of = NeuronModels.named("neuron", model);
    boolean spiking = of.family() == NeuronModel.Family.SPIKING;
    NetworkBuilder builder =
        Network.builder(model)
            .seed(3)
            .population("noise", 6, "poisson", p -> p.param("rate", "300 Hz"))
            .population("wave", 2, "sine-current", p -> p.param("amplitude", "1"))
            .population("cell", 3, of, p -> of.biasDimension().isEmpty() ? p : p.bias(bias(of)))
            .population("next", 2, "lif-cond");
    for (NeuronModel.Receptor receptor : of.receptors()) {
      boolean event =
          of.equations().get().events().stream().anyMatch(e -> e.name().equals(receptor.port()));
      boolean input =
          of.equations().get().inputs().stream().anyMatch(e -> e.name().equals(receptor.port()));
      String from = event ? "noise" : input ? "wave" : "cell";
      builder.projection(
          "to_" + receptor.name(),
          from,
          "cell",
          new Connectivity.AllToAll(true),
          p -> {
            var parts = p.weight(weight(receptor, event, input)).receptor(receptor.name());
            return event ? parts.delay("0.7 ms") : parts;
          });
    }
    builder.projection(
        "on",
        "cell",
        "next",
        new Connectivity.AllToAll(true),
        p -> p.weight(spiking ? "4 nS" : "30 nS").receptor("excitatory").delay("1 ms"));
    return builder.build();
  }

  private static Values bias(NeuronModel of) {
    Unit unit = Unit.coherent(of.biasDimension().orElseThrow());
    double size =
        switch (unit.symbol()) {
          case "pA" -> 350;
          case "mV/ms" -> 0.4;
          default -> 1.5;
        };
    return Values.listed(Numbers.of(new double[] {size, 2 * size, 0}), unit.symbol());
  }

  private static String weight(NeuronModel.Receptor receptor, boolean event, boolean input) {
    Unit unit = Unit.coherent(receptor.weight());
    double size =
        switch (unit.symbol()) {
          case "mV" -> 4;
          case "pA" -> input ? 200 : 300;
          case "nS" -> receptor.sign() == NeuronModel.Receptor.Sign.INHIBITS ? 1 : event ? 6 : 1;
          case "mV/ms" -> 2;
          default -> 1;
        };
    return size + " " + unit.symbol();
  }

  @ParameterizedTest
  @MethodSource("models")
  void historyIsATermOfItsOwn(String model) {
    TermsContract contract = new TermsContract(network(model), 0.1, 12.3).check(3, 157);
    assertThat(contract.additive().get("cell")).isEqualTo(STRAIGHT.contains(model));
  }

  @ParameterizedTest
  @MethodSource("models")
  void whatIsCutOutIsTheNeuron(String model) {
    TermsContract contract = new TermsContract(network(model), 0.1, 0).check(4, 117);
    assertThat(contract.additive().get("cell")).isEqualTo(STRAIGHT.contains(model));
    assertThat(contract.spikes()).isPositive();
  }
}
