package org.hillock.lab.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.Ports;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Precision;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.training.Progress;
import org.hillock.lab.analysis.PopulationSigns;
import org.hillock.lab.analysis.Tuning;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.Cue;
import org.hillock.lab.bench.Effect;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Exposure;
import org.hillock.lab.bench.Interventions;
import org.hillock.lab.bench.Openable;
import org.hillock.lab.bench.Runs;
import org.hillock.lab.diagnosis.Diagnosis;
import org.hillock.lab.diagnosis.Examination;
import org.hillock.lab.isolate.Isolate;
import org.hillock.lab.isolate.Isolation;
import org.hillock.lab.patch.CausalMap;
import org.hillock.lab.patch.Patching;
import org.hillock.lab.trace.Trace;
import org.hillock.lab.trace.Tracing;
import org.hillock.lab.why.Answer;
import org.hillock.lab.why.Question;
import org.hillock.lab.why.Why;

/**
 * A network on the bench, with what it is shown and what is done to it: ask it anything.
 *
 * <pre>{@code
 * var bench = Workbench.of(network).showing(image).with("silence hidden1[0..9]");
 * var answer = bench.why("out[3]");
 * }</pre>
 *
 * <p>Immutable: every method that changes something gives another workbench, and every question
 * runs the network anew, with the same result for the same seed. Double precision, so that all
 * verbs see the same spikes. Sites are asked for as {@link org.hillock.lab.bench.SiteQuery} says,
 * what is done as {@link Interventions#parse} says; all methods throw {@link UsageException} where
 * something in them does not fit the network.
 */
public final class Workbench {

  /** How long a network in time runs where nothing says how long, in ms. */
  public static final double STANDARD_MS = 500;

  private final Experiment run;
  private final Progress progress;

  private Workbench(Experiment run, Progress progress) {
    this.run = run;
    this.progress = progress;
  }

  /** A network as it is described: for as long as its decision takes, or the standard time. */
  public static Workbench of(Network network) {
    SessionOptions options = SessionOptions.seeded(1).withPrecision(Precision.DOUBLE);
    boolean parted =
        network.populations().values().stream().anyMatch(p -> p.model().cell().isPresent());
    SessionOptions fitting = parted ? options.withStepMs(SessionOptions.CELL_STEP_MS) : options;
    if (network.decision().isPresent()) {
      return new Workbench(
          Exposure.of(network, Optional.empty(), Optional.empty(), fitting), Progress.NONE);
    }
    Openable subject = Openable.of(network);
    double length = subject.timed() ? STANDARD_MS : 1;
    return of(new Experiment(subject, List.of(), length, List.of(), fitting, 0));
  }

  /** A run that was put together elsewhere. */
  public static Workbench of(Experiment run) {
    return new Workbench(run, Progress.NONE);
  }

  /** The run that questions are about. */
  public Experiment experiment() {
    return run;
  }

  private Workbench run(Experiment other) {
    return new Workbench(other, progress);
  }

  /** Tells how far long questions are. */
  public Workbench watchedBy(Progress newProgress) {
    return new Workbench(run, newProgress);
  }

  /** With another seed of what is random while it runs. */
  public Workbench seed(long seed) {
    SessionOptions o = run.options();
    return run(
        run.with(
            new SessionOptions(
                seed, o.stepMs(), o.memoryBytes(), o.threads(), o.precision(), o.vectors())));
  }

  /** In another trial: random sources draw anew. */
  public Workbench trial(long trial) {
    return run(run.inTrial(trial));
  }

  /** For so long, in ms; of a network without time so many passes. */
  public Workbench lasting(double length) {
    return run(run.lasting(length));
  }

  /** With another step, in ms. */
  public Workbench step(double stepMs) {
    return run(run.with(run.options().withStepMs(stepMs)));
  }

  /** Shown a picture, in the way in which the network decides about pictures. */
  public Workbench showing(float[] picture) {
    return showing(picture, Optional.empty());
  }

  /** Shown an image of a data set, with its label where the network takes labels. */
  public Workbench showing(Dataset data, int image) {
    if (image < 0 || image >= data.size()) {
      throw new UsageException(
          "image " + image + ": " + data.name() + " has images 0.." + (data.size() - 1));
    }
    return showing(data.images()[image], Optional.of(data.labels()[image]));
  }

  private Workbench showing(float[] picture, Optional<Integer> label) {
    Optional<Network> network = run.subject().described();
    if (network.isEmpty()) {
      return showing(Stimulus.frame(onlyDoor(), picture));
    }
    Experiment shown =
        Exposure.of(network.get(), Optional.of(picture), label, run.options()).inTrial(run.trial());
    return run(shown.on(run.subject()).with(run.interventions()));
  }

  private String onlyDoor() {
    try (Session session = run.undisturbed().open()) {
      // inputs come first in a graph
      return session.network().populations().keySet().iterator().next();
    }
  }

  /** Shown something from the start on, beside what is shown. */
  public Workbench showing(Stimulus stimulus) {
    List<Cue> cues = new ArrayList<>(run.cues());
    cues.removeIf(cue -> cue.stimulus().population().equals(stimulus.population()));
    cues.add(new Cue(0, stimulus));
    return run(run.showing(cues));
  }

