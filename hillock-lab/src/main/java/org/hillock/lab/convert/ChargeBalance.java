package org.hillock.lab.convert;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.hillock.lab.convert.TwinLosses.Part;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.DecisionTiming;

/**
 * What the membranes of a population of a twin have taken in, and what became of it, image by
 * image.
 *
 * <p>A perfect integrator with a threshold of 1 mV that starts at half of it has taken in charge =
 * spikes + potential at the end − ½. Had all of it been there from the start, it would have fired
 * as often as the whole part of charge + ½, at most once a step. So the error is told apart into
 * parts that add up to it, see {@link Part}.
 */
final class ChargeBalance {

  private static final double START = 0.5;

  /** Potentials are kept in single precision. */
  private static final double ROUNDING = 1e-4;

  private final Population population;
  private final boolean maximum;
  private final List<Source> sources = new ArrayList<>();
  private final double[] bias;
  private final double windowMs;
  private final double steps;
  private final boolean[] meant;
  private final boolean[] fired;
  private final boolean[] full;
  private final Map<Part, Double> sums = new EnumMap<>(Part.class);
  private final Map<Part, Double> sizes = new EnumMap<>(Part.class);
  private double value;
  private double rate;
  private double error;
  private double own;
  private long count;

  private record Source(String from, Synapses synapses) {}

  ChargeBalance(Network plain, Network twin, Population p, DecisionTiming timing) {
    population = p;
    maximum = SpikingTwin.maximum(plain, p).isPresent();
    for (Projection in : twin.into(p.name())) {
      sources.add(new Source(in.from(), Wiring.of(twin, in)));
    }
    bias = Parameters.bias(twin, twin.population(p.name()));
    windowMs = timing.windowMs();
    steps = timing.steps();
    meant = new boolean[p.size()];
    fired = new boolean[p.size()];
    full = new boolean[p.size()];
  }

  /**
   * One image.
   *
   * @param values that the neurons stand for
   * @param scale value of one spike per ms
   * @param rates of all populations of the twin, spikes per ms
   * @param potential of the neurons at the end, in mV
   */
  void add(double[] values, double scale, Activities rates, double[] potential) {
    double[] heard = heard(rates);
    double[] said = rates.of(population.name())[0];
    for (int n = 0; n < said.length; n++) {
      double wanted = Math.max(0, values[n] / scale);
      double spikes = Math.rint(said[n] * windowMs);
      double charge = spikes + potential[n] - START;
      double atOnce = Math.max(0, Math.floor(charge + START + ROUNDING));
      double possible = Math.min(atOnce, steps);
      double fromSources = Math.max(0, heard[n]);
      double arrived = Math.max(0, charge / windowMs);
      part(Part.INHERITED, fromSources - wanted);
      part(Part.UNDER_WAY, arrived - fromSources);
      part(Part.LEFT_OVER, atOnce / windowMs - arrived);
      part(Part.CEILING, (possible - atOnce) / windowMs);
      part(Part.ORDER, (spikes - possible) / windowMs);
      value += wanted;
      rate += spikes / windowMs;
      error += Math.abs(spikes / windowMs - wanted);
      own += Math.abs(spikes / windowMs - fromSources);
      meant[n] |= wanted > 0;
      fired[n] |= spikes > 0;
      full[n] |= atOnce > steps;
      count++;
    }
  }

  private void part(Part part, double amount) {
    sums.merge(part, amount, Double::sum);
    sizes.merge(part, Math.abs(amount), Double::sum);
  }

  /** The sums of each neuron in mV per ms, had all that was sent arrived. */
  private double[] heard(Activities rates) {
    double[] all = new double[population.size()];
    if (!maximum) {
      System.arraycopy(bias, 0, all, 0, all.length);
    }
    for (Source source : sources) {
      double[] sent = rates.of(source.from())[0];
      Synapses synapses = source.synapses();
      for (int s = 0; s < synapses.count(); s++) {
        int to = synapses.post()[s];
        double brought = synapses.weight()[s] * sent[synapses.pre()[s]];
        all[to] = maximum ? Math.max(all[to], brought) : all[to] + brought;
      }
    }
    return all;
  }

  TwinLosses.OfPopulation told(double scale) {
    int dead = 0;
    int atCeiling = 0;
    for (int n = 0; n < meant.length; n++) {
      dead += meant[n] && !fired[n] ? 1 : 0;
      atCeiling += full[n] ? 1 : 0;
    }
    sums.replaceAll((_, sum) -> sum / count);
    sizes.replaceAll((_, sum) -> sum / count);
    return new TwinLosses.OfPopulation(
        population.name(),
        population.size(),
        scale,
        value / count,
        rate / count,
        error / count,
        own / count,
        Map.copyOf(sizes),
        Map.copyOf(sums),
        dead,
        atCeiling);
  }
}
