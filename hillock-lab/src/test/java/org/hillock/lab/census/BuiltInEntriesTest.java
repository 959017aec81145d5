package org.hillock.lab.census;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.core.census.Amount;
import org.hillock.core.census.Answer;
import org.hillock.core.census.Architecture;
import org.hillock.core.census.Census;
import org.hillock.core.census.Counted;
import org.hillock.core.census.Counts;
import org.hillock.core.census.Definitions;
import org.hillock.core.facts.BrainSize;
import org.hillock.core.facts.PopularSlip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each entry against a count done by hand from its paper's table. */
class BuiltInEntriesTest {

  private static Census census(String name, Answer... answers) {
    Definitions definitions = Definitions.standard();
    for (Answer answer : answers) {
      definitions = definitions.with(answer);
    }
    Architecture architecture = BuiltInEntries.find(name).orElseThrow();
    return Census.of(architecture, definitions);
  }

  private static Counts part(Census census, String path) {
    return census.find(path).map(Counted::one).orElseThrow();
  }

  private static void total(Census census, long neurons, long synapses, long parameters) {
    assertThat(census.total().neurons()).isEqualTo(Amount.of(neurons));
    assertThat(census.total().synapses()).isEqualTo(Amount.of(synapses));
    assertThat(census.total().parameters()).isEqualTo(Amount.of(parameters));
  }

  @ParameterizedTest
  @CsvSource({
    "mlp, mlp-784-300-10",
    "GPT3, gpt-3",
    "gpt-3 175B, gpt-3",
    "ResNet50, resnet-50",
    "C. elegans, worm",
    "human brain, human",
    "VGG16, vgg-16"
  })
  void peopleNameThemAsTheyLike(String given, String name) {
    assertThat(BuiltInEntries.find(given)).get().extracting(Architecture::name).isEqualTo(name);
  }

  @Test
  void allAreCountedWhole() {
    for (String name : BuiltInEntries.names()) {
      Census census = census(name);
      assertThat(census.uncounted()).as(name).isEmpty();
      assertThat(census.architecture().name()).isEqualTo(name);
      assertThat(census.architecture().source()).isNotBlank();
      assertThat(census.total().neurons().known()).as(name).isTrue();
      assertThat(census.total().synapses().known()).as(name).isTrue();
    }
    assertThat(BuiltInEntries.find("gpt-5")).isEmpty();
  }

  /** 784 · 300 + 300 · 10 = 238,200 weights, 310 biases. */
  @Test
  void perceptron() {
    total(census("mlp-784-300-10"), 310, 238_200, 238_510);
    assertThat(census("mlp-784-300-10", Answer.SOURCES).total().neurons().value()).isEqualTo(1_094);
    assertThat(census("mlp-784-300-10", Answer.HIDDEN).total().neurons().value()).isEqualTo(300);
    assertThat(census("mlp-784-300-10").total().multiplyAdds().value()).isEqualTo(238_200);
  }

  /**
   * The paper's own numbers, biases being connections: C1 156 parameters and 122,304 connections,
   * S2 12 and 5,880, C3 1,516 and 151,600, S4 32 and 2,000, C5 48,120, F6 10,164, output 840.
   */
  @Test
  void leNetAsPublished() {
    Census census = census("lenet-5", Answer.SYNAPSE);
    long[][] layers = {
      {4_704, 122_304, 156},
      {1_176, 5_880, 12},
      {1_600, 151_600, 1_516},
      {400, 2_000, 32},
      {120, 48_120, 48_120},
      {84, 10_164, 10_164},
      {10, 840, 0}
    };
    String[] names = {"c1", "s2", "c3", "s4", "c5", "f6", "output"};
    for (int i = 0; i < names.length; i++) {
      Counts counts = part(census, names[i]);
      assertThat(counts.neurons().value()).as(names[i]).isEqualTo(layers[i][0]);
      assertThat(counts.synapses().value()).as(names[i]).isEqualTo(layers[i][1]);
      assertThat(counts.parameters().value()).as(names[i]).isEqualTo(layers[i][2]);
    }
    total(census, 8_094, 340_908, 60_000);
    // biases apart: 4,704 + 1,176 + 1,600 + 400 + 120 + 84 fewer
    total(census("lenet-5"), 8_094, 332_824, 60_000);
  }

