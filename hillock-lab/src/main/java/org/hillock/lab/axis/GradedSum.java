package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.core.network.ElectricalSynapse;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Ports;
import org.hillock.core.network.Projection;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.core.wiring.Synapses;
import org.hillock.lab.decide.Responder;
import org.hillock.lab.probe.Probing;
import org.hillock.lab.summation.Cholesky;

/**
 * How much of what cells send that follow equations of their own, and make no spikes, is a weighted
 * sum of what comes in. Such a text does not say what a synapse is worth at the output, so the
 * scale is fitted: for each kind of port one factor on Σ w·x over its synapses, and a constant; to
 * one half of the trials, and judged on the other.
 */
final class GradedSum {

  private static final int TRIALS = 90;
  private static final long MIXED = 8803;

  /** Left out one by one for the interval. */
  private static final int GROUPS = 10;

  /** So small a part of a feature's spread is added to its square that nothing else changes. */
  private static final double RIDGE = 1e-9;

  private final Subject asked;
  private final Network network;
  private final List<double[]> outputs = new ArrayList<>();

  /** By population and port: Σ w·x of each neuron, trial by trial. */
  private final Map<String, Map<String, List<double[]>>> sums = new LinkedHashMap<>();

  private GradedSum(Subject asked) {
    this.asked = asked;
    network = asked.network();
  }

  static Measurement measure(Subject subject) {
    return switch (subject.probing()) {
      case Probing.Refused(String because) -> new Measurement.NotDefined(because);
      case Probing.Asked asked -> {
        GradedSum sum = new GradedSum(subject.asked(asked));
        sum.watch();
        Measurement told = sum.told();
        yield told instanceof Measurement.Measured measured ? measured.after(asked.how()) : told;
      }
    };
  }

  /** Shows mixtures of the stimuli and keeps what cells sent and what came to them. */
  private void watch() {
    String port = Ports.of(network).image().name();
    int pixels = network.population(port).size();
    try (Responder responder = asked.responder()) {
      for (int trial = 0; trial < asked.sample(TRIALS); trial++) {
        float[] mixture = new float[pixels];
        Draws draws = new Draws(asked.seed(), Purpose.EXPERIMENT, MIXED, trial);
        for (int i = 0; i < pixels; i++) {
          mixture[i] = (float) draws.uniform();
        }
        responder.show(mixture, Optional.empty(), trial);
        keep(responder.session());
      }
    }
  }

