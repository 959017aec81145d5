package org.hillock.core.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hillock.core.census.Operator.Cell;
import org.hillock.core.census.Operator.Constants;
import org.hillock.core.census.Operator.Convolution;
import org.hillock.core.census.Operator.Embedding;
import org.hillock.core.census.Operator.Linear;
import org.hillock.core.census.Operator.Normalisation;
import org.hillock.core.census.Operator.Pooling;
import org.hillock.core.census.Operator.Products;
import org.hillock.core.census.Operator.Recurrent;
import org.hillock.core.census.Operator.Uncounted;
import org.hillock.core.census.Operator.Weightless;
import org.hillock.core.census.Operator.WeightsOnly;
import org.junit.jupiter.api.Test;

/** Every operator against a count done by hand, which stands beside it. */
class OperatorCountTest {

  private static final Definitions STANDARD = Definitions.standard();

  private static Counts count(Definitions definitions, boolean token, Part... parts) {
    Architecture.Input input = new Architecture.Input("one", 7, token);
    return Census.of(new Architecture("x", "", "", input, List.of(parts), List.of()), definitions)
        .total();
  }

  private static Counts count(Operator operator, Answer... answers) {
    Definitions definitions = STANDARD;
    for (Answer answer : answers) {
      definitions = definitions.with(answer);
    }
    return count(definitions, false, Layer.of("layer", operator));
  }

  /** Neurons, synapses, parameters, multiply-adds, products. */
  private static long[] of(Counts counts) {
    return new long[] {
      counts.neurons().value(),
      counts.synapses().value(),
      counts.parameters().value(),
      counts.multiplyAdds().value(),
      counts.products().value()
    };
  }

  /** 4 rows of 3 weights, and 4 biases. */
  @Test
  void linear() {
    assertThat(of(count(new Linear(4, 3, true)))).containsExactly(4, 12, 16, 12, 0);
    assertThat(of(count(new Linear(4, 3, false)))).containsExactly(4, 12, 12, 12, 0);
    assertThat(of(count(new Linear(4, 3, true), Answer.SYNAPSE))).containsExactly(4, 16, 16, 12, 0);
    // a matrix that is fixed has connections and no parameters
    assertThat(of(count(new Linear(4, 3, false, false)))).containsExactly(4, 12, 0, 12, 0);
  }

  /** σ(W₁σ(W₂σ(W₃x))) of 3 values, with 5, 4 and 2 rows: 11 neurons, 15 + 20 + 8 synapses. */
  @Test
  void threeMatricesInEachOtherAreTheirRows() {
    Layer third = Layer.of("w3", new Linear(5, 3, false)).then("sigmoid");
    Layer second = Layer.of("w2", new Linear(4, 5, false)).then("sigmoid");
    Layer first = Layer.of("w1", new Linear(2, 4, false)).then("sigmoid").answering();
    assertThat(of(count(STANDARD, false, third, second, first))).containsExactly(11, 43, 43, 43, 0);
    Definitions units = STANDARD.with(Answer.UNITS);
    assertThat(count(units, false, third, second, first).neurons().value()).isEqualTo(11);
    assertThat(count(STANDARD.with(Answer.HIDDEN), false, third, second, first).neurons().value())
        .isEqualTo(9);
    assertThat(count(STANDARD.with(Answer.SOURCES), false, third).neurons().value())
        .isEqualTo(5 + 7);
    // without σ these are still rows, but no units
    Layer linear = Layer.of("w", new Linear(5, 3, false));
    assertThat(count(units, false, linear).neurons().value()).isZero();
  }

  /**
   * 5 × 5 of 2 channels, 4 filters of 3 × 3 with a zero around: 5 × 5 places, 13 × 13 pairs of
   * place and cell inside (5 cells along an axis: 2 + 3 + 3 + 3 + 2 = 13), 15 × 15 with zeros.
   */
  @Test
  void convolution() {
    Axis axis = Axis.sliding(5, 3, 1, 1);
    Convolution c = Convolution.grouped(List.of(axis, axis), 2, 4, 1, true);
    long places = 25 * 4;
    assertThat(of(count(c))).containsExactly(places, 169 * 8, 9 * 8 + 4, 225 * 8, 0);
    assertThat(of(count(c, Answer.ALL))).containsExactly(places, 225 * 8, 9 * 8 + 4, 225 * 8, 0);
    assertThat(of(count(c, Answer.SYNAPSE)))
        .containsExactly(places, 169 * 8 + places, 9 * 8 + 4, 225 * 8, 0);
    assertThat(of(count(c, Answer.ONE_FILTER))).containsExactly(4, 9 * 8, 9 * 8 + 4, 225 * 8, 0);
  }

