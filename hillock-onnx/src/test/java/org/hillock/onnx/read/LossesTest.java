package org.hillock.onnx.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossesTest {

  @TempDir private Path folder;

  /** What reads a lost value is not listed again. */
  @Test
  void whatCannotBeSaidIsListedWithItsPlace() throws IOException {
    Graph graph =
        new Graph()
            .input("x", -1, 4)
            .weights("w", 4, 4)
            .wholes("turn", 0, -1)
            .node("MatMul", "a", "x w")
            .node("Cos", "b", "a")
            .node("Relu", "c", "b")
            .node("Transpose", "t", "a")
            .node("MatMul", "d", "a t")
            .node("Add", "y", "c d")
            .output("y");
    OnnxNetwork read = OnnxNetwork.of(graph.write(folder, "lost"));
    assertThat(read.network()).isEmpty();
    assertThat(read.losses()).hasSize(2);
    assertThat(read.losses().getFirst())
        .hasToString(
            "Cos 'n_b' (node 2, makes 'b'): no population and projection stand for this operator");
    assertThatThrownBy(read::require)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("lost.onnx: cannot be read into a network, because of 2 nodes")
        .hasMessageContaining("MatMul 'n_d' (node 5, makes 'd'): both factors are computed");
  }

  @Test
  void anOpenExtentIsNamed() throws IOException {
    Graph graph = new Graph().input("x", 1, -1, 4).node("Relu", "y", "x").output("y");
    assertThat(OnnxNetwork.of(graph.write(folder, "open")).losses())
        .singleElement()
        .satisfies(l -> assertThat(l.toString()).contains("input 'x'", "[1, batch, 4]"));
  }

  @Test
  void whatIsTooLargeToBeFollowedIsListed() throws IOException {
    Graph wide = new Graph().input("x", 1, 1 << 16, 1 << 16).node("Relu", "y", "x").output("y");
    assertThat(OnnxNetwork.of(wide.write(folder, "wide")).losses())
        .singleElement()
        .satisfies(l -> assertThat(l.toString()).contains("input 'x'", "more elements than"));
    Graph grown =
        new Graph()
            .input("x", 1, 1)
            .wholes("to", 1 << 20, 1 << 20)
            .node("Expand", "y", "x to")
            .output("y");
    assertThat(OnnxNetwork.of(grown.write(folder, "grown")).losses()).hasSize(1);
  }

  @Test
  void pixelsMayMeanOtherNumbers() throws IOException {
    Graph graph =
        new Graph()
            .input("x", -1, 1, 2, 2)
            .weights("w", 1, 1, 2, 2)
            .node("Conv", "y", "x w")
            .output("y");
    var file = graph.write(folder, "range");
    var bytes =
        OnnxNetwork.of(file, ReadOptions.STANDARD.with(InputRange.parse("0..255"))).require();
    assertThat(bytes.populations()).hasSize(2);
    assertThat(bytes.provenance().history().getLast()).endsWith("goes in as 0..255");
    var signed =
        OnnxNetwork.of(file, ReadOptions.STANDARD.with(InputRange.parse("-1..1"))).require();
    assertThat(signed.populations()).hasSize(3);
    assertThatThrownBy(() -> InputRange.parse("0-255"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is not two numbers such as 0..1");
  }
}