  private void keep(Session session) {
    List<Double> sent = new ArrayList<>();
    for (Population p : asked.summing()) {
      Map<String, double[]> ports = new LinkedHashMap<>();
      for (Projection onto : network.into(p.name())) {
        Optional<ElectricalSynapse> electrical = ElectricalSynapse.of(network, onto);
        NeuronModel.Receptor receptor = network.receptor(onto);
        double[] source =
            read(
                session,
                onto.from(),
                electrical.map(ElectricalSynapse::from).orElseGet(() -> main(onto.from())));
        Synapses synapses = asked.synapses(onto);
        for (int k = 0; k < synapses.count(); k++) {
          double w = synapses.weight()[k];
          String at = w >= 0 ? receptor.port() : receptor.portBelow0();
          ports.computeIfAbsent(at, _ -> new double[p.size()])[synapses.post()[k]] +=
              w * source[synapses.pre()[k]];
        }
      }
      ports.forEach((at, sum) ->
          sums.computeIfAbsent(p.name(), _ -> new LinkedHashMap<>())
              .computeIfAbsent(at, _ -> new ArrayList<>())
              .add(sum));
      for (double value : read(session, p.name(), main(p.name()))) {
        sent.add(value);
      }
    }
    outputs.add(sent.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private String main(String population) {
    return network.population(population).model().variables().getFirst().name();
  }

  private static double[] read(Session session, String population, String variable) {
    return session.read(session.bind(SiteRef.of(population, variable)))[0].clone();
  }

  private Measurement told() {
    List<Double> explained = new ArrayList<>();
    List<List<Double>> without = new ArrayList<>();
    for (int g = 0; g < GROUPS; g++) {
      without.add(new ArrayList<>());
    }
    int constant = 0;
    int first = 0;
    for (Population p : asked.summing()) {
      Map<String, List<double[]>> ports = sums.getOrDefault(p.name(), Map.of());
      for (int n = 0; n < p.size(); n++) {
        int neuron = n;
        int at = first + n;
        double[] y = outputs.stream().mapToDouble(row -> row[at]).toArray();
        List<double[]> features =
            ports.values().stream()
                .map(rows -> rows.stream().mapToDouble(row -> row[neuron]).toArray())
                .filter(GradedSum::varies)
                .toList();
        if (varies(y)) {
          explained.add(explained(y, features));
          for (int g = 0; g < GROUPS; g++) {
            int group = g;
            List<double[]> kept = features.stream().map(f -> kept(f, group)).toList();
            without.get(g).add(explained(kept(y, g), kept));
          }
        } else {
          constant++;
        }
      }
      first += p.size();
    }
    if (explained.isEmpty()) {
      return new Measurement.NotDefined("because no cell's value varied with what it was given");
    }
    Quantiles r2 = quantiles(explained);
    return Measurement.Measured.of(
            r2.median(),
            "1",
            "1 − Σ(output − sum)² / Σ(output − mean)² over "
                + outputs.size()
                + " random mixtures of the stimuli, for each cell; the output is its value at the end"
                + " of each. The sum is that of what its senders send at that moment times the"
                + " weights, of electrical synapses that of their senders' potentials. What a synapse"
                + " is worth at the output stands in no parameter, so one factor for each kind of"
                + " port, and a constant, are fitted to one half of the trials and judged on the other,"
                + " in turn. Median over cells; below 0 the mean is the better guess. Cells whose"
                + " output never changes are left out and counted.")
        .within(
            Confidence.ofJackknife(
                r2.median(),
                without.stream().mapToDouble(GradedSum::median).toArray(),
                outputs.size() + " mixtures"))
        .spread(r2.at(0.05), r2.at(0.95), "5–95 % of neurons")
        .detail("neurons_measured", explained.size())
        .detail("neurons_constant", constant);
  }

  private static Quantiles quantiles(List<Double> sample) {
    return new Quantiles(sample.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double median(List<Double> sample) {
    return quantiles(sample).median();
  }

  /** Without one group of trials, taken two by two so that both halves lose as many. */
  private static double[] kept(double[] all, int group) {
    return IntStream.range(0, all.length)
        .filter(t -> t / 2 % GROUPS != group)
        .mapToDouble(t -> all[t])
        .toArray();
  }

  private static boolean varies(double[] y) {
    for (double v : y) {
      if (Math.abs(v - y[0]) > 1e-9 * Math.max(1, Math.abs(y[0]))) {
        return true;
      }
    }
    return false;
  }

  /** Fitted to the even trials and judged on the odd ones, and the other way round. */
  static double explained(double[] y, List<double[]> features) {
    double residual = 0;
    double total = 0;
    for (int half = 0; half < 2; half++) {
      double[] mean = new double[features.size() + 1];
      int count = 0;
      for (int t = half; t < y.length; t += 2) {
        count++;
      }
      for (int t = half; t < y.length; t += 2) {
        mean[0] += y[t] / count;
        for (int f = 0; f < features.size(); f++) {
          mean[f + 1] += features.get(f)[t] / count;
        }
      }
      double[] slope = slopes(y, features, mean, half);
      for (int t = 1 - half; t < y.length; t += 2) {
        double guess = mean[0];
        for (int f = 0; f < slope.length; f++) {
          guess += slope[f] * (features.get(f)[t] - mean[f + 1]);
        }
        residual += (y[t] - guess) * (y[t] - guess);
        total += (y[t] - mean[0]) * (y[t] - mean[0]);
      }
    }
    return total == 0 ? 0 : 1 - residual / total;
  }

  /** Least squares around the means. */
  private static double[] slopes(double[] y, List<double[]> features, double[] mean, int half) {
    int count = features.size();
    double[][] matrix = new double[count][count];
    double[] right = new double[count];
    double[] spread = new double[count];
    for (int t = half; t < y.length; t += 2) {
      for (int f = 0; f < count; f++) {
        double own = features.get(f)[t] - mean[f + 1];
        spread[f] += own * own;
      }
    }
    for (int t = half; t < y.length; t += 2) {
      for (int f = 0; f < count; f++) {
        double own = scaled(features.get(f)[t] - mean[f + 1], spread[f]);
        right[f] += own * (y[t] - mean[0]);
        for (int g = 0; g < count; g++) {
          matrix[f][g] += own * scaled(features.get(g)[t] - mean[g + 1], spread[g]);
        }
      }
    }
    for (int f = 0; f < count; f++) {
      matrix[f][f] += RIDGE;
    }
    Cholesky.solve(matrix, right);
    for (int f = 0; f < count; f++) {
      right[f] = scaled(right[f], spread[f]);
    }
    return right;
  }

  private static double scaled(double value, double squares) {
    return squares == 0 ? 0 : value / Math.sqrt(squares);
  }
}
