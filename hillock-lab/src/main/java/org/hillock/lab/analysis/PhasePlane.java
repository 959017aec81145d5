package org.hillock.lab.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.lab.bench.Experiment;

/**
 * Two variables of a neuron against each other: the way that it went and, where its equations are
 * known, the lines on which one of the two stands still.
 *
 * @param neuron whose variables these are
 * @param xName one variable, with its unit
 * @param yName the other
 * @param x its values in time
 * @param y as long
 * @param field where both change by equations; empty otherwise
 */
public record PhasePlane(
    SiteRef neuron, String xName, String yName, double[] x, double[] y, Optional<Field> field) {

  /**
   * How fast the variables change, on a grid.
   *
   * @param x of the columns
   * @param y of the rows
   * @param dx change of x per ms, [row][column]
   * @param dy change of y
   */
  public record Field(double[] x, double[] y, double[][] dx, double[][] dy) {

    /** Points at which a change passes through 0, each as x and y, column by column. */
    public List<double[]> nullcline(boolean ofX) {
      double[][] change = ofX ? dx : dy;
      List<double[]> points = new java.util.ArrayList<>();
      for (int c = 0; c < x.length; c++) {
        for (int r = 1; r < y.length; r++) {
          double below = change[r - 1][c];
          double above = change[r][c];
          if (below < 0 != above < 0) {
            double share = below / (below - above);
            points.add(new double[] {x[c], y[r - 1] + share * (y[r] - y[r - 1])});
          }
        }
      }
      return points;
    }
  }

  /**
   * Follows a neuron through a run.
   *
   * @param first a variable of one neuron
   * @param second another of the same neuron
   * @throws UsageException where the network has no time, or these are not two variables of one
   *     neuron
   */
  public static PhasePlane of(Experiment run, SiteRef first, SiteRef second) {
    Recording xs = new Recording();
    Recording ys = new Recording();
    try (Session session = run.open()) {
      if (session.capability(Capability.Timed.class).isEmpty()) {
        throw new UsageException(
            "network '" + run.subject().name() + "' has no time: its neurons have no phase plane");
      }
      Site x = session.bind(first);
      Site y = session.bind(second);
      if (x.neurons().size() != 1
          || !x.neurons().equals(y.neurons())
          || !x.population().name().equals(y.population().name())
          || x.variable().name().equals(y.variable().name())) {
        throw new UsageException(
            "'"
                + first
                + "' and '"
                + second
                + "' are not two variables of one neuron, such as"
                + " exc[0].v and exc[0].u");
      }
      session.record(new Probe(first, 0), xs);
      session.record(new Probe(second, 0), ys);
      run.play(session);
      double[] ax = values(xs);
      double[] ay = values(ys);
      Population p = x.population();
      int neuron = x.neurons().get(0);
      Optional<Field> field =
          run.subject()
              .described()
              .flatMap(network -> VectorField.of(network, p, neuron, x.variable(), y.variable()))
              .map(f -> f.sampled(range(ax), range(ay)));
      return new PhasePlane(first, named(x), named(y), ax, ay, field);
    }
  }

  private static String named(Site site) {
    String unit = site.variable().unit();
    return site.variable().name() + (unit.isEmpty() ? "" : " (" + unit + ")");
  }

  private static double[] values(Recording recording) {
    double[] all = new double[recording.size()];
    Arrays.setAll(all, recording::value);
    return all;
  }

  /** From least to most with a margin, so that lines around the way can be seen. */
  private static double[] range(double[] values) {
    double least = Arrays.stream(values).min().orElse(0);
    double most = Arrays.stream(values).max().orElse(1);
    double margin = most > least ? 0.15 * (most - least) : 1;
    return new double[] {least - margin, most + margin};
  }
}
