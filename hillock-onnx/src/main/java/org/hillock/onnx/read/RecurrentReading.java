package org.hillock.onnx.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.RateFunction;

/**
 * RNN, GRU and LSTM as populations that hear in each pass what they sent in the one before. Gates
 * are neurons like all others, and what they let through are products.
 */
final class RecurrentReading {

  private static final String PRODUCT = "product";
  private static final Map<String, String> FUNCTIONS =
      Map.of("sigmoid", "sigmoid", "tanh", "tanh", "relu", "relu", "affine", "identity");

  private RecurrentReading() {}

  static void addTo(Map<String, NodeReader> readers) {
    readers.put("RNN", n -> new Layer(n, 1).plain());
    readers.put("GRU", n -> new Layer(n, 3).gated());
    readers.put("LSTM", n -> new Layer(n, 4).longShortTerm());
  }

  /** One layer that is read. */
  private static final class Layer {

    private final NodeReading node;
    private final Draft draft;
    private final int length;
    private final int hidden;
    private final int features;
    private final double factor;
    private final DraftPopulation heard;
    private final double[] weights;
    private final double[] recurrent;
    private final Optional<double[]> biases;
    private final int gates;

    Layer(NodeReading node, int gates) {
      this.node = node;
      this.gates = gates;
      draft = node.draft();
      refuse();
      Signal sequence = node.signal(0);
      boolean batchFirst = node.attributes().whole("layout", 0) == 1;
      int[] dims = sequence.dims();
      if (dims.length != 3 || dims[batchFirst ? 0 : 1] != 1) {
        throw new NotRepresentable(
            "it reads " + Arrays.toString(dims) + ", no sequence of one input");
      }
      length = dims[batchFirst ? 1 : 0];
      features = dims[2];
      factor = sequence.factor();
      Fixed w = node.fixed(1, "weights");
      hidden = w.dims()[1] / gates;
      weights = w.numbers();
      recurrent = node.fixed(2, "recurrent weights").numbers();
      biases = node.optional(3, "biases").map(Fixed::numbers);
      heard = draft.sequences().heard(sequence, length);
    }

    /** What passes cannot say. */
    private void refuse() {
      String direction = node.attributes().text("direction", "forward");
      if (!direction.equals("forward")) {
        throw new NotRepresentable("it hears the sequence backward (" + direction + ")");
      }
      if (node.has(4)) {
        throw new NotRepresentable("sequences end at different steps (sequence_lens)");
      }
      for (int state = 5; state <= 6; state++) {
        if (node.has(state) && !node.fixed(state, "first states").isAll(0)) {
          throw new NotRepresentable("it begins with states other than 0");
        }
      }
      if (node.has(7)) {
        throw new NotRepresentable("its gates look at the cells (peepholes)");
      }
      if (node.attributes().has("clip") || node.attributes().whole("input_forget", 0) != 0) {
        throw new NotRepresentable(
            "it cuts its sums off (clip), or couples its gates (input_forget)");
      }
    }

    private String function(int index, String standard) {
      List<String> stated = node.attributes().texts("activations");
      String name = index < stated.size() ? stated.get(index).toLowerCase(Locale.ROOT) : standard;
      boolean shaped =
          !node.attributes().reals("activation_alpha").isEmpty()
              || !node.attributes().reals("activation_beta").isEmpty();
      if (!FUNCTIONS.containsKey(name) || shaped) {
        throw new NotRepresentable("its function '" + name + "' is none of " + FUNCTIONS.keySet());
      }
      return String.valueOf(FUNCTIONS.get(name));
    }

    private DraftPopulation population(String part, String neuron) {
      return draft.add(node.hint() + "_" + part, neuron, hidden);
    }

    /** What a gate hears of the sequence. */
    private DraftProjection ofInput(int gate) {
      int from = gate * hidden * features;
      double[] own = Arrays.copyOfRange(weights, from, from + hidden * features);
      DraftProjection projection = DraftProjection.of(heard.id(), new Dense(), own);
      projection.scale(new double[] {factor}, hidden);
      return projection;
    }

    private DraftProjection ofStates(int gate, DraftPopulation states) {
      int from = gate * hidden * hidden;
      return DraftProjection.of(
          states.id(), new Dense(), Arrays.copyOfRange(recurrent, from, from + hidden * hidden));
    }

