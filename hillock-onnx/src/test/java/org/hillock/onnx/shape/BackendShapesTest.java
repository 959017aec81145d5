package org.hillock.onnx.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.onnx.conformance.BackendTest;
import org.hillock.onnx.conformance.BackendTests;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.proto.ValueInfoProto;
import org.junit.jupiter.api.Test;

/** ONNX's own tests of operators state the shapes of what comes out: none may be inferred wrong. */
class BackendShapesTest {

  private static final Path FOLDER =
      Path.of("../../shared/data/onnx-backend").toAbsolutePath().normalize();

  private int tests;
  private int known;
  private int withRank;
  private final List<String> wrong = new ArrayList<>();
  private final List<String> open = new ArrayList<>();

  @Test
  void noShapeIsInferredWrong() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "ONNX's backend tests are not at " + FOLDER);
    try (BackendTests found =
        BackendTests.find(List.of(FOLDER.resolve("node-half.zip"), FOLDER.resolve("simple.zip")))) {
      for (BackendTest test : found.tests()) {
        if (!test.dataSets().isEmpty()) {
          check(test);
        }
      }
    }
    String told = known + " of " + tests + " known, " + withRank + " by rank; open: " + open;
    assertThat(wrong).as(told).isEmpty();
    // What stays open depends on fed values (NonZero, Range), or belongs to rare operators.
    assertThat((double) known / tests).as(told).isGreaterThan(0.8);
  }

  private void check(BackendTest test) throws IOException {
    ModelProto model = ModelProto.parseFrom(Files.readAllBytes(test.modelFile()));
    GraphProto graph = model.getGraph();
    GraphProto.Builder bare = graph.toBuilder().clearValueInfo().clearOutput();
    for (ValueInfoProto output : graph.getOutputList()) {
      bare.addOutput(output.toBuilder().setType(TypeProto.getDefaultInstance()));
    }
    Path data = test.dataSets().getFirst();
    for (int i = 0; i < graph.getInputCount(); i++) {
      Path file = data.resolve("input_" + i + ".pb");
      boolean small = Files.exists(file) && graph.getInput(i).getType().hasTensorType();
      if (small) {
        TensorProto fed = TensorProto.parseFrom(Files.readAllBytes(file));
        bare.addInitializer(fed.toBuilder().setName(graph.getInput(i).getName()));
      }
    }
    GraphShapes shapes = ShapeInference.of(model.toBuilder().setGraph(bare).build()).infer();
    for (int i = 0; i < graph.getOutputCount(); i++) {
      Path file = data.resolve("output_" + i + ".pb");
      if (!graph.getOutput(i).getType().hasTensorType() || !Files.exists(file)) {
        continue;
      }
      tests++;
      TensorProto expected = TensorProto.parseFrom(Files.readAllBytes(file));
      compare(test.name(), shapes.of(graph.getOutput(i).getName()), expected, shapes);
    }
  }

  private void compare(String name, ValueShape found, TensorProto expected, GraphShapes shapes) {
    List<Long> dims = expected.getDimsList();
    boolean fits = found.rank().map(r -> r == dims.size()).orElse(true);
    for (int i = 0; fits && found.extents().isPresent() && i < dims.size(); i++) {
      Extent extent = found.extents().get().get(i);
      fits = extent.value().isEmpty() || extent.is(dims.get(i));
    }
    if (found.elementType() != 0 && found.elementType() != expected.getDataType()) {
      fits = false;
    }
    if (!fits || !shapes.contradictions().isEmpty()) {
      wrong.add(
          name
              + ": inferred "
              + found.elementType()
              + found.described()
              + ", is "
              + expected.getDataType()
              + dims
              + " "
              + shapes.contradictions());
    }
    if (found.dims().isPresent()) {
      known++;
    } else if (found.rank().isPresent()) {
      withRank++;
      open.add(name + found.described());
    } else {
      open.add(name);
    }
  }
}
