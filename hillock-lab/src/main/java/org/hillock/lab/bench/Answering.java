package org.hillock.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.lab.decide.Strongest;
import org.hillock.lab.decide.VoteCount;

/** What a network answers at the end of a run, as its {@link Decision} says. */
final class Answering {

  private Answering() {}

  /**
   * Reads it; empty where the network states no decision.
   *
   * @param runs whose session stands at the end of this run
   */
  static Optional<Integer> of(Runs runs, Experiment run, Activity activity) {
    Optional<Network> network = run.subject().described();
    Optional<Decision> decision = network.flatMap(Network::decision);
    if (decision.isEmpty()) {
      return Optional.empty();
    }
    return switch (decision.get()) {
      case Decision.LargestValue(String population) ->
          Optional.of(Strongest.of(activity.levels(population)));
      case Decision.MostSpikes(String population) ->
          activity
              .spikes(population)
              .map(_ -> Strongest.of(activity.levels(population), potentials(runs, population)));
      case Decision.Votes votes ->
          votes.labels().isEmpty()
              ? Optional.empty()
              : Optional.of(new VoteCount(votes).answer(activity.levels(votes.population())));
      case Decision.LargestGoodness(String labels, List<String> populations) ->
          Optional.of(
              goodness(runs, run, network.get().population(labels).size(), labels, populations));
    };
  }

  private static double[] potentials(Runs runs, String population) {
    Session session = runs.session();
    return session.read(session.bind(SiteRef.of(population, "v")))[0];
  }

  /** Shows each label in turn; the runs take as many runs more. */
  private static int goodness(
      Runs runs, Experiment run, int classes, String labels, List<String> populations) {
    double[] goodness = new double[classes];
    for (int label = 0; label < classes; label++) {
      float[] oneHot = new float[classes];
      oneHot[label] = 1;
      List<Cue> cues = new ArrayList<>(run.cues());
      cues.removeIf(cue -> cue.stimulus().population().equals(labels));
      cues.add(new Cue(0, Stimulus.frame(labels, oneHot)));
      Activity activity = runs.run(run.showing(cues));
      for (String population : populations) {
        double[] levels = activity.levels(population);
        for (double level : levels) {
          goodness[label] += level * level / levels.length;
        }
      }
    }
    return Strongest.of(goodness);
  }
}
