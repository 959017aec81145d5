package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that are written as ONNX files and taken in again. */
class OnnxNetworksTest {

  @Test
  void whatIsExportedCanBeTrainedAndCompared(@TempDir Path folder) {
    Cli cli = Cli.in(folder);
    Cli.Result written = cli.run("export", "networks/digits-cnn.net.yaml", "--to", "cnn.onnx");
    assertThat(written.problems()).isEmpty();
    assertThat(written.out()).isEqualTo("Written: cnn.onnx\n");
    Cli.Result trained =
        cli.run(
            "train",
            "cnn.onnx",
            "--rule",
            "backpropagation",
            "--on",
            "digits",
            "--set",
            "epochs=1",
            "--out",
            "trained");
    assertThat(trained.problems()).isEmpty();
    assertThat(trained.out())
        .contains("cnn.onnx: pixels go in as 0..1, as the file says", "after 1 epochs");
    Cli.Result compared =
        cli.run("compare", "cnn.onnx", "--on", "digits", "--quick", "--out", "report");
    assertThat(compared.problems()).isEmpty();
    assertThat(compared.out()).contains("cnn-spiking-twin");
  }

  @Test
  void mistakesAreTold(@TempDir Path folder) {
    Cli cli = Cli.in(folder);
    assertThat(cli.run("export", "networks/digits-mlp.net.yaml", "--to", "mlp.pb").problems())
        .contains("--to: 'mlp.pb' does not end in .onnx");
    assertThat(cli.run("export", "networks/digits-lstm.net.yaml", "--to", "a.onnx").problems())
        .contains("projections.hidden_input.delay: is heard 1 passes later");
    assertThat(cli.run("export", "networks/digits-mlp.net.yaml", "--to", "a.onnx").code()).isZero();
    assertThat(cli.run("export", "networks/digits-mlp.net.yaml", "--to", "a.onnx").problems())
        .contains("a.onnx is there already");
    assertThat(cli.run("train", "a.onnx", "--rule", "delta", "--on", "digits").code()).isEqualTo(2);
    assertThat(
            cli.run("compare", "a.onnx", "--on", "digits", "--pixels", "0-255", "--out", "r")
                .problems())
        .contains("'0-255' is not two numbers such as 0..1");
    assertThat(cli.run("compare", "mnist-mpl", "--on", "digits").problems())
        .contains("did you mean 'mnist-mlp'?");
  }
}
