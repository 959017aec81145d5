package org.hillock.onnx.read;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether the sums that a signal comes of may still be changed, and new ones where they may not.
 */
final class Ownership {

  private Ownership() {}

  /**
   * A population that nothing ends on yet.
   *
   * @param signal its neurons as elements
   * @param target of element i the neuron's number
   */
  record Fresh(DraftPopulation population, Signal signal, int[] target) {}

  /** A new population for a value of these extents: a sheet where it is one. */
  static Fresh fresh(NodeReading node, int[] dims) {
    int count = Value.count(dims);
    if (dims.length == 4 && dims[0] == 1) {
      DraftPopulation made = node.draft().add(node.hint(), dims[2], dims[3], dims[1]);
      Signal signal = ConvolutionReading.sheetSignal(made);
      int[] target = new int[count];
      Arrays.setAll(target, i -> Signal.neuron(signal.cells()[i]));
      return new Fresh(made, signal, target);
    }
    DraftPopulation made = node.draft().add(node.hint(), count);
    return new Fresh(made, Signal.of(made.id(), dims), Draft.straight(count));
  }

  /** The same values as sums of one new population. */
  static Signal gathered(NodeReading node, Signal signal) {
    Fresh fresh = fresh(node, signal.dims());
    node.draft()
        .relay(signal, fresh.population(), fresh.target(), 1)
        .forEach(fresh.population().incoming()::add);
    return fresh.signal();
  }

  /** Whether its elements are sums that nothing else reads. */
  static boolean isOwned(Draft draft, Signal signal) {
    return signal.exclusive()
        && signal.factor() == 1
        && signal.coversOnce(draft)
        && signal.populations().stream().allMatch(p -> draft.population(p).isPlainSum());
  }

  /** The same values as sums that nothing else reads. */
  static Signal own(NodeReading node, Signal signal) {
    Draft draft = node.draft();
    Signal settled = settled(draft, signal);
    if (isOwned(draft, settled)) {
      return settled;
    }
    return settled.coversOnce(draft) ? draft.behind(node.hint(), settled) : gathered(node, settled);
  }

  /**
   * A factor that is still to be multiplied goes into the weights before, where that is allowed.
   */
  private static Signal settled(Draft draft, Signal signal) {
    double[] factor = {signal.factor()};
    Signal settled = signal.withFactor(1);
    boolean can =
        isOwned(draft, settled)
            && signal.populations().stream().allMatch(p -> isScalable(draft.population(p)));
    if (signal.factor() == 1 || !can) {
      return signal;
    }
    signal.populations().forEach(p -> draft.population(p).scale(factor));
    return settled;
  }

  private static boolean isScalable(DraftPopulation population) {
    double[] each = new double[population.channels()];
    return population.canScale(each);
  }

  /**
   * Numbers for the neurons of each population that a signal comes of: one for each channel where
   * all places agree, else one for each neuron.
   */
  static Map<Integer, double[]> byPopulation(Draft draft, Signal signal, Fixed numbers) {
    Map<Integer, double[]> all = new LinkedHashMap<>();
    for (int i = 0; i < signal.cells().length; i++) {
      long cell = signal.cells()[i];
      int id = Signal.population(cell);
      all.computeIfAbsent(id, p -> new double[draft.population(p).size()])[Signal.neuron(cell)] =
          numbers.numbers()[i];
    }
    all.replaceAll((id, each) -> byChannel(draft.population(id), each));
    return all;
  }

  private static double[] byChannel(DraftPopulation population, double[] each) {
    int channels = population.channels();
    if (!population.shapeFixed()) {
      return each;
    }
    for (int i = channels; i < each.length; i++) {
      if (each[i] != each[i % channels]) {
        return each;
      }
    }
    return Arrays.copyOf(each, channels);
  }

  /**
   * Lets all that ends on the second signal's populations end on the first's, where each element is
   * the same neuron of both.
   */
  static boolean unite(Draft draft, Signal first, Signal second) {
    Map<Integer, Integer> partners = new HashMap<>();
    for (int i = 0; i < first.cells().length; i++) {
      long a = first.cells()[i];
      long b = second.cells()[i];
      int partner = partners.computeIfAbsent(Signal.population(b), p -> Signal.population(a));
      if (partner != Signal.population(a) || Signal.neuron(a) != Signal.neuron(b)) {
        return false;
      }
    }
    for (Map.Entry<Integer, Integer> pair : partners.entrySet()) {
      DraftPopulation gone = draft.population(pair.getKey());
      DraftPopulation stays = draft.population(pair.getValue());
      if (gone == stays || !Arrays.equals(gone.shape(), stays.shape())) {
        return false;
      }
    }
    partners.forEach((b, a) -> {
      DraftPopulation gone = draft.population(b);
      DraftPopulation stays = draft.population(a);
      stays.incoming().addAll(gone.incoming());
      double[] bias = gone.bias();
      if (bias != null) {
        stays.addBias(bias);
      }
      gone.remove();
    });
    return true;
  }
}
