package org.hillock.onnx.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.Stimulus;
import org.hillock.onnx.bench.GraphSession;
import org.hillock.onnx.bench.Models;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.StringStringEntryProto;
import org.hillock.onnx.proto.TensorProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxFileTest {

  @TempDir Path folder;

  private void refuses(ModelProto model, String said) {
    Path file = folder.resolve("m.onnx");
    assertThatThrownBy(() -> Models.written(file, model))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("m.onnx")
        .hasMessageContaining(said);
  }

  @Test
  void filesThatAreNoneAreRefused() throws IOException {
    assertThatThrownBy(() -> OnnxFile.read(folder.resolve("none.onnx")))
        .hasMessageContaining("there is no such file");
    assertThatThrownBy(() -> OnnxFile.read(folder)).hasMessageContaining("is not a file");
    Path text = Files.writeString(folder.resolve("t.onnx"), "this is a text and no model");
    assertThatThrownBy(() -> OnnxFile.read(text)).isInstanceOf(UsageException.class);
    Path empty = Files.createFile(folder.resolve("e.onnx"));
    assertThatThrownBy(() -> OnnxFile.read(empty)).hasMessageContaining("holds no graph");
    byte[] whole = Models.layer(17).toByteArray();
    Path cut = Files.write(folder.resolve("c.onnx"), java.util.Arrays.copyOf(whole, 100));
    assertThatThrownBy(() -> OnnxFile.read(cut)).hasMessageContaining("damaged");
  }

  @Test
  void graphsThatDoNotHangTogetherAreRefused() {
    GraphProto graph = Models.layer(17).getGraph();
    refuses(
        Models.model(17, graph.toBuilder().setNode(1, Models.node("Add", List.of("n", "b"), "h"))),
        "node 1 Add: reads 'n', which nothing before it makes; did you mean 'b'?");
    refuses(
        Models.model(17, graph.toBuilder().addNode(Models.node("Relu", List.of("h"), "m"))),
        "node 4 Relu: makes 'm', which is made before it already");
    refuses(
        Models.model(17, graph.toBuilder().addOutput(Models.value("z", ElementType.FLOAT, 1))),
        "output 'z' is made by no node");
    refuses(
        Models.model(17, graph.toBuilder().addInitializer(graph.getInitializer(0))),
        "initializer 'w' stands twice");
    refuses(Models.layer(17).toBuilder().clearOpsetImport().build(), "names no set of operators");
    refuses(
        Models.model(17, graph.toBuilder().setNode(0, Models.node("", List.of("x"), "m"))),
        "names no operator");
  }

  private ModelProto outside(String location, String offset, String length) {
    ModelProto.Builder model = Models.layer(17).toBuilder();
    TensorProto.Builder tensor = model.getGraphBuilder().getInitializerBuilder(0).clearRawData();
    tensor.setDataLocation(TensorProto.DataLocation.EXTERNAL);
    tensor.addExternalData(entry("location", location)).addExternalData(entry("offset", offset));
    if (!length.isEmpty()) {
      tensor.addExternalData(entry("length", length));
    }
    return model.build();
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  @Test
  void tensorsBesideTheFileAreReadAndRun() throws IOException {
    ByteBuffer weights = ByteBuffer.allocate(8 + 24).order(ByteOrder.LITTLE_ENDIAN).position(8);
    for (float weight : new float[] {1, 3, -5, 2, 4, 6}) {
      weights.putFloat(weight);
    }
    Files.write(folder.resolve("weights.bin"), weights.array());
    OnnxFile file = Models.written(folder.resolve("m.onnx"), outside("weights.bin", "8", "24"));
    TensorData read = file.tensor(file.model().getGraph().getInitializer(0));
    assertThat(read.numbers()).containsExactly(1, 3, -5, 2, 4, 6);
    try (GraphSession session = GraphSession.open(file, SessionOptions.seeded(1))) {
      session.present(Stimulus.frame("x", new float[] {1, 1}));
      session.advance();
      assertThat(session.outputs())
          .hasEntrySatisfying("y", y -> assertThat(y.numbers()).containsExactly(10.5));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere.bin, 0, 24, there is no file",
    "../weights.bin, 0, 24, outside the model's folder",
    "/etc/passwd, 0, 24, outside the model's folder",
    "link.bin, 0, 24, a link that leads out",
    "weights.bin, 20, 24, beyond the end",
    "weights.bin, 9223372036854775807, 24, beyond the end",
    "weights.bin, -1, 24, is not a whole number >= 0",
    "weights.bin, 0, 20, its length is given as 20",
    "'', 0, 24, not said in which",
  })
  void tensorsThatLieWhereTheyMayNotAreRefused(
      String location, String offset, String length, String said) throws IOException {
    Files.write(folder.resolve("weights.bin"), new byte[32]);
    Path elsewhere = Files.createTempFile("hillock", ".bin");
    Files.write(elsewhere, new byte[32]);
    Files.createSymbolicLink(folder.resolve("link.bin"), elsewhere);
    refuses(outside(location, offset, length), said);
  }
}
