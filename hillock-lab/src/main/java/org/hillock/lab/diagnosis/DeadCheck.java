package org.hillock.lab.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.SiteRef;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.hillock.lab.analysis.Responses;

/**
 * Populations of which many neurons answer all of many inputs alike, though what they hear varies.
 */
final class DeadCheck implements Check {

  /** Share of neurons from which on it is a finding. */
  private static final double NEURONS = 0.1;

  private static final int LEAST_INPUTS = 10;
  private static final double SAME = 1e-9;
  private static final long MOST_SYNAPSES = 4_000_000;
  private static final String MEASURE = "share of neurons that answer all inputs alike";
  private static final String SUM = "sum";

  @Override
  public Sign sign() {
    return Sign.DEAD;
  }

  @Override
  public void look(Watched watched, Population p, Chart chart) {
    if (watched.responses().isEmpty()
        || watched.responses().get().inputs() < LEAST_INPUTS
        || !watched.responses().get().populations().contains(p.name())) {
      chart.impossible(
          sign(), p.name(), "needs at least " + LEAST_INPUTS + " inputs; give images with --on");
      return;
    }
    if (chart.found(Sign.SATURATED, p.name())) {
      chart.impossible(sign(), p.name(), "it is saturated, which says why it does not change");
      return;
    }
    Responses responses = watched.responses().get();
    int[] dead = dead(watched, p, responses.of(p.name()));
    Evidence evidence = Evidence.of(MEASURE, (double) dead.length / p.size(), "", NEURONS, true);
    chart.measured(sign(), p.name(), evidence);
    if (evidence.isFinding()) {
      boolean sums =
          watched.responses().get().unit(p.name()).isEmpty() && p.model().variable(SUM).isPresent();
      Optional<double[]> highest = sums ? Optional.of(highest(watched, p)) : Optional.empty();
      chart.found(
          new Finding(
              sign(),
              p.name(),
              Arrays.stream(dead).limit(Finding.MOST_NAMED).boxed().toList(),
              dead.length,
              p.size(),
              evidence,
              cause(watched, p, dead, highest),
              tried(watched, p, dead, highest, evidence.value())));
    }
  }

  private static int[] dead(Watched watched, Population p, double[][] rows) {
    int[] still = IntStream.range(0, p.size()).filter(n -> isStill(rows, n)).toArray();
    if (still.length == 0) {
      return still;
    }
    if (watched.network().isEmpty()) {
      // what an element hears is not described; if every pixel moves a little, so does what passes
      double[][] moved = watched.show().nearby(watched.run(), p.name());
      return Arrays.stream(still).filter(n -> isStill(moved, n)).toArray();
    }
    boolean[] hears = new boolean[p.size()];
    Network network = watched.network().get();
    for (Projection in : network.into(p.name())) {
      double[][] sources = watched.responses().orElseThrow().of(in.from());
      boolean[] moves = new boolean[sources[0].length];
      for (int n = 0; n < moves.length; n++) {
        moves[n] = !isStill(sources, n);
      }
      if (SynapseCount.synapses(network, in) > MOST_SYNAPSES) {
        return still;
      }
      Synapses all = Wiring.of(network, in);
      for (int s = 0; s < all.count(); s++) {
        hears[all.post()[s]] |= all.weight()[s] != 0 && moves[all.pre()[s]];
      }
    }
    return Arrays.stream(still).filter(n -> hears[n]).toArray();
  }

  private static boolean isStill(double[][] rows, int neuron) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double[] row : rows) {
      least = Math.min(least, row[neuron]);
      most = Math.max(most, row[neuron]);
    }
    return most - least <= SAME * Math.max(1, Math.abs(most));
  }

  /** The largest sum of each neuron over all inputs. */
  private static double[] highest(Watched watched, Population p) {
    double[][] sums = watched.show().again(watched.run(), p.name(), Optional.of(SUM));
    double[] highest = new double[p.size()];
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    for (double[] row : sums) {
      for (int n = 0; n < highest.length; n++) {
        highest[n] = Math.max(highest[n], row[n]);
      }
    }
    return highest;
  }

  private static String cause(
      Watched watched, Population p, int[] dead, Optional<double[]> highest) {
    int inputs = watched.responses().orElseThrow().inputs();
    if (watched.network().isEmpty()) {
      return "over "
          + inputs
          + " inputs, and as many with noise mixed in, these elements of "
          + p.name()
          + " do not change; the weights behind them are the graph's: ask 'why' of one of them";
    }
    Network network = watched.network().get();
    if (highest.isEmpty()) {
      return "they fire as often for each of "
          + inputs
          + " inputs; "
          + p.name()
          + " gets "
          + InputBudget.of(network, watched.activity(), p).told();
    }
    double[] bias = Parameters.bias(network, p);
    double nearest = Arrays.stream(dead).mapToDouble(n -> highest.get()[n]).max().orElse(0);
    double mean = Arrays.stream(dead).mapToDouble(n -> bias[n]).average().orElse(0);
    double brought =
        Arrays.stream(dead).mapToDouble(n -> highest.get()[n] - bias[n]).average().orElse(0);
    return "over "
        + inputs
        + " inputs the largest sum of any of them is "
        + Numbered.of(nearest)
        + "; their bias is "
        + Numbered.of(mean)
        + " on average, and "
        + String.join(", ", network.into(p.name()).stream().map(Projection::from).toList())
        + (brought < 0 ? " takes away at least " : " brings at most ")
        + Numbered.of(Math.abs(brought));
  }

  private static List<Remedy> tried(
      Watched watched, Population p, int[] dead, Optional<double[]> highest, double before) {
    List<Remedy> all = new ArrayList<>();
    if (highest.isPresent()) {
      double[] own = Arrays.stream(dead).mapToDouble(n -> highest.get()[n]).sorted().toArray();
      double lift = -own[own.length / 20];
      if (lift > 0) {
        double amount = 1.1 * lift;
        SiteRef those = SiteRef.of(p.name(), dead, p.model().variables().getFirst().name());
        double[][] rows =
            watched
                .show()
                .again(
                    watched
                        .run()
                        .with(
                            new Intervention.Stimulate(those, amount, Intervention.Window.ALWAYS)),
                    p.name(),
                    Optional.empty());
        double after = (double) dead(watched, p, rows).length / p.size();
        all.add(
            new Remedy(
                Numbered.of(amount) + " more bias for these " + dead.length + " of " + p.name(),
                MEASURE,
                before,
                after,
                "",
                after < NEURONS,
                ""));
      }
    }
    return all;
  }
}
