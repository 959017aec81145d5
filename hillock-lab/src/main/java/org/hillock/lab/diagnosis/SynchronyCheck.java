package org.hillock.lab.diagnosis;

import java.util.Arrays;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.lab.analysis.BinnedSpikes;
import org.hillock.lab.analysis.PopulationSigns;
import org.hillock.lab.analysis.Responses;
import org.hillock.lab.analysis.Synchrony;
import org.hillock.lab.bench.SpikeTrains;

/** Populations whose neurons fire together: χ against trains that were shifted apart. */
final class SynchronyCheck extends TimeCheck {

  /** How far χ must stand out of the strongest surrogate. */
  private static final double FACTOR = 1.5;

  /** And what it must be at least: less is common in healthy networks, which share inputs. */
  private static final double LEAST = 0.4;

  @Override
  public Sign sign() {
    return Sign.SYNCHRONOUS;
  }

  @Override
  Evidence measure(Watched watched, SpikeTrains trains) {
    Surrogates surrogates =
        new Surrogates(trains, watched.fromMs(), watched.toMs(), watched.seed());
    double chi = chi(watched, trains);
    double control = 0;
    int taken = 0;
    // what one surrogate refutes needs no more of them
    while (taken < Surrogates.COUNT && Math.max(LEAST, FACTOR * control) <= chi || taken == 0) {
      control = Math.max(control, chi(watched, surrogates.shifted(taken++)));
    }
    return new Evidence(
        "synchrony χ",
        chi,
        "",
        Math.max(LEAST, FACTOR * control),
        true,
        control,
        "largest of "
            + taken
            + " surrogates with every neuron's spikes shifted; the limit is "
            + Numbered.of(FACTOR)
            + " times that, at least "
            + Numbered.of(LEAST));
  }

  @Override
  double again(Watched watched, SpikeTrains trains, Evidence before) {
    return trains.count() == 0 ? Double.NaN : chi(watched, trains);
  }

  private static double chi(Watched watched, SpikeTrains trains) {
    return Synchrony.chi(
        BinnedSpikes.of(trains, watched.fromMs(), watched.toMs(), PopulationSigns.BIN_MS));
  }

  @Override
  String known(Watched watched, Population p, Evidence evidence) {
    if (watched.network().isEmpty()) {
      return "what its neurons share is not described";
    }
    Network network = watched.network().get();
    StringBuilder told = new StringBuilder();
    for (Projection in : network.into(p.name())) {
      Population from = network.population(in.from());
      if (Responses.isSource(from)) {
        told.append(told.isEmpty() ? "" : ", ")
            .append(from.size())
            .append(from.size() == 1 ? " neuron of " : " neurons of ")
            .append(from.name())
            .append(" drive all ")
            .append(p.size());
      } else if (from.name().equals(p.name())) {
        told.append(told.isEmpty() ? "" : ", ").append("its neurons reach each other by ");
        told.append(in.name());
      }
    }
    boolean drawn =
        Arrays.stream(new String[] {"poisson", "noise-current", "poisson-inhomogeneous"})
            .anyMatch(model ->
                network.populations().values().stream().anyMatch(q -> q.neuron().equals(model)));
    if (!drawn) {
      told.append(told.isEmpty() ? "" : ", ").append("nothing in the network is random");
    }
    return told.isEmpty() ? "what its neurons hear is alike" : told.toString();
  }
}
