package org.hillock.onnx.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hillock.onnx.census.Drawn.whole;
import static org.hillock.onnx.census.Drawn.wholes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hillock.core.census.Amount;
import org.hillock.core.census.Answer;
import org.hillock.core.census.Census;
import org.hillock.core.census.CensusEntry;
import org.hillock.core.census.Counts;
import org.hillock.core.census.Definitions;
import org.hillock.core.census.WeightSigns;
import org.hillock.onnx.graph.OnnxFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operator that a census counts, against a count done by hand. */
class OnnxCensusTest {

  @TempDir Path folder;

  private CensusEntry entry(Drawn graph, String output) {
    try {
      Path file = Files.write(folder.resolve("drawn.onnx"), graph.bytes(output));
      return OnnxCensus.of(OnnxFile.read(file), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Census census(Drawn graph, Answer... answers) {
    Definitions definitions = Definitions.standard();
    for (Answer answer : answers) {
      definitions = definitions.with(answer);
    }
    return Census.of(entry(graph, "y").architecture(), definitions);
  }

  /** Neurons, synapses, parameters, multiply-adds, products; all of it counted. */
  private static void exactly(
      Census census,
      long neurons,
      long synapses,
      long parameters,
      long multiplyAdds,
      long products) {
    Counts total = census.total();
    assertThat(census.uncounted()).isEmpty();
    assertThat(total.neurons()).isEqualTo(Amount.of(neurons));
    assertThat(total.synapses()).isEqualTo(Amount.of(synapses));
    assertThat(total.parameters()).isEqualTo(Amount.of(parameters));
    assertThat(total.multiplyAdds()).isEqualTo(Amount.of(multiplyAdds));
    assertThat(total.products()).isEqualTo(Amount.of(products));
  }

  /** 4 rows of 3, and 4 biases, whichever way the matrix is kept. */
  @Test
  void gemmAndMatMul() {
    Drawn turned =
        new Drawn()
            .floats("x", -1, 3)
            .weights("w", 4, 3)
            .weights("b", 4)
            .node("Gemm", "z", "x w b", whole("transB", 1))
            .node("Relu", "y", "z");
    exactly(census(turned), 4, 12, 16, 12, 0);
    assertThat(census(turned, Answer.UNITS).total().neurons().value()).isEqualTo(4);
    assertThat(census(turned, Answer.HIDDEN).total().neurons().value()).isZero();
    assertThat(entry(turned, "y").signs()).contains(new WeightSigns(16, 0, 0, 0));
    Drawn straight = new Drawn().floats("x", 1, 3).weights("w", 3, 4).node("Gemm", "y", "x w");
    exactly(census(straight), 4, 12, 12, 12, 0);
    Drawn added =
        new Drawn()
            .floats("x", 1, 3)
            .weights("w", 3, 4)
            .weights("b", 4)
            .node("MatMul", "z", "x w")
            .node("Add", "y", "z b");
    exactly(census(added), 4, 12, 16, 12, 0);
    Drawn left = new Drawn().floats("x", 3, 1).weights("w", 4, 3).node("MatMul", "y", "w x");
    exactly(census(left), 4, 12, 12, 12, 0);
    // for 5 tokens the rows are the same, the products five times as many
    Drawn tokens = new Drawn().floats("x", 1, 5, 3).weights("w", 3, 4).node("MatMul", "y", "x w");
    exactly(census(tokens), 4, 12, 12, 60, 0);
    assertThat(census(tokens, Answer.EACH_TOKEN).total().neurons().value()).isEqualTo(20);
  }

  /** 2 · 5 · 3 · 4: no weight takes part. */
  @Test
  void productsOfValuesAreNoSynapses() {
    Drawn graph = new Drawn().floats("a", 2, 5, 3).floats("b", 2, 3, 4).node("MatMul", "y", "a b");
    exactly(census(graph), 0, 0, 0, 0, 120);
    Drawn gate = new Drawn().floats("a", 1, 6).floats("b", 1, 6).node("Mul", "y", "a b");
    exactly(census(gate), 0, 0, 0, 0, 6);
    Drawn open = new Drawn().floats("a", 2, -1, 3).floats("b", 2, 3, -1).node("MatMul", "y", "a b");
    assertThat(census(open).uncounted()).hasSize(1).first().asString().startsWith("y: MatMul: ");
    assertThat(census(open).total().products().state()).isEqualTo(Amount.State.UNKNOWN);
  }

  /** 5 × 5, 4 filters of 3 × 3 on 1 of 2 groups of 1 channel, a zero around: see the operator. */
  @Test
  void convolutionsInGroupsWithPadding() {
    Drawn graph =
        new Drawn()
            .floats("x", -1, 2, 5, 5)
            .weights("w", 4, 1, 3, 3)
            .weights("b", 4)
            .node("Conv", "z", "x w b", whole("group", 2), wholes("pads", 1L, 1L, 1L, 1L))
            .node("Relu", "r", "z")
            .node("MaxPool", "y", "r", wholes("kernel_shape", 2L, 2L), wholes("strides", 2L, 2L));
    // 4 pairs of channels; 13² inside, 15² with zeros
    exactly(census(graph), 100, 169 * 4, 40, 225 * 4, 0);
    assertThat(census(graph, Answer.POOLED).total().neurons().value()).isEqualTo(100 + 16);
    // dilation 2 spans 5 cells: one place
    Drawn dilated =
        new Drawn()
            .floats("x", 1, 1, 5, 5)
            .weights("w", 1, 1, 3, 3)
            .node("Conv", "y", "x w", wholes("dilations", 2L, 2L), wholes("strides", 2L, 2L));
    exactly(census(dilated), 1, 9, 9, 9, 0);
    Drawn open =
        new Drawn().floats("x", 1, 1, -1, -1).weights("w", 1, 1, 3, 3).node("Conv", "y", "x w");
    assertThat(census(open).total().parameters()).isEqualTo(Amount.of(9));
    assertThat(census(open).total().neurons().state()).isEqualTo(Amount.State.UNKNOWN);
  }

  /** 2 factors and 2 summands; means and variances are kept, not learnt. */
  @Test
  void normalisation() {
    Drawn batch =
        new Drawn()
            .floats("x", 1, 2, 3, 3)
            .weights("g", 2)
            .weights("b", 2)
            .weights("m", 2)
            .weights("v", 2)
            .node("BatchNormalization", "y", "x g b m v");
    exactly(census(batch), 0, 0, 4, 0, 0);
    assertThat(census(batch, Answer.SCALED).total().neurons().value()).isEqualTo(18);
    Drawn layer =
        new Drawn()
            .floats("x", 1, 5, 6)
            .weights("g", 6)
            .weights("b", 6)
            .node("LayerNormalization", "y", "x g b");
    exactly(census(layer), 0, 0, 12, 0, 0);
  }

  /** 3 inputs, 5 units, 7 steps: 4 · 5 · (3 + 5) weights, 8 · 5 biases. */
  @Test
  void recurrentUnits() {
    Drawn lstm =
        new Drawn()
            .floats("x", 7, 1, 3)
            .weights("w", 1, 20, 3)
            .weights("r", 1, 20, 5)
            .weights("b", 1, 40)
            .node("LSTM", "y", "x w r b", whole("hidden_size", 5));
    exactly(census(lstm), 20, 160, 200, 7 * 160, 7 * 15);
    assertThat(census(lstm, Answer.ONE_CELL).total().neurons().value()).isEqualTo(5);
    Drawn gru =
        new Drawn()
            .floats("x", 7, 1, 3)
            .weights("w", 2, 15, 3)
            .weights("r", 2, 15, 5)
            .node("GRU", "y", "x w r", whole("hidden_size", 5));
    exactly(census(gru), 30, 240, 240, 7 * 240, 7 * 30);
    Drawn rnn =
        new Drawn()
            .floats("x", 7, 1, 3)
            .weights("w", 1, 5, 3)
            .weights("r", 1, 5, 5)
            .node("RNN", "y", "x w r", whole("hidden_size", 5));
    exactly(census(rnn), 5, 40, 40, 7 * 40, 0);
  }

  /** 10 entries of 4; the unembedding uses them again, turned. */
  @Test
  void embeddingsAndTiedWeights() {
    Drawn graph =
        new Drawn()
            .input("x", 7, 1, 6)
            .weights("e", 10, 4)
            .node("Gather", "t", "e x")
            .node("Transpose", "u", "e")
            .node("MatMul", "y", "t u");
    Census census = census(graph);
    exactly(census, 10, 40, 40, 6 * 40, 0);
    assertThat(census.total().shared()).isEqualTo(Amount.of(40));
    assertThat(census(graph, Answer.ONE_HOT).total().synapses().value()).isEqualTo(80);
  }

  /** Width 6, 5 tokens: 18 rows of 6 and biases, and 2 · 5 · 5 · 6 products. */
  @Test
  void attentionOfOneNode() {
    Drawn graph =
        new Drawn(true)
            .floats("x", 1, 5, 6)
            .weights("w", 6, 18)
            .weights("b", 18)
            .node("Attention", "y", "x w b", whole("num_heads", 2));
    exactly(census(graph), 18, 108, 126, 5 * 108, 300);
    Drawn open =
        new Drawn(true)
            .floats("x", 1, -1, 6)
            .weights("w", 6, 18)
            .node("Attention", "y", "x w", whole("num_heads", 2));
    assertThat(census(open).total().parameters())
        .isEqualTo(new Amount(108, 108, 108, Amount.State.PARTLY));
  }

  /** Learnt numbers that are added are parameters; single ones are settings. */
  @Test
  void numbersThatAreAddedOrMultiplied() {
    Drawn graph =
        new Drawn()
            .floats("x", 1, 5, 6)
            .weights("p", 1, 5, 6)
            .weights("half", 1)
            .node("Add", "a", "x p")
            .node("Mul", "y", "a half");
    exactly(census(graph), 0, 0, 30, 0, 0);
  }

  @Test
  void whatIsNotKnownIsUncountedWithItsName() {
    Drawn graph =
        new Drawn()
            .floats("x", 1, 3)
            .weights("w", 3, 4)
            .weights("c", 2, 2)
            .node("MatMul", "z", "x w")
            .node("Fourier", "y", "z c");
    Census census = census(graph);
    assertThat(census.uncounted()).containsExactly("y: Fourier: is not known to the census");
    assertThat(census.total().neurons()).isEqualTo(new Amount(4, 4, 4, Amount.State.PARTLY));
    assertThat(census.total().parameters().value()).isEqualTo(12 + 4);
    assertThat(census(graph).total().synapses().known()).isFalse();
  }

  @Test
  void whatDoesNotFitIsTold() {
    Drawn graph =
        new Drawn()
            .floats("x", 1, 1, 5, 5)
            .weights("w", 1, 1, 3, 3)
            .node("Conv", "y", "x w", wholes("dilations", -9L, 1L), wholes("pads", 1L));
    assertThat(census(graph).total().parameters().value()).isEqualTo(9);
    Drawn flat =
        new Drawn()
            .floats("x", 3)
            .weights("w", 1, 20, 3)
            .weights("r", 1, 20, 5)
            .node("LSTM", "y", "x w r", whole("layout", 1));
    assertThatThrownBy(() -> census(flat)).hasMessageContaining("y: the extents of its inputs");
  }
}
