package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.graph.Tensors;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.OperatorSetIdProto;
import org.hillock.onnx.proto.ValueInfoProto;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code compare} on graphs that are measured as they stand. */
class CompareGraphsTest {

  @TempDir private Path folder;

  /**
   * A digit's mean ink in each of ten places, times itself: products of two computed values, which
   * no network can be read of. It answers by that, so no better than it guesses.
   */
  @BeforeEach
  void graphsAreThere() throws IOException {
    float[] places = new float[640];
    for (int i = 0; i < places.length; i++) {
      places[i] = i % 10 == i / 10 % 10 ? 1 : 0.01f * (i % 7);
    }
    write(
        "squares.onnx",
        GraphProto.newBuilder()
            .setName("squares")
            .addInput(value("digit", ElementType.FLOAT, -1, 64))
            .addInitializer(Tensors.proto("w", TensorData.of(List.of(64L, 10L), places)))
            .addNode(node("MatMul", "digit w", "ink"))
            .addNode(node("CumSum", "ink axis", "piled"))
            .addInitializer(
                org.hillock.onnx.proto.TensorProto.newBuilder()
                    .setName("axis")
                    .setDataType(ElementType.INT64.number())
                    .addInt64Data(1))
            .addNode(node("Relu", "piled", "scores"))
            .addNode(node("Neg", "scores", "against"))
            .addOutput(value("scores", ElementType.FLOAT, -1, 10))
            .addOutput(value("against", ElementType.FLOAT, -1, 10)));
    float[] table = new float[20 * 4];
    java.util.Arrays.fill(table, 0.5f);
    write(
        "words.onnx",
        GraphProto.newBuilder()
            .setName("words")
            .addInput(value("ids", ElementType.INT64, -1, -1))
            .addInitializer(Tensors.proto("table", TensorData.of(List.of(20L, 4L), table)))
            .addNode(node("Gather", "table ids", "embedded"))
            .addNode(node("Softmax", "embedded", "shares"))
            .addOutput(value("shares", ElementType.FLOAT, -1, -1, 4)));
  }

  private static NodeProto node(String operator, String inputs, String output) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .addAllInput(List.of(inputs.split(" ")))
        .addOutput(output)
        .build();
  }

  private static ValueInfoProto value(String name, ElementType type, long... dims) {
    ValueInfoProto.Builder made = ValueInfoProto.newBuilder().setName(name);
    var tensor = made.getTypeBuilder().getTensorTypeBuilder().setElemType(type.number());
    for (long dim : dims) {
      var extent = tensor.getShapeBuilder().addDimBuilder();
      if (dim < 0) {
        extent.setDimParam("open");
      } else {
        extent.setDimValue(dim);
      }
    }
    return made.build();
  }

  private void write(String name, GraphProto.Builder graph) throws IOException {
    Files.write(
        folder.resolve(name),
        ModelProto.newBuilder()
            .setIrVersion(8)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
            .setGraph(graph)
            .build()
            .toByteArray());
  }

  private Cli.Result run(String... command) {
    return Cli.in(folder).run(command);
  }

  private JsonNode axes(String report) throws IOException {
    JsonNode root =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(folder.resolve(report).resolve("comparison.json")));
    return Objects.requireNonNull(root.get("networks").get(0));
  }

  @Test
  void aGraphThatNoNetworkCanBeReadOfIsMeasuredAsItStands() throws IOException {
    Cli.Result result =
        run(
            "compare",
            "squares.onnx",
            "--on",
            "digits",
            "--answer",
            "scores",
            "--pixels",
            "0..16",
            "--quick",
            "--out",
            "report");
    assertThat(result.problems()).isEmpty();
    assertThat(result.out())
        .contains(
            "squares.onnx: measured as it stands; pixels go in as 0..16, as was said",
            "not defined");
    JsonNode network = axes("report");
    assertThat(network.get("kind").asString()).isEqualTo("graph, as it stands");
    assertThat(network.get("engine").asString()).isEqualTo("graph");
    assertThat(network.get("asItStandsBecause").get(0).asString()).contains("CumSum");
    assertThat(network.get("description").asString())
        .contains("It was not read into a network because of one node: CumSum");
    assertThat(network.get("axes").get("sign").get("notDefined").asString())
        .contains("has nodes and no synapses", "CumSum");
    assertThat(network.get("axes").get("context").get("value").asDouble()).isZero();
    assertThat(network.get("axes").get("cost").get("value").asDouble()).isEqualTo(640);
    assertThat(Files.readString(folder.resolve("report/report.html")))
        .contains("measured as it stands on ONNX Runtime");
  }

  @Test
  void aGraphThatTakesNoImagesIsLeftAlone() throws IOException {
    Cli.Result result = run("compare", "words.onnx", "--as-it-stands", "--quick", "--out", "r");
    assertThat(result.problems()).isEmpty();
    JsonNode axes = axes("r").get("axes");
    assertThat(axes.get("size").get("details").get("parameters").asDouble()).isEqualTo(80);
    assertThat(axes.get("direction").get("value").asDouble()).isZero();
    assertThat(axes.get("chance").get("notDefined").asString()).contains("no images were given");
    assertThat(axes.get("chain").get("notDefined").asString()).contains("nothing is shown to it");
  }

  @Test
  void mistakesAreTold() {
    assertThat(run("compare", "words.onnx", "--as-it-stands", "--on", "digits").problems())
        .contains("no input takes an image of digits", "[1,8,8]", "it has [ids int64");
    assertThat(run("compare", "squares.onnx", "--on", "digits").problems())
        .contains("several outputs can be the answer; say with --answer which", "against");
    assertThat(run("compare", "squares.onnx", "--on", "digits", "--answer", "score").problems())
        .contains("has no output 'score' that holds numbers; did you mean 'scores'?");
    assertThat(
            run("compare", "squares.onnx", "--on", "digits", "--image-input", "digits").problems())
        .contains("has no input 'digits'; did you mean 'digit'?");
    assertThat(run("compare", "squares.onnx", "--answer", "scores").problems())
        .contains("--answer scores would mean nothing without --on");
    assertThat(
            run("compare", "networks/digits-mlp.net.yaml", "--on", "digits", "--as-it-stands")
                .problems())
        .contains("--as-it-stands would mean nothing: no ONNX file here is measured as it stands");
    Cli.Result shuffled =
        run(
            "compare",
            "squares.onnx",
            "--on",
            "digits",
            "--answer",
            "scores",
            "--pixels",
            "0..1",
            "--shuffled");
    assertThat(shuffled.code()).isEqualTo(2);
    assertThat(shuffled.problems()).contains("has nodes and no synapses whose wiring could be");
  }
}
