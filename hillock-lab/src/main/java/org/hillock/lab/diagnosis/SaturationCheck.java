package org.hillock.lab.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.core.network.Population;
import org.hillock.core.wiring.Parameters;
import org.hillock.lab.analysis.Moments;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.Experiment;

/** Populations of which many neurons stand at the end of what they can say, whatever they hear. */
final class SaturationCheck implements Check {

  /** Share of neurons from which on it is a finding. */
  private static final double NEURONS = 0.25;

  /** Share of inputs at which a neuron must stand there. */
  private static final double INPUTS = 0.95;

  private static final double[] FACTORS = {0.5, 0.25, 0.1, 0.03};
  private static final String MEASURE = "share of neurons at an end";

  @Override
  public Sign sign() {
    return Sign.SATURATED;
  }

  @Override
  public void look(Watched watched, Population p, Chart chart) {
    boolean spikes = watched.activity().spikes(p.name()).isPresent();
    Optional<Plateau> plateau =
        spikes ? Plateau.ofSpikes(p, watched.run().options().stepMs()) : Plateau.ofValues(p);
    if (plateau.isEmpty()) {
      chart.impossible(
          sign(),
          p.name(),
          watched.network().isEmpty()
              ? "which function makes a value of a foreign graph, and where that ends, is not told"
              : "neurons of model '" + p.neuron() + "' have no end that is known");
      return;
    }
    double[][] rows =
        spikes ? new double[][] {watched.activity().levels(p.name())} : values(watched, p);
    int[] those = standing(plateau.get(), rows);
    Evidence evidence = Evidence.of(MEASURE, (double) those.length / p.size(), "", NEURONS, true);
    chart.measured(sign(), p.name(), evidence);
    if (evidence.isFinding()) {
      chart.found(
          new Finding(
              sign(),
              p.name(),
              Arrays.stream(those).limit(Finding.MOST_NAMED).boxed().toList(),
              those.length,
              p.size(),
              evidence,
              spikes
                  ? ofSpikes(watched, p, plateau.get())
                  : ofValues(watched, p, plateau.get(), rows.length),
              tried(watched, p, plateau.get(), evidence.value(), spikes)));
    }
  }

  private static double[][] values(Watched watched, Population p) {
    return watched.responses().isPresent()
        ? watched.responses().get().of(p.name())
        : watched.activity().values(p.name()).orElseThrow();
  }

  private static int[] standing(Plateau plateau, double[][] rows) {
    return IntStream.range(0, rows[0].length)
        .filter(n ->
            Arrays.stream(rows).filter(row -> plateau.stands(row[n])).count()
                >= INPUTS * rows.length)
        .toArray();
  }

  private static String ofSpikes(Watched watched, Population p, Plateau plateau) {
    return p.name()
        + " fires at "
        + Numbered.of(Moments.mean(watched.activity().levels(p.name())))
        + " Hz where "
        + Numbered.of(plateau.high())
        + " Hz is the most; it gets "
        + watched
            .network()
            .map(n -> InputBudget.of(n, watched.activity(), p).told())
            .orElse("what is not described");
  }

  private static String ofValues(Watched watched, Population p, Plateau plateau, int inputs) {
    double[][] sums = watched.show().again(watched.run(), p.name(), Optional.of("sum"));
    double[] all = Arrays.stream(sums).flatMapToDouble(Arrays::stream).toArray();
    double bias =
        watched
            .network()
            .filter(_ -> p.bias().isPresent())
            .map(n -> Arrays.stream(Parameters.bias(n, p)).map(Math::abs).average().orElse(0))
            .orElse(0.0);
    double size = Arrays.stream(all).map(Math::abs).average().orElse(0);
    return "over "
        + inputs
        + " inputs its sums lie from "
        + Numbered.of(Arrays.stream(all).min().orElse(0))
        + " to "
        + Numbered.of(Arrays.stream(all).max().orElse(0))
        + ", of size "
        + Numbered.of(size)
        + " on average, of which its bias is "
        + Numbered.of(bias)
        + (Double.isNaN(plateau.sumBeyond())
            ? ""
            : "; beyond ±" + Numbered.of(plateau.sumBeyond()) + " '" + p.neuron() + "' is flat");
  }

  private List<Remedy> tried(
      Watched watched, Population p, Plateau plateau, double before, boolean spikes) {
    List<Remedy> all = new ArrayList<>();
    if (watched.network().isEmpty() || watched.network().get().into(p.name()).isEmpty()) {
      return all;
    }
    for (double factor : FACTORS) {
      Experiment weaker = watched.weakened(p, factor, true);
      double[][] rows =
          spikes
              ? new double[][] {Activity.of(weaker).levels(p.name())}
              : watched.show().again(weaker, p.name(), Optional.empty());
      double after = (double) standing(plateau, rows).length / p.size();
      all.add(
          new Remedy(
              "weights onto " + p.name() + " and its bias × " + Numbered.of(factor),
              MEASURE,
              before,
              after,
              "",
              after < NEURONS,
              ""));
      if (after < NEURONS) {
        break;
      }
    }
    return all;
  }
}
