package org.hillock.lab.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hillock.core.network.Network;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.session.Recording;
import org.hillock.core.training.Progress;
import org.hillock.lab.bench.Experiment;

/**
 * The verb <i>why</i>: what the sum of a neuron was made of at a moment, and the sums of those that
 * it was made of, on a network of any kind.
 *
 * <p>The run is made again with a plain twin that keeps what reaches the neurons that are asked
 * about: once for each level of neurons, and once before where the moment is not named. A network
 * without time answers for all levels in one pass where its engine can.
 */
public final class Why {

  private final Experiment run;
  private final Question question;
  private final Progress progress;
  private int replays;

  private Why(Experiment run, Question question, Progress progress) {
    this.run = run;
    this.question = question;
    this.progress = progress;
  }

  /**
   * Asks.
   *
   * @throws UsageException where the site is unknown, is not one neuron or one that nothing sums up
   *     in, the moment is outside the run, or the network runs on no engine that can tell
   */
  public static Answer ask(Experiment run, Question question, Progress progress) {
    return new Why(run, question, progress).answer();
  }

  private Answer answer() {
    question
        .at()
        .ifPresent(at -> {
          if (at > run.length()) {
            throw new UsageException(
                "at",
                Quantity.text(at)
                    + " is after the run, which ends at "
                    + Quantity.text(run.length()));
          }
        });
    Replay replay = new Replay(run);
    try {
      replays = 1;
      Moments.One one = Moments.one(replay.session(), question.site());
      Optional<SpikeLog> log =
          replay.timed() ? Optional.of(new SpikeLog(replay.session())) : Optional.empty();
      Moments.Moment moment = new Moments.Moment(question.at().orElse(run.length()), "");
      if (replay.timed() && question.at().isEmpty() && one.spiking()) {
        moment = scouted(replay, one, log.orElseThrow());
        replay.close();
        replay = new Replay(run);
        replays++;
      }
      return asked(replay, one, log, moment);
    } finally {
      replay.close();
    }
  }

  /** Runs to the end to see when the neuron fired. */
  private Moments.Moment scouted(Replay replay, Moments.One one, SpikeLog log) {
    Optional<Recording> potential = Moments.potential(replay.session(), one);
    if (!replay.to(run.length(), progress.part(0, 0.4, ""))) {
      throw stopped();
    }
    return Moments.chosen(one, log, potential, replay.now());
  }

  private static FailureException stopped() {
    return new FailureException("stopped before the neuron could be asked");
  }

  private Answer asked(
      Replay replay, Moments.One one, Optional<SpikeLog> log, Moments.Moment moment) {
    Optional<Network> network = run.subject().described();
    Optional<Afferents> afferents = network.map(Afferents::new);
    Inquiry inquiry =
        new Inquiry(
            question,
            run.cues(),
            new Senders(network, log),
            new Silent(network, afferents, log),
            progress.part(0.7, 1, ""));
    double at = Math.max(1, Math.round(moment.at() / replay.step())) * replay.step();
    Asked first = new Asked(one.ref(), one.population(), one.neuron(), at, 1);
    replay.terms().keep(first.site, inquiry.fromMs(first));
    if (!replay.to(at, progress.part(0.4, 0.7, ""))) {
      throw stopped();
    }
    inquiry.begin(first);
    String engine = replay.session().engine();
    List<Asked> level = inquiry.ask(replay, first, remark(one, log, moment, at));
    while (!level.isEmpty() && !progress.stopped()) {
      List<Asked> left = new ArrayList<>();
      List<Asked> next = new ArrayList<>(inquiry.atOnce(replay, level, left));
      if (!left.isEmpty()) {
        replays++;
        try (Replay again = new Replay(run)) {
          next.addAll(inquiry.round(again, left));
        }
      }
      level = next;
    }
    return new Answer(
        run.subject().name(),
        engine,
        first.told(replay.timed()).orElseThrow(),
        replays,
        progress.stopped());
  }

  /** What is to be known of a neuron that did not fire then. */
  private String remark(Moments.One one, Optional<SpikeLog> log, Moments.Moment moment, double at) {
    if (!moment.remark().isEmpty() || log.isEmpty() || !one.spiking()) {
      return moment.remark();
    }
    TreeSet<Double> own = log.get().of(one.population(), one.neuron());
    Double before = own.lower(at);
    return before == null
        ? "it had not fired before"
        : "its last spike before was at " + Quantity.text(before) + " ms";
  }
}
