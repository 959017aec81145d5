package org.hillock.lab.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;
import org.hillock.lab.shapley.ShapleyValues;

/**
 * What each term is of a neuron's sum: read off where they add up, played where they do not.
 *
 * @param causes by size, largest first, none asked further
 * @param additive whether they were read off
 * @param method how, in a sentence
 * @param plays how often the neuron was played
 */
record Shares(List<Cause> causes, boolean additive, String method, int plays) {

  /** What a neuron starts from and is not played without. */
  private static final Set<Term.Kind> STANDING = Set.of(Term.Kind.REST, Term.Kind.HISTORY);

  private static final Comparator<Cause> BY_SIZE =
      Comparator.comparingDouble((Cause c) -> Math.abs(c.contribution())).reversed();

  /** The shares in a neuron's sum. */
  static Shares of(IsolatedNeuron neuron, Question question, BooleanSupplier stopped) {
    Optional<double[]> contributions = neuron.contributions();
    return contributions.isPresent()
        ? added(neuron, contributions.get())
        : played(neuron, question, stopped);
  }

  private static Shares added(IsolatedNeuron neuron, double[] contributions) {
    List<Term> terms = neuron.terms();
    List<Cause> causes = new ArrayList<>();
    for (int i = 0; i < contributions.length; i++) {
      causes.add(new Cause(terms.get(i), 1, contributions[i], 0, Optional.empty(), ""));
    }
    causes.sort(BY_SIZE);
    boolean handsOn = Double.isNaN(neuron.atMs()) && Cause.handedOn(causes);
    String method =
        handsOn
            ? "exact: handed on from one source"
            : Double.isNaN(neuron.atMs())
                ? "exact: a weighted sum; each term is what it adds by itself"
                : "exact: the membrane is linear between spikes; each term is what is left of it at"
                    + " that moment";
    return new Shares(causes, true, method, 0);
  }

  private static Shares played(IsolatedNeuron neuron, Question question, BooleanSupplier stopped) {
    List<Term> terms = neuron.terms();
    List<Integer> playing = new ArrayList<>();
    List<Term> standing = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      if (STANDING.contains(terms.get(i).kind()) && terms.get(i).source().isEmpty()) {
        standing.add(terms.get(i));
      } else {
        playing.add(i);
      }
    }
    boolean timed = !Double.isNaN(neuron.atMs());
    String why = timed ? "the membrane is not linear" : "the terms do not add up by themselves";
    if (playing.isEmpty()) {
      List<Cause> alone = new ArrayList<>();
      stand(alone, standing, neuron.value());
      return new Shares(alone, false, why + ", but nothing reached it", 0);
    }
    Players players = Players.of(terms, playing, question.plays());
    ShapleyValues values =
        ShapleyValues.of(
            players.groups().size(),
            there -> bounded(neuron, neuron.play(players.factors(terms.size(), there))),
            question.plays(),
            new Draws(question.seed(), Purpose.EXPERIMENT, neuron.site().toString().hashCode()),
            stopped);
    List<Cause> causes = new ArrayList<>();
    for (int g = 0; g < players.groups().size(); g++) {
      int[] group = players.groups().get(g);
      causes.add(
          new Cause(
              together(terms, group),
              group.length,
              values.shares()[g],
              values.errors()[g],
              Optional.empty(),
              ""));
    }
    stand(causes, standing, values.nothing());
    causes.sort(BY_SIZE);
    return new Shares(causes, false, why + ": " + told(players, values, timed), values.plays());
  }

  /**
   * What came of a play, at most the threshold or what it was: a membrane that makes its own spikes
   * runs away beyond it where no spike ends that, and a neuron would have fired there.
   */
  private static double bounded(IsolatedNeuron neuron, double played) {
    if (neuron.threshold().isEmpty() || Double.isNaN(neuron.atMs())) {
      return Double.isFinite(played) ? played : neuron.value();
    }
    double most = Math.max(neuron.threshold().get(), neuron.value());
    return played <= most && Double.isFinite(played) ? played : most;
  }

  /** Where the neuron would have gone by itself; the first of what it starts from stands for it. */
  private static void stand(List<Cause> causes, List<Term> standing, double alone) {
    if (standing.isEmpty() && alone == 0) {
      return;
    }
    for (int i = 0; i < Math.max(1, standing.size()); i++) {
      Term term = standing.isEmpty() ? Term.own(Term.Kind.REST, alone) : standing.get(i);
      causes.add(new Cause(term, 1, i == 0 ? alone : 0, 0, Optional.empty(), ""));
    }
  }

  private static String told(Players players, ShapleyValues values, boolean timed) {
    int n = players.groups().size();
    String over =
        values.exact()
            ? "over all orders of adding them (all " + values.plays() + " sets of " + n + " played)"
            : "over "
                + values.orders()
                + " orders of adding them in pairs of opposites ("
                + values.plays()
                + " plays)";
    return "the neuron cut out was played its terms again, and each share is what it adds, averaged "
        + over
        + "; players are "
        + players.told()
        + (timed ? "; a play that would fire counts as at the threshold" : "");
  }

  /**
   * A group as one term, at the time of the last to arrive; what its members differ in is left
   * open, what they sent is added up.
   */
  private static Term together(List<Term> terms, int[] group) {
    Term first = terms.get(group[0]);
    if (group.length == 1) {
      return first;
    }
    Optional<SiteRef> source = first.source();
    String through = first.through();
    double weight = first.weight();
    double carried = 0;
    for (int i : group) {
      Term term = terms.get(i);
      source = source.filter(s -> term.source().equals(Optional.of(s)));
      through = through.equals(term.through()) ? through : "";
      weight = weight == term.weight() ? weight : Double.NaN;
      carried += term.carried();
    }
    double last = terms.get(group[group.length - 1]).atMs();
    double sent = terms.get(group[group.length - 1]).sentMs();
    return new Term(first.kind(), source, through, last, sent, weight, carried);
  }
}
