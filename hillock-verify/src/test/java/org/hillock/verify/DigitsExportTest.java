package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.deep.PlainForward;
import org.hillock.formats.DataSource;
import org.hillock.formats.DataSources;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.read.OnnxNetwork;
import org.hillock.onnx.runtime.Executable;
import org.hillock.onnx.runtime.GraphValue;
import org.hillock.onnx.write.OnnxExport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our trained networks give in ONNX Runtime what they give here, and come back the same. */
class DigitsExportTest {

  /** Shares of the answers, in single precision there and in double precision here. */
  private static final double NEAR = 1e-5;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"digits-mlp", "digits-cnn"})
  void aTrainedNetworkIsTheSameInOnnxRuntime(String name) {
    Dataset digits = ((DataSource.Whole) DataSources.open("digits")).data();
    Network drawn = NetworkYaml.read(Path.of("../networks/" + name + ".net.yaml"));
    Network trained =
        Trainers.named("backpropagation")
            .train(
                drawn,
                digits.first(300),
                TrainingOptions.seeded(1).with("epochs", 2).with("batch", 32),
                Progress.NONE)
            .network();
    Path file = folder.resolve(name + ".onnx");
    OnnxExport.write(trained, file);
    OnnxFile written = OnnxFile.read(file);
    Network back = OnnxNetwork.of(written).require();
    String answer = answer(trained);
    PlainForward plain = new PlainForward(trained);
    PlainForward again = new PlainForward(back);
    try (Executable graph = Executable.plain(written, Map.of(), 1)) {
      for (float[] image : digits.first(20).images()) {
        double[] expected = plain(plain, "image", image, answer);
        // one channel: rows and columns lie in the graph as they do here
        TensorData fed = TensorData.of(List.of(1L, 1L, 8L, 8L), image);
        GraphValue given =
            Objects.requireNonNull(
                graph.run(Map.of("image", GraphValue.of(fed)), List.of(answer)).get(answer));
        assertThat(((GraphValue.Tensor) given).data().numbers())
            .containsExactly(expected, within(NEAR));
        assertThat(plain(again, "image", image, answer(back)))
            .containsExactly(expected, within(NEAR));
      }
    }
  }

  private static String answer(Network network) {
    return ((org.hillock.core.network.Decision.LargestValue) network.decision().orElseThrow())
        .population();
  }

  private static double[] plain(PlainForward network, String input, float[] image, String answer) {
    double[] pixels = new double[image.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = image[i];
    }
    return Objects.requireNonNull(network.pass(Map.of(input, pixels)).values().get(answer));
  }
}