  /**
   * With something done to it, such as {@code silence exc[0..9]}, {@code silence inputs of exc},
   * {@code clamp hidden[7] = 0.5}, {@code stimulate exc = 50pA from 10ms until 20ms} or {@code
   * lesion feedback}.
   */
  public Workbench with(String... done) {
    return run(run.with(interventions(done)));
  }

  private List<Intervention> interventions(String... done) {
    List<Intervention> all = new ArrayList<>();
    try (Session session = run.open()) {
      Interventions here = new Interventions(session, run.subject().described());
      for (String text : done) {
        all.addAll(here.parse(text));
      }
      // what cannot be done is told here, and not when it is asked about
      all.forEach(session::apply);
    }
    return all;
  }

  /** The sites that a query finds. */
  public List<SiteRef> sites(String query) {
    try (Session session = run.open()) {
      return new Interventions(session, run.subject().described()).sites(query);
    }
  }

  /** What all populations do. */
  public Activity activity() {
    try (Runs runs = new Runs(run)) {
      return runs.watchedBy(progress).run(run);
    }
  }

  /** What the network answers; empty where it states no decision. */
  public Optional<Integer> answer() {
    try (Runs runs = new Runs(run)) {
      return runs.watchedBy(progress).answered(run).answer();
    }
  }

  /** Watches sites, every step. */
  public Map<SiteRef, Recording> record(String query) {
    Map<SiteRef, Recording> kept = new LinkedHashMap<>();
    try (Session session = run.open()) {
      Interventions here = new Interventions(session, run.subject().described());
      for (SiteRef site : here.sites(query)) {
        Recording recording = new Recording();
        session.record(new Probe(site, 0), recording);
        kept.put(site, recording);
      }
      run.play(session);
    }
    return kept;
  }

  /** What changes when this is done to it. */
  public Effect effectOf(String... done) {
    return effectOf(run(run.with(interventions(done))));
  }

  /** How another run of the same network differs from this one. */
  public Effect effectOf(Workbench other) {
    try (Runs runs = new Runs(run)) {
      Runs.Answered before = runs.watchedBy(progress).answered(run);
      Runs.Answered after = runs.answered(other.run);
      return Effect.between(before.activity(), after.activity(), before.answer(), after.answer());
    }
  }

  /**
   * Puts activity of another run into this one, site by site.
   *
   * @param other the run that activity is taken from
   * @param query sites, each patched by itself
   */
  public CausalMap patchedFrom(Workbench other, String query) {
    return new Patching(run, other.run).map(sites(query), Optional.empty(), progress);
  }

  /** The same, neuron by neuron. */
  public CausalMap patchedEachFrom(Workbench other, String query) {
    List<SiteRef> each;
    try (Session session = run.open()) {
      each = new Interventions(session, run.subject().described()).each(query);
    }
    return new Patching(run, other.run).map(each, Optional.empty(), progress);
  }

  /** Why a neuron fired last, or did not; why it has its value. */
  public Answer why(String site) {
    return why(Question.of(SiteRef.parse(site)));
  }

  /** Why a neuron fired at a moment, in ms, or did not. */
  public Answer why(String site, double atMs) {
    return why(Question.of(SiteRef.parse(site)).at(atMs));
  }

  /** Any question about a neuron. */
  public Answer why(Question question) {
    return Why.ask(run, question, progress);
  }

  /** A neuron cut out of its network, its inputs played to it again one by one. */
  public Isolation isolate(String site) {
    return Isolate.of(run, Isolate.Request.of(SiteRef.parse(site)), progress);
  }

  /**
   * What follows from doing something, and which neurons carry it to a target.
   *
   * @param cause as {@link #with} takes it
   * @param target neurons whose mean level is the effect
   */
  public Trace trace(String cause, String target) {
    return Tracing.of(run, interventions(cause), cause).trace(extent(target), progress);
  }

  /**
   * What follows from what is shown here and not in another run, and which neurons carry it.
   *
   * @param without the run that this one is held against
   */
  public Trace traceAgainst(Workbench without, String target) {
    return Tracing.ofWhatIsShown(run, without.run).trace(extent(target), progress);
  }

  private Tracing.Extent extent(String target) {
    return new Tracing.Extent(
        Optional.of(SiteRef.parse(target)),
        Tracing.STANDARD_RUNS,
        Tracing.STANDARD_CONTROLS,
        run.options().seed());
  }

  /** What is wrong with its populations, and what would change it. */
  public Diagnosis diagnose(float[]... images) {
    return Examination.of(run, door(), images, progress);
  }

  /** Rates, regularity, synchrony of each population. */
  public List<PopulationSigns> signs() {
    return PopulationSigns.of(activity(), 0);
  }

  /** To which classes each neuron answers. */
  public Tuning tuning(Dataset data) {
    return Tuning.of(
        run,
        door().orElseThrow(() -> new UsageException("no one population takes images")),
        data.images(),
        data.labels(),
        data.classes(),
        java.util.Set.of(),
        progress);
  }

  private Optional<String> door() {
    Optional<Network> network = run.subject().described();
    if (network.isEmpty()) {
      return Optional.of(onlyDoor());
    }
    return network.filter(n -> n.decision().isPresent()).map(n -> Ports.of(n).image().name());
  }
}