    private double[] bias(int gate, boolean ofInput, boolean ofStates) {
      double[] sum = new double[hidden];
      for (int i = 0; i < hidden && biases.isPresent(); i++) {
        sum[i] += ofInput ? biases.get()[gate * hidden + i] : 0;
        sum[i] += ofStates ? biases.get()[(gates + gate) * hidden + i] : 0;
      }
      return sum;
    }

    private static DraftProjection each(DraftPopulation from, double weight) {
      return DraftProjection.of(from.id(), new OneToOne(), weight);
    }

    /** A gate: it hears the sequence, and the states of the pass before. */
    private DraftPopulation gate(String part, int number, String neuron, DraftPopulation states) {
      DraftPopulation gate = population(part, neuron);
      hear(gate, number, states);
      return gate;
    }

    private void hear(DraftPopulation gate, int number, DraftPopulation states) {
      gate.incoming().add(ofInput(number));
      gate.incoming().add(ofStates(number, states).after(1));
      gate.addBias(bias(number, true, true));
    }

    private DraftPopulation product(String part, DraftProjection left, DraftProjection right) {
      DraftPopulation product = population(part, PRODUCT);
      product.incoming().add(left.at("left"));
      product.incoming().add(right.at(RateFunction.RIGHT));
      return product;
    }

    private List<Signal> outputs(DraftPopulation states, DraftPopulation cells) {
      boolean batchFirst = node.attributes().whole("layout", 0) == 1;
      int[] all = batchFirst ? new int[] {1, length, 1, hidden} : new int[] {length, 1, 1, hidden};
      int[] last = {1, 1, hidden};
      return List.of(
          draft.sequences().of(states, length, all),
          Signal.of(states.id(), last).shared(),
          Signal.of(cells.id(), last).shared());
    }

    /** h = f(W·x + R·h before). */
    List<Signal> plain() {
      DraftPopulation states = population("state", function(0, "tanh"));
      hear(states, 0, states);
      return outputs(states, states);
    }

    /** Gates in the order input, output, forget, cell. */
    List<Signal> longShortTerm() {
      DraftPopulation states = population("state", PRODUCT);
      DraftPopulation input = gate("input", 0, function(0, "sigmoid"), states);
      DraftPopulation output = gate("output", 1, function(0, "sigmoid"), states);
      DraftPopulation forget = gate("forget", 2, function(0, "sigmoid"), states);
      DraftPopulation candidate = gate("candidate", 3, function(1, "tanh"), states);
      DraftPopulation cells = population("cell", DraftPopulation.IDENTITY);
      DraftPopulation kept = product("kept", each(forget, 1), each(cells, 1).after(1));
      DraftPopulation added = product("added", each(input, 1), each(candidate, 1));
      cells.incoming().addAll(List.of(each(kept, 1), each(added, 1)));
      DraftPopulation bent = population("bent", function(2, "tanh"));
      bent.incoming().add(each(cells, 1));
      states.incoming().add(each(output, 1).at("left"));
      states.incoming().add(each(bent, 1).at(RateFunction.RIGHT));
      return outputs(states, cells);
    }

    /** Gates in the order update, reset, candidate; h = (1 - z)·n + z·h before. */
    List<Signal> gated() {
      DraftPopulation states = population("state", DraftPopulation.IDENTITY);
      DraftPopulation update = gate("update", 0, function(0, "sigmoid"), states);
      DraftPopulation reset = gate("reset", 1, function(0, "sigmoid"), states);
      DraftPopulation candidate = population("candidate", function(1, "tanh"));
      candidate.incoming().add(ofInput(2));
      if (node.attributes().whole("linear_before_reset", 0) != 0) {
        DraftPopulation recalled = population("recalled", DraftPopulation.IDENTITY);
        recalled.incoming().add(ofStates(2, states).after(1));
        recalled.addBias(bias(2, false, true));
        DraftPopulation passed = product("passed", each(reset, 1), each(recalled, 1));
        candidate.incoming().add(each(passed, 1));
        candidate.addBias(bias(2, true, false));
      } else {
        DraftPopulation passed = product("passed", each(reset, 1), each(states, 1).after(1));
        candidate.incoming().add(ofStates(2, passed));
        candidate.addBias(bias(2, true, true));
      }
      DraftPopulation kept = product("kept", each(update, 1), each(states, 1).after(1));
      DraftPopulation added = product("added", each(update, -1), each(candidate, 1));
      double[] ones = new double[hidden];
      Arrays.fill(ones, 1);
      added.addBias(ones);
      states.incoming().addAll(List.of(each(kept, 1), each(added, 1)));
      return outputs(states, states);
    }
  }
}
