package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.AllToAll;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.lab.axis.Measurement.Measured;
import org.hillock.lab.axis.Measurement.NotDefined;
import org.junit.jupiter.api.Test;

/** Every axis on networks made by hand, of which the answer is known beforehand. */
class KnownAnswersTest {

  /** Two pixels; the label is the brighter one. */
  private static final Dataset TWO =
      new Dataset(
          "two",
          Shape.of(1, 2, 1),
          new float[][] {{1, 0}, {0, 1}, {0.9f, 0.1f}, {0.2f, 0.8f}, {0.7f, 0.3f}, {0.4f, 0.6f}},
          new int[] {0, 1, 0, 1, 0, 1},
          2,
          "by hand");

  private static NetworkBuilder image() {
    return Network.builder("n").population("image", Shape.of(1, 2, 1), "input", p -> p);
  }

  /** Pixels → two hidden ReLU neurons, one each → two outputs, one each. */
  private static Network straight() {
    return image()
        .population("hidden", 2, "relu")
        .population("out", 2, "relu")
        .projection("image", "hidden", new Dense(), p -> p.weight(Values.listed(1, 0, 0, 1)))
        .projection("hidden", "out", new Dense(), p -> p.weight(Values.listed(1, 0, 0, 1)))
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  /** The same in spikes, with whatever is added. */
  private static Network spiking(UnaryOperator<NetworkBuilder> more) {
    NetworkBuilder builder =
        image()
            .population("hidden", 2, "if", p -> p.param("v_th", "1 mV"))
            .population("out", 2, "if", p -> p.param("v_th", "1 mV"))
            .projection(
                "image", "hidden", new Connectivity.OneToOne(), p -> p.weight("1 mV").delay("1 ms"))
            .projection(
                "hidden", "out", new Connectivity.OneToOne(), p -> p.weight("1 mV").delay("1 ms"))
            .decision(new Decision.MostSpikes("out"));
    return more.apply(builder).build();
  }

  private static Measured measure(Axis axis, Network network) {
    return (Measured) axis.measure(new Subject(network, TWO, 1, false));
  }

  @Test
  void aWeightIsCountedOnceForEveryPlaceThatSharesIt() {
    Network shared =
        Network.builder("c")
            .population("image", Shape.of(5, 5, 1), "input", p -> p)
            .population("out", Shape.of(3, 3, 2), "relu", p -> p.bias(Values.constant(0)))
            .projection("image", "out", new Convolution(3, 3, 1, 0), p -> p)
            .decision(new Decision.LargestValue("out"))
            .build();
    Measured size = measure(new SizeAxis(), shared);
    assertThat(size.value()).isEqualTo(25 + 18);
    assertThat(size.details()).containsEntry("synapses", 9.0 * 9 * 2);
    assertThat(size.details()).containsEntry("parameters", 9.0 * 2 + 18);
  }

  @Test
  void aNeuronThatPassesItsSumOnIsItsSum() {
    Measured sum = measure(new SumAxis(), straight());
    // the engine computes in single precision
    assertThat(sum.value()).isCloseTo(1, within(1e-6));
    assertThat(sum.details().get("median_nothing_refitted")).isCloseTo(1, within(1e-6));
  }

  @Test
  void aSpikingNeuronIsItsSumUpToWholeSpikes() {
    Measured sum = measure(new SumAxis(), spiking(b -> b));
    // 32 steps: a rate is a whole number of spikes / 32, and the first two layers start late
    assertThat(sum.value()).isBetween(0.97, 1.0);
  }

  @Test
  void determinationIsOneForTheTruthAndZeroForTheMean() {
    double[] y = {1, 2, 3, 6};
    assertThat(SumAxis.determination(y, y)).isEqualTo(1);
    assertThat(SumAxis.determination(y, new double[] {3, 3, 3, 3})).isZero();
    assertThat(SumAxis.determination(y, new double[] {6, 3, 2, 1})).isNegative();
    assertThat(SumAxis.squaredCorrelation(y, new double[] {-2, -4, -6, -12}))
        .isCloseTo(1, within(1e-12));
    assertThat(SumAxis.squaredCorrelation(y, new double[] {3, 3, 3, 3})).isZero();
  }

  @Test
  void signsAreCountedByNeuron() {
    assertThat(measure(new SignAxis(), straight()).value()).isEqualTo(1);
    Network mixed =
        image()
            .population("out", 2, "relu")
            .projection("image", "out", new Dense(), p -> p.weight(Values.listed(1, 1, -1, 1)))
            .decision(new Decision.LargestValue("out"))
            .build();
    Measured sign = measure(new SignAxis(), mixed);
    assertThat(sign.value()).isEqualTo(0.5);
    assertThat(sign.details()).containsEntry("negative_weights_share", 0.25);
  }

  @Test
  void circlesAreFound() {
    assertThat(measure(new DirectionAxis(), straight()).value()).isZero();
    Network round =
        spiking(
            b -> b.projection("out", "hidden", new Dense(), p -> p.weight("0.1 mV").delay("1 ms")));
    // the two pixels lie on none
    assertThat(measure(new DirectionAxis(), round).value()).isEqualTo(4.0 / 6);
  }

  @Test
  void aPassHasItsLayersAndSpikesHaveTheirTimes() {
    Measured pass = measure(new TimingAxis(), straight());
    assertThat(pass.value()).isEqualTo(2);
    Measured spikes = measure(new TimingAxis(), spiking(b -> b));
    assertThat(spikes.value()).isBetween(10.0, 32.0);
    assertThat(spikes.details()).containsKey("latency_median_ms");
    assertThat(TimingAxis.latency(new int[] {3, 1, 2, 2, 2}, 0.5)).isEqualTo(1.5);
    assertThat(TimingAxis.latency(new int[] {2, 2, 2}, 1)).isEqualTo(1);
  }

  @Test
  void chanceIsZeroWithoutNoiseAndNotWithIt() {
    assertThat(measure(new ChanceAxis(), spiking(b -> b)).value()).isZero();
    Network noisy =
        spiking(b ->
            b.population("noise", 2, "poisson", p -> p.param("rate", "400 Hz"))
                .projection(
                    "noise",
                    "out",
                    new Connectivity.OneToOne(),
                    p -> p.weight("1 mV").delay("1 ms")));
    Measured chance = measure(new ChanceAxis(), noisy);
    assertThat(chance.value()).isPositive();
    assertThat(chance.details()).containsEntry("activity_differs_share", 1.0);
  }

  @Test
  void activityEndsWhereNothingKeepsIt() {
    assertThat(measure(new AfterInputAxis(), straight()).value()).isZero();
    Measured ends = measure(new AfterInputAxis(), spiking(b -> b));
    // what is on its way may still arrive: two delays of 1 ms and the step that each takes
    assertThat(ends.value()).isBetween(0.0, 5.0);
    assertThat(ends.details()).containsEntry("spikes_per_ms_never_shown", 0.0);
    Network loop =
        spiking(b ->
            b.projection(
                "out", "hidden", new Connectivity.OneToOne(), p -> p.weight("1 mV").delay("3 ms")));
    Measured lasts = measure(new AfterInputAxis(), loop);
    assertThat(lasts.value()).isGreaterThan(190);
    assertThat(lasts.details()).containsEntry("share_still_active_at_end", 1.0);
  }

  @Test
  void damageFollowsTheNeuronsThatMatter() {
    Measured damage = measure(new DamageAxis(), straight());
    assertThat(damage.details()).containsEntry("accuracy_whole", 1.0);
    assertThat(damage.details()).containsEntry("hidden_neurons", 2.0);
    // with both hidden neurons silent all outputs are 0 and the first is taken: half are right
    assertThat(damage.series().getFirst().y()[9]).isEqualTo(0.5);
    Network bare =
        image()
            .population("out", 2, "relu")
            .projection("image", "out", new Dense(), p -> p.weight(Values.listed(1, 0, 0, 1)))
            .decision(new Decision.LargestValue("out"))
            .build();
    assertThat(new DamageAxis().measure(new Subject(bare, TWO, 1, false)))
        .isInstanceOf(NotDefined.class);
    assertThat(DamageAxis.halfway(new double[] {0, 0.5, 1}, new double[] {1, 0.8, 0.4}, 0.5))
        .isCloseTo(0.5 + 0.5 * (0.05 / 0.4), within(1e-12));
    assertThat(DamageAxis.halfway(new double[] {0, 0.9}, new double[] {1, 1}, 0.5)).isEqualTo(0.9);
  }

  @Test
  void damageReachesADecisionThatReadsHiddenNeurons() {
    Network goodness =
        image()
            .population("label", 2, "input")
            .population("hidden", 2, "relu", p -> p.bias(Values.constant(-1)))
            .projection("image", "hidden", new Dense(), p -> p.weight(Values.listed(1, 0, 0, 1)))
            .projection("label", "hidden", new Dense(), p -> p.weight(Values.listed(1, 0, 0, 1)))
            .decision(new Decision.LargestGoodness("label", List.of("hidden")))
            .build();
    Measured damage = measure(new DamageAxis(), goodness);
    assertThat(damage.details()).containsEntry("accuracy_whole", 1.0);
    assertThat(damage.series().getFirst().y()[9]).isEqualTo(0.5);
    assertThat(measure(new CostAxis(), goodness).value()).isEqualTo(2 * 8);
  }

  @Test
  void costIsCounted() {
    assertThat(measure(new CostAxis(), straight()).value()).isEqualTo(8);
    Measured events = measure(new CostAxis(), spiking(b -> b));
    // two pixels change once, which is 2 events (1 where a pixel is 0 and so does not change); each
    // hidden spike is one more: at most 32 + 32 for brightnesses that add up to 1
    assertThat(events.value()).isBetween(20.0, 2.0 + 32);
    assertThat(events.series()).hasSize(2);
    double[] right = events.series().getFirst().y();
    assertThat(right[right.length - 1]).isEqualTo(1);
  }

  @Test
  void neighboursMatterOnlyWhereTheyAreJoined() {
    assertThat(measure(new NeighboursAxis(), straight()).value()).isZero();
    assertThat(measure(new NeighboursAxis(), spiking(b -> b)).value()).isZero();
    Network lateral =
        spiking(b ->
            b.projection(
                "hidden",
                "hidden",
                new AllToAll(false),
                p -> p.weight("0.4 mV").delay("1 ms").receptor("inhibitory")));
    assertThat(measure(new NeighboursAxis(), lateral).value()).isEqualTo(1);
  }

  @Test
  void everyAxisSaysWhatItAsksAndHow() {
    for (Axis axis : Axis.all()) {
      AxisDefinition definition = axis.definition();
      assertThat(definition.question()).endsWith("?");
      assertThat(definition.measures()).isNotBlank();
      assertThat(axis.measure(new Subject(straight(), TWO, 1, false)))
          .matches(m ->
              m instanceof Measured measured
                  ? measured.method().length() > 40
                  : axis.definition().id().equals("learning"));
    }
    assertThat(Axis.all()).extracting(a -> a.definition().id()).doesNotHaveDuplicates();
  }
}
