package org.hillock.lab.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.GridRule;
import org.hillock.core.network.CellModels;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Indices;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;

/**
 * Copies of one cell, each with its own stimuli, in one network: many trials at once. Nothing joins
 * the copies. Currents are interventions; synaptic input comes from listed spikes through
 * projections that end on the cell's receptors.
 */
public final class SideBySide {

  /** Step of cells with channels, in ms. */
  public static final double STEP_MS = 0.025;

  private static final String CELL = "cell";

  private record Pulse(int copy, String site, double picoAmperes, double fromMs, double toMs) {}

  private record Arrival(int copy, double atMs, double weightNs) {}

  private final Cell cell;
  private final int copies;
  private double stepMs = STEP_MS;
  private final List<Pulse> pulses = new ArrayList<>();
  private final Map<String, List<Arrival>> arrivals = new LinkedHashMap<>();
  private final Map<String, Double> watched = new LinkedHashMap<>();

  /** Copies that rest. */
  public SideBySide(Cell cell, int copies) {
    this.cell = cell;
    this.copies = copies;
  }

  /**
   * A cell cut more finely, so that it shows where on it a potential changes.
   *
   * @param share of a length constant that a segment is long at most
   */
  static Cell cutTo(Cell cell, double share) {
    return cell.with(new GridRule(share, cell.grid().frequencyHz(), cell.grid().segments()));
  }

  /** Another step than {@link #STEP_MS}. */
  public SideBySide stepMs(double ms) {
    stepMs = ms;
    return this;
  }

  /**
   * Sends a current into one of them.
   *
   * @param place on the tree, such as {@code dend[1](0.5)}
   * @param picoAmperes inward above 0
   */
  public SideBySide inject(int copy, String place, double picoAmperes, double fromMs, double toMs) {
    pulses.add(new Pulse(copy, place, picoAmperes, fromMs, toMs));
    return this;
  }

  /**
   * Lets a spike arrive at a receptor of one of them.
   *
   * @param atMs at least two steps
   * @param weightNs peak conductance in nS
   */
  public SideBySide arrive(int copy, String receptor, double atMs, double weightNs) {
    arrivals
        .computeIfAbsent(receptor, _ -> new ArrayList<>())
        .add(new Arrival(copy, atMs, weightNs));
    return this;
  }

  /**
   * Watches a site of all of them.
   *
   * @param site such as {@code hillock(0.5).v}
   * @param everyMs interval between samples, 0 for every step
   */
  public SideBySide watch(String site, double everyMs) {
    watched.put(site, everyMs);
    return this;
  }

  /** Runs them from rest for that long. */
  public Watched run(double ms) {
    try (Session session =
        Engines.open(network(), SessionOptions.seeded(1).withStepMs(stepMs).withThreads(1))) {
      Recording spikes = new Recording();
      session.record(Probe.of(CELL + ".spikes"), spikes);
      Map<String, Recording> traces = new LinkedHashMap<>();
      watched.forEach((site, every) -> {
        Recording recording = new Recording();
        traces.put(site, recording);
        session.record(new Probe(SiteRef.of(CELL, site), every), recording);
      });
      for (Pulse p : pulses) {
        session.apply(
            new Intervention.Stimulate(
                SiteRef.of(CELL, new int[] {p.copy}, p.site + ".v"),
                p.picoAmperes,
                new Intervention.Window(p.fromMs, p.toMs)));
      }
      session.capability(Capability.Timed.class).orElseThrow().advance(ms);
      return Watched.of(copies, spikes, traces);
    }
  }

  private Network network() {
    NetworkBuilder network =
        Network.builder("side by side").population(CELL, copies, CellModels.of(cell), p -> p);
    arrivals.forEach((receptor, all) -> {
      String source = "to-" + receptor;
      double[][] times = new double[all.size()][];
      int[] pre = new int[all.size()];
      int[] post = new int[all.size()];
      double[] weights = new double[all.size()];
      for (int i = 0; i < times.length; i++) {
        Arrival a = all.get(i);
        // A spike takes one step on its way.
        times[i] = new double[] {a.atMs - stepMs};
        pre[i] = i;
        post[i] = a.copy;
        weights[i] = a.weightNs;
      }
      network
          .population(source, times.length, "spike-list", p -> p.spikes(times))
          .projection(
              "at-" + receptor,
              source,
              CELL,
              new Connectivity.EdgeList(Indices.of(pre), Indices.of(post)),
              p ->
                  p.weight(Values.listed(Numbers.of(weights), "nS"))
                      .delay(stepMs + " ms")
                      .receptor(receptor));
    });
    return network.build();
  }
}
