package org.hillock.onnx.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Presentation;
import org.hillock.core.network.Shape;

/**
 * Values that are sequences. A graph holds all steps of a sequence at once; a network hears one in
 * each pass. So a sequence is written down as a population that is never made, one neuron for each
 * step and feature, beside the one that has a neuron for each feature.
 */
final class Sequences {

  /** A population that is heard step by step. */
  private record Sequence(DraftPopulation steps, int length) {}

  private final Draft draft;
  private final Map<Integer, Sequence> sequences = new HashMap<>();
  private Optional<Presentation> presentation = Optional.empty();

  Sequences(Draft draft) {
    this.draft = draft;
  }

  /** How the input comes to the network, where it comes step by step. */
  Optional<Presentation> presentation() {
    return presentation;
  }

  /**
   * The population that gives one step of a sequence in each pass.
   *
   * @param signal the sequence: [steps, …, features], one input
   */
  DraftPopulation heard(Signal signal, int length) {
    int features = signal.cells().length / length;
    Optional<DraftPopulation> whole = draft.whole(signal, Draft.straight(signal.cells().length));
    if (whole.isEmpty()) {
      throw new NotRepresentable("what it reads is no sequence that comes from outside as it is");
    }
    Sequence known = sequences.get(whole.get().id());
    if (known != null && known.length() == length) {
      return known.steps();
    }
    if (known != null || !whole.get().neuron().equals(DraftPopulation.INPUT)) {
      throw new NotRepresentable(
          "its sequence is made of what the graph computes for all steps at once");
    }
    DraftPopulation input = whole.get();
    DraftPopulation step = draft.instead(input, features);
    sequences.put(input.id(), new Sequence(step, length));
    presentation =
        Optional.of(Presentation.inPasses(Shape.of(length, features, 1), Presentation.Order.ROWS));
    return step;
  }

  /** The values of a population in all steps, of which only the last stands at the end. */
  Signal of(DraftPopulation steps, int length, int... dims) {
    DraftPopulation all = draft.never(steps, length * steps.size());
    sequences.put(all.id(), new Sequence(steps, length));
    return Signal.of(all.id(), dims);
  }

  /** The same signal, where it reads last steps alone; those stand when all was heard. */
  Signal atTheEnd(Signal signal) {
    if (sequences.isEmpty()) {
      return signal;
    }
    long[] cells = signal.cells().clone();
    for (int i = 0; i < cells.length; i++) {
      Sequence sequence =
          cells[i] == Signal.ZERO ? null : sequences.get(Signal.population(cells[i]));
      if (sequence != null) {
        int size = sequence.steps().size();
        int neuron = Signal.neuron(cells[i]);
        if (neuron / size != sequence.length() - 1) {
          throw new NotRepresentable(
              "it reads what a recurrent layer gave in earlier steps than the last");
        }
        cells[i] = Signal.cell(sequence.steps().id(), neuron % size);
      }
    }
    // What is heard again in the next pass may not be changed by what reads it at the end.
    return new Signal(signal.dims(), cells, signal.factor(), false);
  }
}