  /**
   * 156 + 2,416 + 48,120 + 10,164 + 850 = 61,706. Synapses of conv1: 28 places, window 5, zeros 2
   * on both sides: 3 + 4 + 24 · 5 + 4 + 3 = 134 pairs along an axis, 134² · 6 = 107,736; conv2 10 ·
   * 10 · 25 · 6 · 16 = 240,000; then 48,000 + 10,080 + 840.
   */
  @Test
  void leNetAsRebuilt() {
    total(census("lenet-5-modern"), 4_704 + 1_600 + 120 + 84 + 10, 406_656, 61_706);
    // with zeros 28² · 25 · 6 = 117,600
    assertThat(part(census("lenet-5-modern", Answer.ALL), "conv1").synapses().value())
        .isEqualTo(117_600);
  }

  /**
   * 34,944 + 307,456 + 885,120 + 663,936 + 442,624 + 37,752,832 + 16,781,312 + 4,097,000; neurons
   * 55² · 96 + 27² · 256 + 13² · (384 + 384 + 256) + 4,096 + 4,096 + 1,000. Along an axis of 27
   * with 2 zeros and window 5: 27 · 5 - 6 = 129 pairs; of 13 with 1 and window 3: 13 · 3 - 2 = 37.
   */
  @Test
  void alexNet() {
    long synapses =
        55 * 55 * 121 * 3 * 96
            + 129 * 129 * 48 * 256
            + 37 * 37 * (256L * 384 + 192 * 384 + 192 * 256)
            + 9_216 * 4_096
            + 4_096 * 4_096
            + 4_096 * 1_000;
    long neurons = 290_400 + 186_624 + 64_896 + 64_896 + 43_264 + 4_096 + 4_096 + 1_000;
    total(census("alexnet"), neurons, synapses, 60_965_224);
    // 64 · 363 + 64 filters, 192 · 1,600 + 192, …, and 58,631,144 of three matrices
    assertThat(census("alexnet-torchvision").total().parameters().value()).isEqualTo(61_100_840);
    // 55² · 363 · 64 + 27² · 1,600 · 192 + 13² · (1,728 · 384 + 3,456 · 256 + 2,304 · 256) + dense
    assertThat(census("alexnet-torchvision").total().multiplyAdds().value()).isEqualTo(714_188_480);
  }

  /**
   * 14,714,688 in convolutions, 123,642,856 in matrices. Multiply-adds with zeros: 1,936,392,192 +
   * 2,774,532,096 + 2 · 4,624,220,160 + 1,387,266,048 + 123,633,664. Neurons 224² · 128 + 112² ·
   * 256 + 56² · 768 + 28² · 1,536 + 14² · 1,536 + 9,192.
   */
  @Test
  void vgg() {
    Census census = census("vgg-16");
    assertThat(census.total().parameters().value()).isEqualTo(138_357_544);
    assertThat(census.total().multiplyAdds().value()).isEqualTo(15_470_264_320L);
    assertThat(census.total().neurons().value()).isEqualTo(13_556_712);
    // 224 · 3 - 2 = 670 pairs along an axis
    assertThat(part(census, "conv1_1").synapses().value()).isEqualTo(670 * 670 * 3 * 64);
    assertThat(census("vgg-16", Answer.ONE_FILTER).total().neurons().value())
        .isEqualTo(128 + 256 + 768 + 1_536 + 1_536 + 9_192);
  }

  /**
   * conv1 9,408; stages 212,992 + 1,212,416 + 7,077,888 + 14,942,208 of convolutions, 53,120 of
   * normalisation, 2,049,000 of the answer.
   */
  @Test
  void resNet() {
    Census census = census("resnet-50");
    assertThat(census.total().parameters().value()).isEqualTo(25_557_032);
    assertThat(census.total().multiplyAdds().value()).isEqualTo(4_089_184_256L);
    // first bottleneck: 64 · 64 + 64 · 64 · 9 + 64 · 256 + 64 · 256 weights, 2 · (64 + 64 + 256 ·
    // 2)
    assertThat(part(census, "layer1.0").parameters().value()).isEqualTo(73_728 + 1_280);
    assertThat(part(census, "layer2.0.conv2").neurons().value()).isEqualTo(28 * 28 * 128);
    // where two branches are added, one ReLU follows: units count the sum once
    Census units = census("resnet-50", Answer.UNITS);
    assertThat(part(units, "layer1.0").neurons().value()).isEqualTo(56 * 56 * (64 + 64 + 256));
  }

