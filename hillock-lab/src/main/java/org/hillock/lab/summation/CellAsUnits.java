package org.hillock.lab.summation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.hillock.core.quantity.Quantity;

/**
 * Of how many units a network must be to say what a cell will do: random spikes arrive at its
 * synapses, and one weighted sum and small networks learn from numbers of spikes at each synapse
 * whether it spikes, and how far its potential rises where sodium channels of soma and axon are
 * taken out (Poirazi, Brannon and Mel 2003, doi 10.1016/S0896-6273(03)00149-1; Beniaguev, Segev and
 * London 2021, doi 10.1016/j.neuron.2021.07.002). Quality is that on cells which no fit had seen.
 *
 * <p>What comes of it depends on what arrives, on windows and on how much was seen: larger networks
 * need more rows to show what they can. So it is measured under several {@link Condition}s.
 *
 * @param seed of spikes and fits
 * @param studied each cell under each condition
 */
public record CellAsUnits(long seed, List<Studied> studied) {

  private static final double EVERY_MS = 0.5;

  /** Twice that of single cells: here many responses count and none alone. */
  private static final double STEP_MS = 0.05;

  private static final int FOLDS = 3;

  private static final double[] RIDGES = {1e-4, 1e-3, 3e-3, 1e-2};

  public CellAsUnits {
    studied = List.copyOf(studied);
  }

  /**
   * How it is measured.
   *
   * @param id key in results
   * @param input what arrives
   * @param windowMs numbers of spikes are counted in windows of this length
   * @param history so many windows count
   * @param cells side by side, each with spikes of its own; a multiple of the folds
   * @param durationMs of each
   * @param mostUnits that are tried, a power of two
   */
  public record Condition(
      String id,
      RandomInput input,
      double windowMs,
      int history,
      int cells,
      double durationMs,
      int mostUnits) {

    /** For people: what arrives, in which windows, how many rows. */
    public String told() {
      return input.name()
          + ", "
          + history
          + (history == 1 ? " window of " : " windows of ")
          + Quantity.text(windowMs)
          + " ms, "
          + cells
          + " cells for "
          + Quantity.text(durationMs / 1000)
          + " s each";
    }

    Windows windows() {
      return new Windows(windowMs, (int) Math.floor(durationMs / windowMs), history);
    }
  }

  /**
   * What came of one cell under one condition.
   *
   * @param cell its id
   * @param name of the cell, for people
   * @param spikesPerSecond how often it fired
   * @param rows that were predicted
   * @param spikes whether it spikes in a window
   * @param potential the highest potential in a window, in mV
   */
  public record Studied(
      String cell,
      String name,
      Condition condition,
      double spikesPerSecond,
      int rows,
      UnitsNeeded spikes,
      UnitsNeeded potential) {}

  /** Short volleys, each from rest: what can be told from numbers of spikes alone. */
  public static Condition volleys(String id, int cells) {
    RandomInput input = new RandomInput("volleys of 15 ms", 150, 15, 0.22, 0.12);
    return new Condition(id, input, 150, 1, cells, 4500, 16);
  }

  /** Steady input, read in windows of 20 ms. */
  public static Condition steady(String id, int cells) {
    RandomInput input = new RandomInput("steady input", 100, 100, 0.15, 0.3);
    return new Condition(id, input, 20, 4, cells, 4000, 4);
  }

  /**
   * All that comes with Hillock and the comparison quotes: three cells in volleys and in steady
   * input, and the richest again on less data. Takes minutes.
   */
  public static CellAsUnits measureAll(Consumer<String> progress) {
    long seed = 1;
    List<Studied> all = new ArrayList<>();
    List<AddingCell> active = List.of(AddingCell.active());
    all.addAll(
        measure(AddingCell.all(), List.of(volleys("volleys", 96)), seed, progress).studied());
    all.addAll(measure(active, List.of(volleys("fewer", 24)), seed, progress).studied());
    all.addAll(measure(AddingCell.all(), List.of(steady("steady", 18)), seed, progress).studied());
    return new CellAsUnits(seed, all);
  }

  /** One cell under one condition. */
  public Studied of(String condition, String cell) {
    return studied.stream()
        .filter(s -> s.condition().id().equals(condition) && s.cell().equals(cell))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(cell + " was not studied under " + condition));
  }

  /**
   * Measures cells under conditions.
   *
   * @param progress told what begins
   */
  public static CellAsUnits measure(
      List<AddingCell> cells, List<Condition> conditions, long seed, Consumer<String> progress) {
    List<Studied> all = new ArrayList<>();
    for (Condition condition : conditions) {
      double[][][] arrivals =
          AddingCell.arrivals(condition.input(), seed, condition.cells(), condition.durationMs());
      for (AddingCell cell : cells) {
        progress.accept(cell.name() + ": " + condition.told());
        all.add(studied(cell, condition, arrivals, seed));
      }
    }
    return new CellAsUnits(seed, all);
  }

  private static Studied studied(
      AddingCell cell, Condition condition, double[][][] arrivals, long seed) {
    List<DrivenCells.Drive> drives = cell.drives(arrivals);
    DrivenCells.Seen firing = run(cell, true, condition, drives);
    DrivenCells.Seen quiet = run(cell, false, condition, drives);
    Windows windows = condition.windows();
    List<double[][]> events = Arrays.asList(arrivals);
    List<double[]> peaks = new ArrayList<>();
    for (double[] mv : quiet.mv()) {
      peaks.add(peaks(windows, quiet.sampleMs(), mv));
    }
    Observations spikes = windows.spikes(events, Arrays.asList(firing.spikesMs()));
    Observations potentials = windows.potentials(events, peaks);
    double fired = Arrays.stream(firing.spikesMs()).mapToInt(s -> s.length).sum();
    return new Studied(
        cell.id(),
        cell.name(),
        condition,
        fired / condition.cells() / (condition.durationMs() / 1000),
        spikes.rows(),
        needed(spikes, condition, seed),
        needed(potentials, condition, seed));
  }

  private static DrivenCells.Seen run(
      AddingCell cell, boolean spiking, Condition condition, List<DrivenCells.Drive> drives) {
    return DrivenCells.run(
        spiking ? cell.spiking() : cell.quiet(),
        condition.cells(),
        drives,
        cell.place(),
        EVERY_MS,
        condition.durationMs(),
        STEP_MS);
  }

  private static UnitsNeeded needed(Observations seen, Condition condition, long seed) {
    List<HiddenLayer.Effort> efforts =
        Arrays.stream(RIDGES).mapToObj(r -> new HiddenLayer.Effort(r, 1, 200, seed)).toList();
    return UnitsNeeded.ofGroups(
        seen, condition.windows().rows(), condition.mostUnits(), FOLDS, efforts);
  }

  /** The highest sample in each window. */
  private static double[] peaks(Windows windows, double[] sampleMs, double[] mv) {
    double[] peaks = new double[windows.count()];
    Arrays.fill(peaks, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < mv.length; i++) {
      int window = (int) Math.floor(sampleMs[i] / windows.windowMs());
      if (window < peaks.length) {
        peaks[window] = Math.max(peaks[window], mv[i]);
      }
    }
    return peaks;
  }
}