  /**
   * In 2 groups a filter sees 1 of 2 channels: 4 pairs of channels; stride 2 gives 3 × 3 places.
   */
  @Test
  void convolutionInGroupsWithStrideAndDilation() {
    Axis stride = Axis.sliding(5, 3, 2, 1);
    Convolution grouped = Convolution.grouped(List.of(stride, stride), 2, 4, 2, false);
    assertThat(of(count(grouped))).containsExactly(36, 49 * 4, 9 * 4, 81 * 4, 0);
    // depthwise: as many groups as channels
    Convolution depthwise = Convolution.grouped(List.of(stride, stride), 4, 4, 4, false);
    assertThat(of(count(depthwise))).containsExactly(36, 49 * 4, 9 * 4, 81 * 4, 0);
    // dilation 2, zeros 2: 5 places; cells at -2, 0, 2 miss two of five on either side: 3 + 5 + 3
    Axis dilated = Axis.sliding(5, 3, 1, 2, 2, 2);
    Convolution line = Convolution.grouped(List.of(dilated), 1, 1, 1, false);
    assertThat(of(count(line))).containsExactly(5, 11, 3, 15, 0);
    assertThatThrownBy(() -> Convolution.grouped(List.of(dilated), 3, 4, 2, false))
        .hasMessage("2 groups do not divide 3 channels into 4");
  }

  /** 4 × 4 of 3 channels in windows of 2 × 2: 4 windows of 4 for each channel. */
  @Test
  void pooling() {
    Axis axis = Axis.sliding(4, 2, 2, 0);
    List<Axis> window = List.of(axis, axis);
    Pooling max = new Pooling("max", window, 3, false);
    assertThat(of(count(max))).containsExactly(0, 0, 0, 0, 0);
    assertThat(of(count(max, Answer.POOLED))).containsExactly(12, 48, 0, 0, 0);
    Pooling trained = new Pooling("mean", window, 3, true);
    assertThat(of(count(trained))).containsExactly(12, 48, 6, 48, 0);
    assertThat(of(count(trained, Answer.SYNAPSE))).containsExactly(12, 60, 6, 48, 0);
  }

  /** 3 channels of 16 values each: 3 factors and 3 summands. */
  @Test
  void normalisation() {
    Normalisation batch = new Normalisation("batch", 3, 3, 48);
    assertThat(of(count(batch))).containsExactly(0, 0, 6, 0, 0);
    assertThat(of(count(batch, Answer.SCALED))).containsExactly(48, 48, 6, 48, 0);
    assertThat(of(count(batch, Answer.SCALED, Answer.SYNAPSE))).containsExactly(48, 96, 6, 48, 0);
    assertThat(of(count(new Normalisation("layer", 8, 8, 8)))).containsExactly(0, 0, 16, 0, 0);
    assertThat(of(count(new Normalisation("rms", 8, 0, 8)))).containsExactly(0, 0, 8, 0, 0);
  }

  /** 3 inputs, 5 units: each gate hears 3 + 5 values. */
  @Test
  void recurrentUnits() {
    assertThat(of(count(new Recurrent(Cell.RNN, 3, 5, 1, 1, false))))
        .containsExactly(5, 40, 45, 40, 0);
    assertThat(of(count(new Recurrent(Cell.GRU, 3, 5, 1, 2, false))))
        .containsExactly(15, 120, 150, 120, 15);
    Recurrent lstm = new Recurrent(Cell.LSTM, 3, 5, 1, 2, false);
    assertThat(of(count(lstm))).containsExactly(20, 160, 200, 160, 15);
    assertThat(count(lstm, Answer.ONE_CELL).neurons().value()).isEqualTo(5);
    assertThat(count(lstm, Answer.SYNAPSE).synapses().value()).isEqualTo(200);
    // peepholes: three gates of each unit see the cell
    assertThat(of(count(new Recurrent(Cell.LSTM, 3, 5, 2, 1, true))))
        .containsExactly(40, 350, 390, 350, 30);
  }

  /** 10 entries of 4 numbers; as a one-hot vector, 4 rows of 10. */
  @Test
  void embeddings() {
    assertThat(of(count(new Embedding(10, 4)))).containsExactly(0, 0, 40, 0, 0);
    assertThat(of(count(new Embedding(10, 4), Answer.ONE_HOT))).containsExactly(4, 40, 40, 40, 0);
  }

  /** Tied: an unembedding of the same 40 numbers is 10 neurons with 40 synapses and shares them. */
  @Test
  void tiedWeightsAreParametersOnce() {
    Layer embedding = Layer.of("embedding", new Embedding(10, 4));
    Layer head = Layer.of("head", new Linear(10, 4, false)).tiedTo("embedding");
    Counts counts = count(STANDARD, false, embedding, head);
    assertThat(of(counts)).containsExactly(10, 40, 40, 40, 0);
    assertThat(counts.shared().value()).isEqualTo(40);
  }

