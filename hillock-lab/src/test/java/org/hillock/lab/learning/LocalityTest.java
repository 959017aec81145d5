package org.hillock.lab.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.training.Trainer;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.hillock.lab.comparison.BuiltInNetworks;
import org.junit.jupiter.api.Test;

/** Rules of which it is known what they listen to, and what the instrument says of them. */
class LocalityTest {

  private static final Dataset DATA = Images.brightest(40, 6, 3);
  private static final int THOROUGH = 4;

  private static Network perceptron() {
    return BuiltInNetworks.perceptron(DATA.shape(), List.of(12, 10), 6, 2);
  }

  private static Network forwardForward() {
    return BuiltInNetworks.forwardForward(DATA.shape(), List.of(12, 10), 6, 2);
  }

  private static Locality.Measured measure(Network network, Trainer rule) {
    return Locality.measure(new Lesson(network, rule, TrainingOptions.seeded(5), DATA), THOROUGH);
  }

  private static Locality seen(Network network, Trainer rule) {
    Locality.Measured measured = measure(network, rule);
    assertThat(measured).isInstanceOf(Locality.Measured.Seen.class);
    return ((Locality.Measured.Seen) measured).locality();
  }

  @Test
  void backpropagationHearsOfEverything() {
    Locality seen = seen(perceptron(), Trainers.named("backpropagation"));
    // not all: where the neuron changed is silent on the images that a synapse learns from, as
    // relu neurons are on about half, there is nothing to hear
    assertThat(seen.weightBeyond().share()).isGreaterThan(0.6);
    assertThat(seen.weightBeside().share()).isGreaterThan(0.6);
    assertThat(seen.activityBeyond().share()).isGreaterThan(0.6);
    assertThat(seen.activityBeside().share()).isGreaterThan(0.6);
    assertThat(seen.label().share()).isGreaterThan(0.9);
    assertThat(seen.control().share()).isGreaterThan(0.9);
    assertThat(seen.shares()).hasSize(3).allMatch(share -> share > 0.6 && share <= 1);
  }

  /** Its layers are joined by activity alone; within a layer all share one goodness. */
  @Test
  void forwardForwardHearsOfItsOwnLayerOnly() {
    Locality seen = seen(forwardForward(), Trainers.named("forward-forward"));
    assertThat(seen.weightBeyond().counted()).isGreaterThan(50);
    assertThat(seen.weightBeyond().changed()).isZero();
    assertThat(seen.activityBeyond().counted()).isGreaterThan(50);
    assertThat(seen.activityBeyond().changed()).isZero();
    assertThat(seen.label().counted()).isGreaterThan(50);
    assertThat(seen.label().changed()).isZero();
    assertThat(seen.weightBeside().share()).isGreaterThan(0.6);
    assertThat(seen.activityBeside().share()).isGreaterThan(0.6);
    assertThat(seen.control().share()).isGreaterThan(0.9);
  }

  @Test
  void hebbHearsOfNothingButItsOwnTwoNeurons() {
    Locality seen = seen(perceptron(), PlantedRule.hebb());
    assertThat(seen.shares()).containsExactly(0.0, 0.0, 0.0);
    assertThat(seen.named())
        .filteredOn(n -> !n.name().startsWith("control"))
        .hasSizeGreaterThanOrEqualTo(4)
        .allMatch(n -> n.reach().counted() > 0 && n.reach().medianChange() == 0);
    // where the other neuron is silent whenever this one changed, their product is 0 before and
    // after
    assertThat(seen.control().share()).isGreaterThan(0.95);
    assertThat(seen.control().medianChange()).isPositive();
  }

  /** What is poured out over all says nothing of single weights or neurons, but of the label. */
  @Test
  void aRewardTellsTheLabelAlone() {
    Locality seen = seen(perceptron(), PlantedRule.rewarded());
    assertThat(seen.weight()).hasValue(0);
    assertThat(seen.activity()).hasValue(0);
    // a synapse whose neurons answer only to images that are of label 0 neither before nor after
    // is rewarded alike
    assertThat(seen.label().share()).isGreaterThan(0.6);
  }

  @Test
  void aSumOverTheNetworkTellsOfEveryNeuron() {
    Locality seen = seen(perceptron(), PlantedRule.shared());
    assertThat(seen.weightBeyond().share()).isGreaterThan(0.6);
    assertThat(seen.activityBeside().share()).isGreaterThan(0.6);
    assertThat(seen.label().changed()).isZero();
  }

  @Test
  void anInstrumentThatSeesNothingSaysSo() {
    assertThat(measure(perceptron(), PlantedRule.blind()))
        .isEqualTo(
            new Locality.Measured.Unseen(
                "because not even a change of a synapse's own neurons changed what it learnt"));
  }

  /** What spikes do in training is not known from outside. */
  @Test
  void spikesHaveToBeWatched() {
    Network spiking =
        Network.builder("spiking")
            .population("image", 6, "input")
            .population("out", 6, "if")
            .projection("image", "out", Nets.dense(), p -> p.weight("0.5 mV").delay("1 ms"))
            .decision(new org.hillock.core.network.Decision.MostSpikes("out"))
            .build();
    assertThat(measure(spiking, PlantedRule.hebb()))
        .isEqualTo(
            new Locality.Measured.Unseen(
                "because planted lets nobody watch its neurons while it trains"));
  }

  @Test
  void theSameSeedCountsTheSame() {
    Trainer rule = Trainers.named("backpropagation");
    assertThat(seen(perceptron(), rule)).isEqualTo(seen(perceptron(), rule));
  }
}
