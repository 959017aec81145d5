package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.core.data.Split;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.formats.digits.Digits;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.readout.RawStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The liquid state machine of networks/digits-reservoir.net.yaml on the digits, and controls. */
class ReservoirTest {

  private static final Split DIGITS = Split.stratified(Digits.load(), 0.2, 1);

  @TempDir Path folder;

  private static Network shipped() {
    return NetworkYaml.read(Path.of("..", "networks", "digits-reservoir.net.yaml"));
  }

  private static Network train(String rule, Network network) {
    return Trainers.named(rule)
        .train(network, DIGITS.train(), TrainingOptions.seeded(1), Progress.NONE)
        .network();
  }

  private static double right(Network network) {
    try (Classifier classifier = Classifier.open(network, 1)) {
      return classifier.accuracy(DIGITS.test(), Progress.NONE);
    }
  }

  /** The same cells, none of which hears another. */
  private static Network withoutRecurrence() {
    Network network = shipped();
    List<Projection> cut = new ArrayList<>();
    for (Projection p : network.projections().values()) {
      if (p.connectivity() instanceof Connectivity.FixedInDegree) {
        cut.add(p.withWeights(Values.constant(0, "mV")));
      }
    }
    return network.with(List.of(), cut);
  }

  @Test
  void bothReadoutsAnswerAndAreReadBack() {
    Network delta = train("delta", shipped());
    double right = right(delta);
    assertThat(right).isGreaterThan(0.93);
    Path file = folder.resolve("readout.net.yaml");
    NetworkYaml.writeWithWeights(delta, file);
    assertThat(right(NetworkYaml.read(file))).isEqualTo(right);
    assertThat(right(train("three-factor", shipped()))).isBetween(0.85, right);
  }

  /** Without cells in between little of a stream is left at its end. */
  @Test
  void theReservoirIsWhatRemembers() {
    double last = control(RawStream.Read.LAST_FRAME);
    double sum = control(RawStream.Read.SUM_OF_FRAMES);
    double cells = right(train("delta", withoutRecurrence()));
    double whole = right(train("delta", shipped()));
    System.Logger log = System.getLogger("reservoir");
    log.log(
        System.Logger.Level.INFO,
        "last frame {0}, sum of frames {1}, cells alone {2}, reservoir {3}",
        last,
        sum,
        cells,
        whole);
    assertThat(last).isLessThan(0.5);
    assertThat(sum).isBetween(last, 0.9);
    assertThat(cells).isGreaterThan(sum);
    assertThat(whole).isGreaterThan(sum + 0.05);
  }

  private static double control(RawStream.Read read) {
    return RawStream.accuracy(
        shipped().presentation().orElseThrow(), read, DIGITS, TrainingOptions.seeded(1));
  }
}