  /**
   * 50,257 · 768 + 1,024 · 768 + 12 · (2 · 1,536 + 2,362,368 + 2,362,368 + 2,360,064) + 1,536,
   * where 2,362,368 = 4 · 768² + 4 · 768 is attention and 768 · 3,072 + 3,072 the first matrix of
   * the rest.
   */
  @Test
  void gpt2() {
    Census census = census("gpt-2");
    assertThat(census.total().parameters().value()).isEqualTo(124_439_808);
    assertThat(census.total().shared().value()).isEqualTo(38_597_376);
    assertThat(part(census, "block").parameters().value()).isEqualTo(7_087_872);
    assertThat(census.total().neurons().value()).isEqualTo(12 * (4 * 768 + 3_072 + 768) + 50_257);
  }

  /**
   * Each of 96 layers: 4 · 12,288² = 603,979,776 of attention, 8 · 12,288² = 1,207,959,552 behind
   * it, 9 · 12,288 biases, 4 · 12,288 of two normalisations; 50,257 · 12,288 = 617,558,016 tokens,
   * 2,048 · 12,288 = 25,165,824 positions, 24,576 at the end.
   */
  @Test
  void gpt3() {
    Census census = census("gpt-3");
    assertThat(part(census, "block.attention").synapses().value()).isEqualTo(603_979_776);
    assertThat(part(census, "block.mlp").synapses().value()).isEqualTo(1_207_959_552);
    long block = 603_979_776L + 1_207_959_552 + 9 * 12_288 + 4 * 12_288;
    long parameters = 96 * block + 617_558_016 + 25_165_824 + 24_576;
    assertThat(census.total().parameters().value())
        .isEqualTo(parameters)
        .isEqualTo(174_604_259_328L);
    // rows: 9 · 12,288 in each layer and the unembedding's
    assertThat(census.total().neurons().value()).isEqualTo(10_616_832 + 50_257);
    assertThat(census("gpt-3", Answer.UNITS).total().neurons().value())
        .isEqualTo(4_718_592 + 50_257);
    assertThat(census("gpt-3", Answer.HIDDEN).total().neurons().value()).isEqualTo(4_718_592);
    assertThat(census.total().synapses().value()).isEqualTo(96 * 1_811_939_328L + 617_558_016);
    assertThat(census("gpt-3", Answer.ONE_HOT).total().synapses().value())
        .isEqualTo(96 * 1_811_939_328L + 2 * 617_558_016L + 25_165_824);
    // QKᵀ and AV at the end of a full context: 2 · 2,048 · 12,288 in each layer
    assertThat(census.total().products().value()).isEqualTo(96L * 2 * 2_048 * 12_288);
    assertThat(census("gpt-3", Answer.EACH_TOKEN).total().products().value())
        .isEqualTo(96L * 12_288 * 2_048 * 2_049);
  }

  @Test
  void brainsHaveRangesWhereOnlyTheseAreKnown() {
    Census human = census("human");
    assertThat(human.total().neurons())
        .isEqualTo(Amount.about(86_100_000_000L, 78_000_000_000L, 94_200_000_000L));
    // 86.1e9 · 7,000
    assertThat(human.total().synapses())
        .isEqualTo(
            Amount.about(602_700_000_000_000L, 100_000_000_000_000L, 1_000_000_000_000_000L));
    assertThat(human.total().parameters().state()).isEqualTo(Amount.State.UNDEFINED);
    assertThat(census("larva").total().synapses()).isEqualTo(Amount.of(548_000));
    assertThat(census("fly").total().neurons()).isEqualTo(Amount.of(139_255));
    assertThat(census("worm").total().neurons()).isEqualTo(Amount.of(302));
    assertThat(census("human", Answer.HIDDEN).total().neurons().value()).isEqualTo(86_100_000_000L);
    BrainSize.ALL.forEach(b -> assertThat(b.source()).contains("doi 10."));
  }

  @Test
  void slipsAreWorkedOut() {
    assertThat(PopularSlip.ALL)
        .extracting(PopularSlip::value)
        .containsExactly(8.6e11, 8.6e12, 6.0e15, 6.0e14, 6e12);
    assertThat(PopularSlip.ALL.get(0).why()).contains("10 times the 86.1 billion");
    assertThat(PopularSlip.ALL.get(1).why()).contains("100 times");
    assertThat(PopularSlip.ALL.get(2).why()).contains("6.02e15", "6.03e14");
    assertThat(PopularSlip.ALL.get(3).why()).contains("10 times as many");
    assertThat(PopularSlip.ALL.get(4).why()).contains("1,003 times", "100 times");
  }
}
