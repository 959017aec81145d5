package org.hillock.lab.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.Session;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.session.Term;
import org.hillock.core.training.Progress;
import org.hillock.lab.bench.Cue;

/** The questions to the neurons of one level after the other, each level in one replay. */
final class Inquiry {

  private final Question question;
  private final Senders senders;
  private final Silent silent;
  private final Progress progress;
  private final List<String> shownTo;
  private final Map<Asked.Key, Asked> known = new HashMap<>();

  Inquiry(Question question, List<Cue> cues, Senders senders, Silent silent, Progress progress) {
    this.question = question;
    this.senders = senders;
    this.silent = silent;
    this.progress = progress;
    shownTo = cues.stream().map(Cue::stimulus).map(Stimulus::population).distinct().toList();
  }

  /** Since when arrivals at a neuron are told one by one. */
  double fromMs(Asked asked) {
    return Math.max(0, asked.moment - question.windowMs());
  }

  /** Notes the first neuron. */
  void begin(Asked first) {
    known.put(first.key(), first);
  }

  /**
   * Asks a neuron as of where a replay stands.
   *
   * @param remark on why it did not fire, where it did not
   * @return the neurons to be asked next because of it
   * @throws UsageException where it cannot be told
   */
  List<Asked> ask(Replay replay, Asked asked, String remark) {
    IsolatedNeuron neuron = replay.terms().isolate(asked.site, question.row());
    Population population = replay.session().network().population(asked.population);
    // a place of a cell where it does not fire is a potential and no more
    boolean spiking =
        replay.timed() && SpikeLog.speaks(population) && neuron.threshold().isPresent();
    Shares shares = Shares.of(neuron, question, progress::stopped);
    double from = replay.timed() ? fromMs(asked) : Double.NaN;
    asked.fill(
        Asked.Found.of(
            neuron,
            from,
            spiking,
            shares,
            silent.of(neuron, asked, spiking, replay.timed() ? from : 0, remark)));
    return next(replay.session(), asked, shares.causes());
  }

  private record Group(int strongest, double sum) {}

  /** The strongest sources, each at what it sent that counted most. */
  private List<Asked> next(Session session, Asked asked, List<Cause> causes) {
    Map<Object, Group> groups = new LinkedHashMap<>();
    for (int i = 0; i < causes.size(); i++) {
      Cause cause = causes.get(i);
      if (cause.term().source().isPresent() && cause.term().kind() != Term.Kind.MODULATOR) {
        int number = i;
        groups.merge(
            cause.term().source().get(),
            new Group(number, cause.contribution()),
            // causes come by size: the first of a source is its strongest
            (one, other) -> new Group(one.strongest(), one.sum() + other.sum()));
      }
    }
    boolean through = Double.isNaN(asked.found().orElseThrow().atMs()) && Cause.handedOn(causes);
    List<Asked> next = new ArrayList<>();
    List<Group> neurons = new ArrayList<>();
    for (Group group : groups.values()) {
      if (isInput(session.bind(source(causes, group)).population())) {
        asked.ends.put(group.strongest(), "input");
      } else if (causes.get(group.strongest()).contribution() != 0) {
        neurons.add(group);
      }
    }
    neurons.stream()
        .sorted(Comparator.comparingDouble((Group g) -> Math.abs(g.sum())).reversed())
        .limit(question.breadth())
        .forEach(g ->
            follow(session, asked, g.strongest(), causes.get(g.strongest()).term(), through)
                .ifPresent(next::add));
    return next;
  }

  private static SiteRef source(List<Cause> causes, Group group) {
    return causes.get(group.strongest()).term().source().orElseThrow();
  }

  private Optional<Asked> follow(
      Session session, Asked asked, int number, Term term, boolean through) {
    Site site = session.bind(term.source().orElseThrow());
    int depth = through ? asked.depth : asked.depth + 1;
    if (depth > question.depth()) {
      asked.ends.put(number, "deeper");
      return Optional.empty();
    }
    String population = site.population().name();
    int neuron = site.neurons().get(0);
    OptionalDouble sent = senders.sent(term, population, neuron, asked.moment);
    if (sent.isEmpty()) {
      asked.ends.put(number, "sent before the run");
      return Optional.empty();
    }
    Asked child = new Asked(site.ref(), population, neuron, sent.getAsDouble(), depth);
    if (known.putIfAbsent(child.key(), child) != null) {
      asked.ends.put(number, "told elsewhere");
      return Optional.empty();
    }
    asked.children.put(number, child);
    return Optional.of(child);
  }

  private boolean isInput(Population population) {
    return switch (population.model().family()) {
      case SOURCE -> true;
      case RATE, SPIKING -> !population.model().takesSynapses();
      case VALUE -> shownTo.contains(population.name());
    };
  }

  /**
   * Asks neurons that a replay which has not moved yet comes by.
   *
   * @return the neurons to be asked next because of them; those that are not reached where it is
   *     stopped stay without an answer
   */
  List<Asked> round(Replay replay, List<Asked> level) {
    List<Asked> kept = new ArrayList<>();
    for (Asked asked : level) {
      double from =
          level.stream()
              .filter(o -> o.site.equals(asked.site))
              .mapToDouble(this::fromMs)
              .min()
              .orElse(0);
      if (refusal(asked, () -> replay.terms().keep(asked.site, from))) {
        kept.add(asked);
      }
    }
    kept.sort(Comparator.comparingDouble(a -> a.moment));
    List<Asked> next = new ArrayList<>();
    for (Asked asked : kept) {
      if (!replay.to(asked.moment, progress)) {
        break;
      }
      refusal(asked, () -> next.addAll(ask(replay, asked, "")));
    }
    return next;
  }

  /** Does it, or notes why it cannot be done; gives whether it was done. */
  private static boolean refusal(Asked asked, Runnable work) {
    try {
      work.run();
      return true;
    } catch (UsageException e) {
      asked.refused = String.valueOf(e.getMessage());
      return false;
    }
  }

  /**
   * The neurons of a level that a replay which stands at their moment answers for at once.
   *
   * @param left those for whom it does not
   */
  List<Asked> atOnce(Replay replay, List<Asked> level, List<Asked> left) {
    List<Asked> next = new ArrayList<>();
    for (Asked asked : level) {
      if (replay.timed()
          || replay.now() != asked.moment
          || !refusal(asked, () -> next.addAll(ask(replay, asked, "")))) {
        asked.refused = "";
        left.add(asked);
      }
    }
    return next;
  }
}
