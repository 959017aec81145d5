package org.hillock.lab.stdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.training.Checkpoint;
import org.hillock.core.training.Checkpoints;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trained;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.hillock.lab.comparison.BrainLikeNetwork;
import org.hillock.lab.decide.Classifier;
import org.junit.jupiter.api.Test;

class SpikeTimingTest {

  private static final Dataset COLUMNS = Images.columns(40, 1);

  private static Network network() {
    return BrainLikeNetwork.of(COLUMNS.shape(), 6, 2, 1);
  }

  private static TrainingOptions options() {
    return new TrainingOptions(
        3,
        Map.of(
            "rest", Quantity.of(30, "ms"),
            "most", Quantity.of(2),
            "enough", Quantity.of(1),
            "label_images", Quantity.of(20)));
  }

  private static Trained trained(TrainingOptions options, Progress progress) {
    return Trainers.named("stdp").train(network(), COLUMNS, options, progress);
  }

  /** Keeps the last one in memory. */
  private static final class Memory implements Checkpoints {
    private Optional<Checkpoint> kept = Optional.empty();

    @Override
    public Optional<Checkpoint> last() {
      return kept;
    }

    @Override
    public void save(Checkpoint checkpoint) {
      kept = Optional.of(checkpoint);
    }
  }

  /** Stops after so many reports. */
  private record Stopping(List<String> heard, int after) implements Progress {
    @Override
    public void report(double fraction, String what) {
      heard.add(what);
    }

    @Override
    public boolean stopped() {
      return heard.size() >= after;
    }
  }

  @Test
  void theTrainedNetworkHoldsWhatWasLearntAndStandsStill() {
    Trained result = trained(options(), Progress.NONE);
    Network learnt = result.network();
    Decision.Votes votes = (Decision.Votes) learnt.decision().orElseThrow();
    assertThat(votes.labels()).hasSize(6).allMatch(label -> label >= -1 && label < 2);
    assertThat(learnt.projection("image_exc").weights()).isInstanceOf(Values.Listed.class);
    assertThat(learnt.population("exc").param("theta_0")).isInstanceOf(Values.Listed.class);
    assertThat(learnt.modulators().values()).allMatch(m -> m.startLevel() == 0);
    assertThat(learnt.provenance().history())
        .contains("trained by stdp, seed 3, 1 epoch on columns");
    assertThat(result.lossByEpoch()).hasSize(1);
    try (Classifier classifier = Classifier.open(learnt, 1)) {
      // two columns that never share a pixel: chance is 0.5
      assertThat(classifier.accuracy(COLUMNS, Progress.NONE)).isGreaterThan(0.7);
    }
  }

  @Test
  void oneSeedGivesOneNetwork() {
    assertThat(trained(options(), Progress.NONE).network())
        .isEqualTo(trained(options(), Progress.NONE).network());
  }

  @Test
  void aTrainingGoesOnFromItsCheckpoint() {
    Memory memory = new Memory();
    Stopping stopping = new Stopping(new ArrayList<>(), 15);
    Trained broken = trained(options().keeping(memory), stopping);
    assertThat(broken.stoppedEarly()).isTrue();
    assertThat(memory.last().orElseThrow().done()).isEqualTo(15);
    Trained whole = trained(options().keeping(memory), Progress.NONE);
    assertThat(whole.stoppedEarly()).isFalse();
    assertThat(memory.last().orElseThrow().done()).isEqualTo(40);
    assertThat(whole.lossByEpoch()).hasSize(1);
  }

  @Test
  void aCheckpointOfAnotherTrainingIsRefused() {
    Memory memory = new Memory();
    memory.save(new Checkpoint(network().withName("other"), 3, 5, List.of(), 0));
    assertThatThrownBy(() -> trained(options().keeping(memory), Progress.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("the checkpoint is of another training: of network 'other'");
  }

  @Test
  void networksThatCannotLearnSoAreRefused() {
    SpikeTiming rule = new SpikeTiming();
    assertThat(rule.refuses(Nets.brightestInSpikes(4)).orElseThrow())
        .startsWith("it does not decide by votes of its neurons");
    assertThatThrownBy(() -> trained(options().with("at_end", 2), Progress.NONE))
        .hasMessage("stdp.at_end: 2 is not <= 1");
    assertThatThrownBy(() -> trained(options().with("epochs", 1.5), Progress.NONE))
        .hasMessage("stdp.epochs: 1.5 is not a whole number of 1 or more");
  }

  @Test
  void anUnlabelledNetworkSaysSo() {
    try (Classifier classifier = Classifier.open(network(), 1)) {
      assertThatThrownBy(() -> classifier.answers(COLUMNS.images(), 0))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("the neurons of 'exc' are not labelled yet");
    }
    Network control = SpikeTiming.labelled(network(), COLUMNS.first(10), 1, Progress.NONE);
    assertThat(((Decision.Votes) control.decision().orElseThrow()).labels()).hasSize(6);
  }

  @Test
  void anotherNumberOfVotersTakesTheirPartnersAlong() {
    Network larger = Voters.resized(network(), 9);
    assertThat(larger.population("exc").size()).isEqualTo(9);
    assertThat(larger.population("inh").size()).isEqualTo(9);
    assertThat(larger.population("image").size()).isEqualTo(9);
    assertThat(Voters.resized(network(), 6)).isEqualTo(network());
    assertThatThrownBy(() -> Voters.resized(network(), 1)).hasMessage("--neurons: 1 is not >= 2");
    assertThatThrownBy(() -> Voters.resized(Nets.brightestInSpikes(4), 4))
        .hasMessageContaining("does not decide by votes");
    Network learnt = trained(options(), Progress.NONE).network();
    assertThatThrownBy(() -> Voters.resized(learnt, 4))
        .hasMessageContaining("projection 'image_exc' lists its synapses or weights one by one");
  }
}
