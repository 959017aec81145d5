package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.hillock.core.data.Split;
import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.formats.digits.Digits;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.lab.decide.Classifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped networks of kernels and of units that remember learn what their comment says. */
@Tag("slow")
class ShippedLayersTest {

  /** As the command line keeps aside for testing. */
  private static final double TEST_SHARE = 0.2;

  @ParameterizedTest
  @ValueSource(strings = {"digits-cnn", "digits-rnn", "digits-gru", "digits-lstm"})
  void trainedOnceTheyKnowTheDigits(String name) throws Exception {
    Path file = Path.of("..", "networks", name + ".net.yaml");
    Network network = NetworkYaml.read(file);
    Split split = Split.stratified(Digits.load(), TEST_SHARE, 1);
    Network learnt =
        Trainers.named("backpropagation")
            .train(network, split.train(), TrainingOptions.seeded(1), Progress.NONE)
            .network();
    try (Classifier classifier = Classifier.open(learnt, 1)) {
      String share =
          String.format(
              Locale.ROOT, "%.1f %%", 100 * classifier.accuracy(split.test(), Progress.NONE));
      assertThat(Files.readString(file)).contains("gives " + share);
    }
  }
}
