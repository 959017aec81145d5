package org.hillock.lab.isolate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.isolate.Isolation.Curve;
import org.hillock.lab.isolate.Isolation.Input;
import org.hillock.lab.isolate.Isolation.Response;
import org.hillock.lab.why.Moments;
import org.hillock.lab.why.Replay;

/**
 * The verb <i>isolate</i>: cuts one neuron out of its network, plays it the inputs that it had
 * there, and sweeps these one by one: the test that cannot be done in a brain.
 */
public final class Isolate {

  private static final String SPIKES = "spikes";

  /** Strengths at which the most effective inputs are played. */
  private static final double[] STRENGTHS =
      IntStream.rangeClosed(0, 20).mapToDouble(i -> i / 10.0).toArray();

  private static final int MOST_CURVES = 5;

  private final Experiment run;
  private final Request request;
  private final Progress progress;

  /**
   * What is asked.
   *
   * @param site one neuron, and what of it where its model has several sums
   * @param at ms or passes; empty for the end of the run
   * @param row of the batch, counted from 0
   * @param windowMs how long before that inputs are played; infinite for since the start
   * @param most inputs that are swept, those that brought most
   */
  public record Request(SiteRef site, Optional<Double> at, int row, double windowMs, int most) {

    public static final int STANDARD_MOST = 32;

    public Request {
      at.ifPresent(t -> {
        if (!(t > 0) || !Double.isFinite(t)) {
          throw new UsageException("at", t + " is not > 0");
        }
      });
      if (!(windowMs > 0)) {
        throw new UsageException("window", windowMs + " ms is not > 0 ms");
      }
      if (row < 0) {
        throw new UsageException("row", row + " is not >= 0");
      }
      if (most < 1) {
        throw new UsageException("most", most + " is not >= 1");
      }
    }

    /** With the standard of everything else. */
    public static Request of(SiteRef site) {
      return new Request(site, Optional.empty(), 0, Double.POSITIVE_INFINITY, STANDARD_MOST);
    }
  }

  private Isolate(Experiment run, Request request, Progress progress) {
    this.run = run;
    this.request = request;
    this.progress = progress;
  }

  /**
   * Cuts a neuron out and tests it.
   *
   * @throws UsageException where the site is unknown, is not one neuron or one that nothing sums up
   *     in, the moment is outside the run, or the network runs on no engine that can cut out
   */
  public static Isolation of(Experiment run, Request request, Progress progress) {
    return new Isolate(run, request, progress).isolation();
  }

  private Isolation isolation() {
    double end = request.at().orElse(run.length());
    if (end > run.length()) {
      throw new UsageException(
          "at",
          Quantity.text(end) + " is after the run, which ends at " + Quantity.text(run.length()));
    }
    try (Replay replay = new Replay(run)) {
      Moments.One one = Moments.one(replay.session(), request.site());
      double at = Math.max(1, Math.round(end / replay.step())) * replay.step();
      double from = Math.max(0, at - request.windowMs());
      boolean spiking = replay.timed() && one.spiking();
      Recording spikes = new Recording();
      if (spiking) {
        SiteRef own = SiteRef.of(one.population(), new int[] {one.neuron()}, SPIKES);
        replay.session().record(new Probe(own, 0), spikes);
      }
      replay.terms().keep(one.ref(), from);
      if (!replay.to(at, progress.part(0, 0.3, ""))) {
        throw new FailureException("stopped before the neuron was cut out");
      }
      IsolatedNeuron neuron = replay.terms().isolate(one.ref(), request.row());
      return tested(replay.session().engine(), neuron, spiking, from, times(spikes, from));
    }
  }

  /** Its spikes in the network after a time. */
  private static double[] times(Recording spikes, double fromMs) {
    return IntStream.range(0, spikes.size())
        .mapToDouble(spikes::along)
        .filter(t -> t > fromMs)
        .toArray();
  }

  private Isolation tested(
      String engine, IsolatedNeuron neuron, boolean spiking, double from, double[] spikes) {
    Sources sources = new Sources(neuron);
    double[] asItWas = sources.asItWas();
    double value = neuron.play(asItWas);
    double[] responses = neuron.respond(asItWas);
    Response within = new Response(neuron.value(), spiking ? spikes.length : neuron.output());
    Response alone = new Response(value, spiking ? responses.length : responses[0]);
    boolean same =
        value == neuron.value()
            && (spiking ? Arrays.equals(responses, spikes) : responses[0] == neuron.output());
    List<Swept> swept = new ArrayList<>();
    List<Sources.Source> all = sources.all();
    int count = Math.min(request.most(), all.size());
    for (int i = 0; i < count && !progress.stopped(); i++) {
      progress.report(0.3 + 0.5 * i / count, "input " + (i + 1) + " of " + count);
      swept.add(new Swept(all.get(i), swept(neuron, sources, all.get(i), spiking)));
    }
    swept.sort(
        Comparator.comparingDouble((Swept s) -> effect(s.input(), alone, spiking)).reversed());
    List<Curve> curves = new ArrayList<>();
    for (Swept each : swept.subList(0, Math.min(MOST_CURVES, swept.size()))) {
      if (progress.stopped()) {
        break;
      }
      progress.report(0.8 + 0.2 * curves.size() / MOST_CURVES, "curves");
      List<Response> course = new ArrayList<>();
      for (double factor : STRENGTHS) {
        course.add(response(neuron, sources.scaled(each.source(), factor), spiking));
      }
      curves.add(new Curve(each.input().name(), STRENGTHS.clone(), course));
    }
    return new Isolation(
        run.subject().name(),
        engine,
        neuron.site(),
        spiking,
        neuron.atMs(),
        Double.isNaN(neuron.atMs()) ? Double.NaN : from,
        neuron.unit(),
        neuron.threshold(),
        neuron.contributions().isPresent(),
        within,
        alone,
        same,
        swept.stream().map(Swept::input).toList(),
        all.size() - swept.size(),
        curves,
        progress.stopped());
  }

  private record Swept(Sources.Source source, Input input) {}

  private static Input swept(
      IsolatedNeuron neuron, Sources sources, Sources.Source source, boolean spiking) {
    return new Input(
        source.kind(),
        source.site(),
        source.through(),
        source.terms().size(),
        response(neuron, sources.scaled(source, 0), spiking),
        response(neuron, sources.scaled(source, 2), spiking),
        response(neuron, sources.only(source), spiking));
  }

  private static Response response(IsolatedNeuron neuron, double[] factors, boolean spiking) {
    double[] free = neuron.respond(factors);
    return new Response(neuron.play(factors), spiking ? free.length : free[0]);
  }

  /** How much is lost without an input: spikes first, then the sum. */
  private static double effect(Input input, Response alone, boolean spiking) {
    double sum = Math.abs(input.without().sum() - alone.sum());
    double spikes = spiking ? Math.abs(input.without().output() - alone.output()) : 0;
    return spikes * 1e9 + sum;
  }
}
