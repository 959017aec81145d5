package org.hillock.app.simulation;

import java.util.List;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Values;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.report.figure.Dash;
import org.hillock.report.figure.Drawable;
import org.hillock.report.figure.LinesFigure;

/**
 * How the neurons of a population answer their biases in the later half of a run: how often they
 * fire, or what they send on average. What a start leaves behind has then mostly died out.
 */
final class BiasWatch implements RecordingSink {

  private final Population population;
  private final double fromMs;
  private final long[] rows;
  private final double[] sums;
  private final double[] firstMs;
  private final double[] lastMs;

  BiasWatch(Population population, double fromMs) {
    this.population = population;
    this.fromMs = fromMs;
    rows = new long[population.size()];
    sums = new double[population.size()];
    firstMs = new double[population.size()];
    lastMs = new double[population.size()];
  }

  Population population() {
    return population;
  }

  @Override
  public void begin(RecordingSchema schema) {
    // the columns are known
  }

  @Override
  public void row(double timeMs, int neuron, double value) {
    if (timeMs < fromMs) {
      return;
    }
    if (rows[neuron]++ == 0) {
      firstMs[neuron] = timeMs;
    }
    lastMs[neuron] = timeMs;
    sums[neuron] += value;
  }

  @Override
  public void close() {
    // what was counted stays readable
  }

  /**
   * The curve.
   *
   * @param untilMs end of the run, ms, after the time from which on rows count
   */
  Drawable figure(double untilMs) {
    Values bias = population.bias().orElseThrow();
    double[] x = bias.resolve(population.size(), bias.unit(), 0, Purpose.PARAMETER, 0);
    double[] y = new double[x.length];
    Integer[] order = new Integer[x.length];
    for (int i = 0; i < y.length; i++) {
      order[i] = i;
    }
    java.util.Arrays.sort(order, java.util.Comparator.comparingDouble(i -> x[i]));
    double[] sorted = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      sorted[i] = x[order[i]];
      y[i] = answer(order[i], untilMs);
    }
    NeuronModel.Variable main = SmallNetwork.main(population);
    boolean spikes = main.name().equals(Records.SPIKES);
    String what = spikes ? "rate (Hz)" : "mean of " + SmallNetwork.told(main);
    return new LinesFigure(
        (spikes ? "Rate" : "Output") + " of " + population.name() + " against bias",
        "A neuron of model " + population.neuron() + " for each bias; later half of the run",
        named("bias", bias.unit().symbol()),
        what + " in the later half of the run",
        List.of(new LinesFigure.Curve(population.neuron(), 0, Dash.SOLID, sorted, y)));
  }

  /** From its intervals where there are some, as a count would be rounded. */
  private double answer(int neuron, double untilMs) {
    if (!SmallNetwork.main(population).name().equals(Records.SPIKES)) {
      return rows[neuron] == 0 ? Double.NaN : sums[neuron] / rows[neuron];
    }
    double between = lastMs[neuron] - firstMs[neuron];
    return between > 0
        ? (rows[neuron] - 1) * 1000 / between
        : rows[neuron] * 1000 / (untilMs - fromMs);
  }

  private static String named(String name, String unit) {
    return unit.isEmpty() ? name : name + " (" + unit + ")";
  }
}
