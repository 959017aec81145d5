package org.hillock.lab.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.session.Intervention;
import org.hillock.lab.analysis.Responses;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Openable;
import org.hillock.lab.bench.Runs;
import org.hillock.lab.bench.SpikeTrains;

/**
 * What an examination has seen of a network, and what more it may run.
 *
 * @param run what was run
 * @param activity what came of it
 * @param responses to many inputs; empty where none could be shown
 * @param show shows the inputs again to the same network with more done to it, or to a changed one
 * @param runs further runs of the same network
 */
record Watched(
    Experiment run, Activity activity, Optional<Responses> responses, Showing show, Runs runs) {

  /** Shows all inputs. */
  interface Showing {
    /**
     * Once more.
     *
     * @param changed the run, of the same or of a changed network
     * @param variable of the population that is read
     */
    double[][] again(Experiment changed, String population, Optional<String> variable);

    /** The same inputs with some noise mixed in, so that every pixel moves. */
    double[][] nearby(Experiment run, String population);
  }

  /** What is left out at the beginning, in which many networks settle, in ms. */
  private static final double SETTLING_MS = 100;

  private static final double SETTLING_SHARE = 0.2;

  Optional<Network> network() {
    return run.subject().described();
  }

  /** From when on measures of time are taken. */
  double fromMs() {
    return Math.min(SETTLING_MS, SETTLING_SHARE * run.length());
  }

  double toMs() {
    return run.length();
  }

  /** Spikes of a population after it has settled. */
  SpikeTrains late(Activity of, String population) {
    return of.spikes(population).orElseThrow().within(fromMs(), Double.POSITIVE_INFINITY);
  }

  long seed() {
    return run.options().seed();
  }

  /** The run once more with something done to the network. */
  Activity with(Intervention... done) {
    return runs.run(run.with(done));
  }

  /** The run of a network that has other weights onto a population. */
  Experiment weakened(Population p, double factor, boolean biasToo) {
    Network network = network().orElseThrow();
    List<Projection> projections = new ArrayList<>();
    for (Projection projection : network.into(p.name())) {
      projections.add(projection.withWeights(projection.weights().times(factor)));
    }
    List<Population> populations =
        biasToo && p.bias().isPresent()
            ? List.of(p.withBias(p.bias().get().times(factor)))
            : List.of();
    return run.on(Openable.of(network.with(populations, projections)));
  }
}
