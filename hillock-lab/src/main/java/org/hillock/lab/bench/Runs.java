package org.hillock.lab.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.hillock.core.network.Population;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.lab.comparison.StoppedException;

/**
 * Many runs of one network, one after the other. It is opened once, or where its synapses learn
 * anew for each run, for they keep what they learnt; so the result of every run is that of a
 * session of its own.
 */
public final class Runs implements AutoCloseable {

  /** Parts of a run after which it tells how far it is. */
  private static final int PIECES = 100;

  private static final String SPIKES = "spikes";

  private final Experiment base;
  private final Map<String, SpikeKeeper> spikes = new LinkedHashMap<>();
  private Session session;
  private int count;
  private Progress progress = Progress.NONE;

  /**
   * Opens the network.
   *
   * @param base the run that others differ from
   */
  public Runs(Experiment base) {
    this.base = base;
    session = watched(base);
  }

  private Session watched(Experiment experiment) {
    Session opened = experiment.open();
    boolean timed = opened.capability(Capability.Timed.class).isPresent();
    for (Population p : opened.network().populations().values()) {
      if (timed && p.model().variable(SPIKES).isPresent()) {
        SpikeKeeper keeper = new SpikeKeeper(p.size());
        spikes.put(p.name(), keeper);
        opened.record(new Probe(SiteRef.of(p.name(), SPIKES), 0), keeper);
      } else if (!timed) {
        // fits all instruments at once, where they are fitted when something is read
        opened.record(new Probe(SiteRef.of(p.name(), Activity.main(p)), 0), new Recording());
      }
    }
    return opened;
  }

  /** The run that others differ from. */
  public Experiment base() {
    return base;
  }

  /** The session, as the last run left it. */
  public Session session() {
    return session;
  }

  /** How many runs there were. */
  public int count() {
    return count;
  }

  /** The base run with more done to the network. */
  public Activity with(List<Intervention> more) {
    return run(base.with(more));
  }

  /**
   * A run that differs from the base in what is shown, done, for how long and in which trial.
   *
   * @throws IllegalArgumentException where it is of another network or run in another way
   */
  public Activity run(Experiment experiment) {
    if (!experiment.subject().equals(base.subject())
        || !experiment.options().equals(base.options())) {
      throw new IllegalArgumentException("another network, or run in another way");
    }
    if (count > 0 && session.capability(Capability.Plastic.class).isPresent()) {
      session.close();
      session = watched(experiment);
    }
    spikes.values().forEach(SpikeKeeper::clear);
    experiment.begin(session);
    play(experiment);
    count++;
    return Activity.read(session, experiment.length(), spikes);
  }

  /**
   * Tells how far each run is, from now on.
   *
   * @throws StoppedException from runs, where the user asks to stop
   */
  public Runs watchedBy(Progress newProgress) {
    progress = newProgress;
    return this;
  }

  private void play(Experiment experiment) {
    if (progress == Progress.NONE || !experiment.subject().timed()) {
      experiment.play(session);
      return;
    }
    double piece = Math.max(experiment.length() / PIECES, experiment.options().stepMs());
    double at = 0;
    for (int k = 1; at < experiment.length(); k++) {
      StoppedException.check(progress);
      double next = Math.min(k * piece, experiment.length());
      experiment.play(session, at, next);
      at = next;
      progress.report(at / experiment.length(), "running " + experiment.subject().name());
    }
  }

  /**
   * A run without time in which something else is done in each pass.
   *
   * @param inPass what is done in a pass, counted from 0, beside what the run does in all
   */
  public Activity passByPass(Experiment experiment, IntFunction<List<Intervention>> inPass) {
    experiment.begin(session);
    for (int pass = 0; pass < Math.round(experiment.length()); pass++) {
      session.clearInterventions();
      experiment.interventions().forEach(session::apply);
      inPass.apply(pass).forEach(session::apply);
      experiment.play(session, pass, pass + 1);
    }
    count++;
    return Activity.read(session, experiment.length(), spikes);
  }

  /** The values of a site after each pass of a run without time, of the first row. */
  public List<double[]> course(Experiment experiment, SiteRef site) {
    List<double[]> course = new ArrayList<>();
    experiment.begin(session);
    for (int pass = 0; pass < Math.round(experiment.length()); pass++) {
      experiment.play(session, pass, pass + 1);
      course.add(session.read(session.bind(site))[0]);
    }
    count++;
    return course;
  }

  /** A run with what the network answered at its end; no answer where it states no decision. */
  public Answered answered(Experiment experiment) {
    Activity activity = run(experiment);
    return new Answered(activity, Answering.of(this, experiment, activity));
  }

  /** What a network did, and what it answered. */
  public record Answered(Activity activity, java.util.Optional<Integer> answer) {}

  @Override
  public void close() {
    session.close();
  }
}
