package org.hillock.lab.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;

/**
 * A run that can be repeated to the bit: which network, what it is shown when, what is done to it,
 * for how long.
 *
 * @param subject the network
 * @param cues what is shown, in the order of time
 * @param length of the run: ms for a network that lives in time, else the number of passes
 * @param interventions what is done
 * @param options how it runs, with the seed
 * @param trial random sources draw anew for each
 */
public record Experiment(
    Openable subject,
    List<Cue> cues,
    double length,
    List<Intervention> interventions,
    SessionOptions options,
    long trial) {

  public Experiment {
    cues = cues.stream().sorted(Comparator.comparingDouble(Cue::at)).toList();
    interventions = List.copyOf(interventions);
    if (!(length > 0) || !Double.isFinite(length)) {
      throw new UsageException("a run of length " + length + " is not > 0");
    }
  }

  /** The same with more done to the network. */
  public Experiment with(Intervention... more) {
    return with(List.of(more));
  }

  /** The same with more done to the network. */
  public Experiment with(List<Intervention> more) {
    List<Intervention> all = new ArrayList<>(interventions);
    all.addAll(more);
    return new Experiment(subject, cues, length, all, options, trial);
  }

  /** The same without anything done to the network. */
  public Experiment undisturbed() {
    return new Experiment(subject, cues, length, List.of(), options, trial);
  }

  /** The same with other things shown. */
  public Experiment showing(List<Cue> newCues) {
    return new Experiment(subject, newCues, length, interventions, options, trial);
  }

  /** The same in another trial. */
  public Experiment inTrial(long newTrial) {
    return new Experiment(subject, cues, length, interventions, options, newTrial);
  }

  /** The same for another time. */
  public Experiment lasting(double newLength) {
    return new Experiment(subject, cues, newLength, interventions, options, trial);
  }

  /** The same with another network. */
  public Experiment on(Openable other) {
    return new Experiment(other, cues, length, interventions, options, trial);
  }

  /** The same run in another way. */
  public Experiment with(SessionOptions newOptions) {
    return new Experiment(subject, cues, length, interventions, newOptions, trial);
  }

  /** A session that stands at the start of this run, all interventions applied. */
  public Session open() {
    return ready(subject.open(options));
  }

  /** The same on an engine that has a capability; empty where none has. */
  public Optional<Session> open(Class<? extends Capability> wanted) {
    return subject.open(options, wanted).map(this::ready);
  }

  private Session ready(Session session) {
    try {
      begin(session);
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /**
   * Takes a session of this subject back to the start of this run: what was shown and done before
   * is gone, probes stay.
   */
  public void begin(Session session) {
    session.clearInterventions();
    session.reset(trial);
    subject.begin(session);
    // a foreign graph takes its extents from what it is shown, and sites are found by these
    cues.stream().filter(cue -> cue.at() == 0).forEach(cue -> session.present(cue.stimulus()));
    interventions.forEach(session::apply);
  }

  /** Runs a session that was opened here from its start to the end. */
  public void play(Session session) {
    play(session, 0, length);
  }

  /**
   * Runs a session that was opened here on.
   *
   * @param from where it stands: ms or passes since the start
   * @param to where it is to stand
   */
  public void play(Session session, double from, double to) {
    double now = from;
    for (Cue cue : cues) {
      if (cue.at() < from || cue.at() >= to) {
        continue;
      }
      advance(session, now, cue.at());
      now = cue.at();
      session.present(cue.stimulus());
    }
    advance(session, now, to);
  }

  private static void advance(Session session, double from, double to) {
    if (to <= from) {
      return;
    }
    Optional<Capability.Timed> timed = session.capability(Capability.Timed.class);
    if (timed.isPresent()) {
      timed.get().advance(to - timed.get().timeMs());
      return;
    }
    for (long pass = Math.round(from); pass < Math.round(to); pass++) {
      session.advance();
    }
  }
}