  /** 2 heads of 3, 5 tokens: 6 products for each pair of tokens. */
  @Test
  void attentionsProductsAreNoSynapses() {
    Layer all = Layer.of("scores", new Products("QKᵀ", 6, 5, false)).on(5);
    assertThat(of(count(STANDARD, false, all))).containsExactly(0, 0, 0, 0, 150);
    assertThat(of(count(STANDARD, true, all))).containsExactly(0, 0, 0, 0, 30);
    Layer causal = Layer.of("scores", new Products("QKᵀ", 6, 5, true)).on(5);
    // 1 + 2 + 3 + 4 + 5 pairs
    assertThat(of(count(STANDARD, false, causal))).containsExactly(0, 0, 0, 0, 90);
    Layer window = Layer.of("scores", new Products("QKᵀ", 6, 2, true)).on(5);
    // 1 + 2 + 2 + 2 + 2 pairs
    assertThat(of(count(STANDARD, false, window))).containsExactly(0, 0, 0, 0, 54);
    Layer gate = Layer.of("gate", Products.elementwise("gate", 6)).on(5);
    assertThat(of(count(STANDARD, false, gate))).containsExactly(0, 0, 0, 0, 30);
  }

  /** A matrix used for 5 tokens is one set of rows, or five. */
  @Test
  void tokensShareRows() {
    Layer linear = Layer.of("query", new Linear(4, 3, true)).on(5);
    assertThat(of(count(STANDARD, true, linear))).containsExactly(4, 12, 16, 12, 0);
    assertThat(of(count(STANDARD, false, linear))).containsExactly(4, 12, 16, 60, 0);
    assertThat(of(count(STANDARD.with(Answer.EACH_TOKEN), true, linear)))
        .containsExactly(20, 60, 16, 60, 0);
  }

  /** Two matrices onto the same sums are the neurons of one. */
  @Test
  void whatJoinsHasNoNeuronsOfItsOwn() {
    Layer first = Layer.of("from_a", new Linear(4, 3, true));
    Layer second = Layer.of("from_b", new Linear(4, 2, false)).joining();
    assertThat(of(count(STANDARD, false, first, second))).containsExactly(4, 20, 24, 20, 0);
  }

  @Test
  void whatHasNoWeightsCountsNothing() {
    assertThat(of(count(new Weightless("softmax")))).containsExactly(0, 0, 0, 0, 0);
    assertThat(of(count(new Constants("class token", 8)))).containsExactly(0, 0, 8, 0, 0);
  }

  @Test
  void whatIsNotCountedIsNamedAndNeverZero() {
    Layer linear = Layer.of("fc", new Linear(4, 3, true));
    Layer odd = Layer.of("odd", new Uncounted("Fourier", "is not known"));
    Block block = Block.of("block", linear, odd);
    Architecture.Input input = new Architecture.Input("one", 3, false);
    Census census =
        Census.of(
            new Architecture("x", "", "", input, List.of(block), List.of()),
            Definitions.standard());
    assertThat(census.uncounted()).containsExactly("block.odd: Fourier: is not known");
    assertThat(census.total().neurons().state()).isEqualTo(Amount.State.PARTLY);
    assertThat(census.total().neurons().value()).isEqualTo(4);
    assertThat(count(STANDARD, false, odd).synapses().state()).isEqualTo(Amount.State.UNKNOWN);
    Counts weights = count(new WeightsOnly("filters", 72, "the image's extent is not stated"));
    assertThat(weights.parameters()).isEqualTo(Amount.of(72));
    assertThat(weights.neurons().state()).isEqualTo(Amount.State.UNKNOWN);
    assertThat(census.find("block.fc")).isPresent();
    assertThat(census.find("block.no")).isEmpty();
  }

  @Test
  void whatIsBeyondALongIsRefusedWithItsPlace() {
    Block block = Block.of("block", Layer.of("fc", new Linear(1L << 40, 1L << 40, true)));
    assertThatThrownBy(() -> count(STANDARD, false, block))
        .hasMessage("block.fc: a count of it is beyond 2^63 - 1");
    Block many =
        new Block("many", 1000, List.of(Layer.of("fc", new Linear(1L << 31, 1L << 31, false))));
    assertThatThrownBy(() -> count(STANDARD, false, many))
        .hasMessage("x: a count of it is beyond 2^63 - 1");
    assertThatThrownBy(() -> new Block("none", 0, List.of())).hasMessageContaining("0 blocks");
  }
}
