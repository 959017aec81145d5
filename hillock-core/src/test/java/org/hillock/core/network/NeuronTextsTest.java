package org.hillock.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hillock.core.equation.GoodTexts;
import org.hillock.core.network.NeuronModel.Family;
import org.hillock.core.network.NeuronModel.Receptor.Sign;
import org.hillock.core.network.NeuronModel.Variable;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.Wiring;
import org.junit.jupiter.api.Test;

class NeuronTextsTest {

  private static NeuronModel read(String name) {
    return NeuronTexts.read(name + ".neuron", GoodTexts.of(name));
  }

  @Test
  void aTextGivesAModel() {
    NeuronModel model = read("adex");
    assertThat(model.family()).isEqualTo(Family.SPIKING);
    assertThat(model.variables())
        .extracting(Variable::name)
        .containsExactly("spikes", "v", "w_ad", "g_e", "g_i", "i_exp");
    assertThat(model.parameter("c_m").orElseThrow().range())
        .isEqualTo(ParameterSpec.Range.POSITIVE);
    assertThat(model.receptor("inhibitory").orElseThrow().sign()).isEqualTo(Sign.INHIBITS);
    assertThat(model.biasDimension()).contains(Dimension.CURRENT);
    assertThat(model.equations()).isPresent();
    assertThat(model).isEqualTo(read("adex"));
  }

  @Test
  void aNeuronThatSendsNumbersShowsThemFirst() {
    NeuronModel model = read("wilson-cowan");
    assertThat(model.family()).isEqualTo(Family.RATE);
    // s, its response, follows from the input too and so cannot be recorded
    assertThat(model.variables()).extracting(Variable::name).containsExactly("value", "r");
    assertThat(model.variables().getFirst().meaning()).isEqualTo("output: r");
    assertThat(model.receptors()).extracting(r -> r.name()).containsExactly("drive");
  }

  @Test
  void aNeuronWithoutReceptorsIsASource() {
    String text = "parameter rate = 5 Hz >= 0\nspike when uniform() < rate*dt";
    assertThat(NeuronTexts.read("t", "noise", text).family()).isEqualTo(Family.SOURCE);
  }

  @Test
  void aNetworkMeasuresWeightsAndBiasesAsTheTextDoes() {
    Network network =
        Network.builder("n")
            .population("noise", 2, "poisson", p -> p.param("rate", "5 Hz"))
            .population(
                "cells",
                3,
                read("adex"),
                p -> p.param("v_init", "-60 mV").bias(Values.constant(0.5, "nA")))
            .projection(
                "noise",
                "cells",
                new Connectivity.Dense(),
                c -> c.weight("0.002 uS").receptor("inhibitory"))
            .build();
    Projection projection = network.projection("noise_cells");
    assertThat(Wiring.weightUnit(network, projection)).isEqualTo(Unit.parse("nS"));
    assertThat(Wiring.of(network, projection).weight()).containsOnly(-2.0);
    assertThat(Parameters.bias(network, network.population("cells"))).containsOnly(500.0);
    assertThat(network.population("cells").neuron()).isEqualTo("adex-text");
    NetworkBuilder wrong =
        Network.builder("n")
            .population("noise", 2, "poisson")
            .population("cells", 3, read("adex"), p -> p)
            .projection("noise", "cells", new Connectivity.Dense(), c -> c.weight("2 mV"));
    assertThatThrownBy(wrong::build).hasMessageContaining("a conductance");
  }

  @Test
  void eachParameterOfManyIsDrawnByItself() {
    StringBuilder text = new StringBuilder("neuron many\nstate v = 0\noutput v\n");
    for (int i = 0; i < 128; i++) {
      text.append("parameter p").append(i).append(" = 0\n");
    }
    NeuronModel model = NeuronTexts.read("t", text.toString());
    Values drawn = new Values.Drawn(new Distribution.Uniform(0, 1, Unit.NONE));
    Network network =
        Network.builder("n")
            .population(
                "a",
                1,
                model,
                p -> {
                  model.parameters().forEach(spec -> p.param(spec.name(), drawn));
                  return p;
                })
            .population("b", 1, model, p -> p.param("p0", drawn))
            .build();
    java.util.Set<Double> numbers = new java.util.HashSet<>();
    Population a = network.population("a");
    model.parameters().forEach(p -> numbers.add(Parameters.of(network, a, p.name(), Unit.NONE)[0]));
    numbers.add(Parameters.of(network, network.population("b"), "p0", Unit.NONE)[0]);
    assertThat(numbers).hasSize(129);
  }

  @Test
  void aModelOfOnesOwnHasANameOfItsOwn() {
    NeuronModel taken = NeuronTexts.read("t", "lif-exp", "state r = 0\noutput r");
    assertThatThrownBy(() -> Network.builder("n").population("a", 1, taken, p -> p))
        .hasMessage(
            "populations.a.neuron: 'lif-exp' is the name of a neuron model that comes with"
                + " Hillock; choose another");
    NeuronModel one = NeuronTexts.read("t", "mine", "state r = 0\noutput r");
    NeuronModel other = NeuronTexts.read("t", "mine", "state r = 1\noutput r");
    assertThatThrownBy(() ->
            Network.builder("n")
                .population("a", 1, one, p -> p)
                .population("b", 1, other, p -> p)
                .build())
        .hasMessage("populations.b.neuron: two different neuron models are named 'mine'");
  }

  @Test
  void inATextOfOnesOwnThresholdsMayLieAnywhere() {
    String text =
        "parameter v_th = 1\nparameter v_reset = 2\nstate x = 2\n"
            + "dx/dt = -x/ms\nspike when x < v_th\nreset: x = v_reset";
    Network network =
        Network.builder("n")
            .population("a", 1, NeuronTexts.read("t", "faller", text), p -> p.param("v_th", "0.5"))
            .build();
    assertThat(network.population("a").param("v_th")).isEqualTo(Values.constant(0.5));
  }

  @Test
  void shippedTextsAreReadWhenTheyAreAskedFor() {
    ShippedTexts texts = new ShippedTexts("shipped-sample");
    assertThat(texts.names()).containsExactly("sample", "missing");
    assertThat(texts.model("sample").get().name()).isEqualTo("sample");
    assertThatThrownBy(texts.model("missing")::get).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void everyShippedTextIsRead() {
    for (String name : new ShippedTexts(ShippedTexts.FOLDER).names()) {
      NeuronModel model = NeuronModels.named("", name);
      assertThat(model.meaning()).as(name).isNotEmpty();
      // sources of currents that are no paper's
      boolean ours = name.equals("step-current") || name.equals("sine-current");
      assertThat(model.doi().isEmpty()).as(name).isEqualTo(ours);
      assertThat(model.parameters()).as(name).allSatisfy(p -> assertThat(p.meaning()).isNotEmpty());
    }
  }
}
