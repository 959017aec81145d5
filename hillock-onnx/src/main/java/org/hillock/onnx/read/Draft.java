package org.hillock.onnx.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Indices;

/** The network while the graph is read. */
final class Draft {

  private final List<DraftPopulation> populations = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private final Sequences sequences = new Sequences(this);

  DraftPopulation population(int id) {
    return populations.get(id);
  }

  /** Those that stay, in the order in which they were made. */
  List<DraftPopulation> staying() {
    return populations.stream().filter(p -> !p.isGone()).toList();
  }

  /** A new population that sends its sums as they are. */
  DraftPopulation add(String hint, int... shape) {
    return add(hint, DraftPopulation.IDENTITY, shape);
  }

  DraftPopulation add(String hint, String neuron, int... shape) {
    DraftPopulation added = new DraftPopulation(populations.size(), free(hint), neuron, shape);
    populations.add(added);
    return added;
  }

  /** A population of {@code size} neurons in place of one, under its name. */
  DraftPopulation instead(DraftPopulation old, int size) {
    old.remove();
    DraftPopulation made =
        new DraftPopulation(populations.size(), old.name(), old.neuron(), new int[] {size});
    populations.add(made);
    return made;
  }

  /** A population that stands for another and is not made itself. */
  DraftPopulation never(DraftPopulation other, int size) {
    DraftPopulation none =
        new DraftPopulation(populations.size(), other.name(), "sequence", new int[] {size});
    none.remove();
    populations.add(none);
    return none;
  }

  Sequences sequences() {
    return sequences;
  }

  /** A name that is allowed and not taken, as near to the hint as can be. */
  private String free(String hint) {
    String plain = hint.replaceAll("[^A-Za-z0-9_-]+", "_").replaceAll("^[^A-Za-z]+|_+$", "");
    String base = plain.isEmpty() ? "layer" : plain;
    String name = base;
    for (int copy = 2; !taken.add(name.toLowerCase(Locale.ROOT)); copy++) {
      name = base + "_" + copy;
    }
    return name;
  }

  /**
   * Makes a population of the listed cells, each sending on what it hears.
   *
   * @param target of element i the new neuron's number
   */
  DraftPopulation gather(String hint, Signal signal, int[] shape, int[] target) {
    DraftPopulation gathered = add(hint, shape);
    relay(signal, gathered, target, 1).forEach(gathered.incoming()::add);
    return gathered;
  }

  /**
   * Projections that bring every element of a signal to one neuron each.
   *
   * @param factor of all, beside the signal's own
   */
  List<DraftProjection> relay(Signal signal, DraftPopulation to, int[] target, double factor) {
    List<DraftProjection> all = new ArrayList<>();
    double weight = factor * signal.factor();
    for (int source : signal.populations()) {
      int[] pre = new int[signal.cells().length];
      int[] post = new int[pre.length];
      int count = 0;
      boolean straight = population(source).size() == to.size();
      for (int i = 0; i < pre.length; i++) {
        long cell = signal.cells()[i];
        if (cell != Signal.ZERO && Signal.population(cell) == source) {
          pre[count] = Signal.neuron(cell);
          post[count] = target[i];
          straight &= pre[count] == post[count];
          count++;
        }
      }
      boolean whole = straight && count == to.size() && isOnce(pre, count);
      Connectivity rule =
          whole
              ? new Connectivity.OneToOne()
              : new Connectivity.EdgeList(
                  Indices.of(Arrays.copyOf(pre, count)), Indices.of(Arrays.copyOf(post, count)));
      all.add(DraftProjection.of(source, rule, weight));
    }
    return all;
  }

  private static boolean isOnce(int[] numbers, int count) {
    return Arrays.stream(numbers, 0, count).distinct().count() == count;
  }

  /**
   * The population whose neurons, in their order, a signal's elements are.
   *
   * @param order of element i the neuron's number
   */
  Optional<DraftPopulation> whole(Signal signal, int[] order) {
    if (signal.cells().length == 0 || signal.cells()[0] == Signal.ZERO) {
      return Optional.empty();
    }
    int id = Signal.population(signal.cells()[0]);
    if (population(id).size() != order.length) {
      return Optional.empty();
    }
    for (int i = 0; i < order.length; i++) {
      if (signal.cells()[i] != Signal.cell(id, order[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(population(id));
  }

  /** The numbers 0, 1, 2, …. */
  static int[] straight(int count) {
    int[] all = new int[count];
    Arrays.setAll(all, i -> i);
    return all;
  }

  /** Applies a function to the sums of a signal: within their population, or in one behind it. */
  Signal bent(String hint, Signal signal, String neuron, Map<String, Double> params) {
    boolean inPlace =
        signal.exclusive()
            && signal.factor() == 1
            && signal.populations().stream().allMatch(p -> population(p).isPlainSum());
    if (inPlace) {
      signal.populations().forEach(p -> population(p).become(neuron, params));
      return signal;
    }
    Signal behind = behind(hint, signal);
    behind.populations().forEach(p -> population(p).become(neuron, params));
    return behind;
  }

  /**
   * New populations of sums, one behind each that a signal comes of; of those that it does not come
   * of wholly, behind the neurons that it does.
   */
  Signal behind(String hint, Signal signal) {
    long[] cells = signal.cells().clone();
    for (int source : signal.populations()) {
      DraftPopulation before = population(source);
      int[] used = new int[before.size()];
      Arrays.fill(used, -1);
      int count = 0;
      for (long cell : signal.cells()) {
        if (cell != Signal.ZERO && Signal.population(cell) == source) {
          int neuron = Signal.neuron(cell);
          used[neuron] = used[neuron] < 0 ? count++ : used[neuron];
        }
      }
      boolean whole = count == before.size();
      DraftPopulation made = whole ? add(hint, before.shape()) : add(hint, count);
      if (whole) {
        used = straight(count);
        if (before.shapeFixed()) {
          made.fixShape(before.shape());
        }
        made.incoming()
            .add(DraftProjection.of(source, new Connectivity.OneToOne(), signal.factor()));
      } else {
        made.incoming().add(DraftProjection.of(source, edges(used, count), signal.factor()));
      }
      for (int i = 0; i < cells.length; i++) {
        long cell = signal.cells()[i];
        if (cell != Signal.ZERO && Signal.population(cell) == source) {
          cells[i] = Signal.cell(made.id(), used[Signal.neuron(cell)]);
        }
      }
    }
    return new Signal(signal.dims(), cells, 1, true);
  }

  private static Connectivity edges(int[] used, int count) {
    int[] pre = new int[count];
    for (int neuron = 0; neuron < used.length; neuron++) {
      if (used[neuron] >= 0) {
        pre[used[neuron]] = neuron;
      }
    }
    return new Connectivity.EdgeList(Indices.of(pre), Indices.of(straight(count)));
  }
}
