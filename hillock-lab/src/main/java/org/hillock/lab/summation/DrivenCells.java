package org.hillock.lab.summation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.cell.Cell;
import org.hillock.core.network.CellModels;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;

/** Many cells of one kind side by side in one session, each with spikes of its own. */
final class DrivenCells {

  /** From a source to its receptor. */
  private static final double DELAY_MS = 1;

  private DrivenCells() {}

  /**
   * What arrives at receptors.
   *
   * @param receptors that the same spikes reach, such as AMPA and NMDA of one place
   * @param weightsNs by receptor, then by cell
   * @param arrivalsMs by cell, rising, from {@value #DELAY_MS} ms on
   */
  @SuppressWarnings("ArrayRecordComponent") // inside this package only
  record Drive(List<String> receptors, double[][] weightsNs, double[][] arrivalsMs) {}

  /**
   * What was seen.
   *
   * @param spikesMs by cell
   * @param mv by cell, then by sample: potential where it was recorded
   * @param sampleMs when each sample was taken
   */
  @SuppressWarnings("ArrayRecordComponent") // inside this package only
  record Seen(double[][] spikesMs, double[][] mv, double[] sampleMs) {}

  /**
   * Runs {@code cells} of them.
   *
   * @param place whose potential is recorded
   * @param everyMs between samples
   */
  static Seen run(
      Cell cell,
      int cells,
      List<Drive> drives,
      String place,
      double everyMs,
      double durationMs,
      double stepMs) {
    SessionOptions options = SessionOptions.seeded(1).withStepMs(stepMs);
    Recording spikes = new Recording();
    Recording potentials = new Recording();
    try (Session session = Engines.open(network(cell, cells, drives), options)) {
      session.record(Probe.of("cell.spikes"), spikes);
      session.record(new Probe(SiteRef.parse("cell." + place + ".v"), everyMs), potentials);
      session.capability(Capability.Timed.class).orElseThrow().advance(durationMs);
    }
    return new Seen(
        bySpikes(spikes, cells), bySamples(potentials, cells), times(potentials, cells));
  }

  private static Network network(Cell cell, int cells, List<Drive> drives) {
    NetworkBuilder network =
        Network.builder("side-by-side").population("cell", cells, CellModels.of(cell), p -> p);
    for (int d = 0; d < drives.size(); d++) {
      Drive drive = drives.get(d);
      String source = "drive" + d;
      double[][] sent = new double[cells][];
      for (int c = 0; c < cells; c++) {
        sent[c] = Arrays.stream(drive.arrivalsMs()[c]).map(t -> t - DELAY_MS).toArray();
      }
      network.population(source, cells, "spike-list", p -> p.spikes(sent));
      for (int r = 0; r < drive.receptors().size(); r++) {
        String receptor = drive.receptors().get(r);
        Values weights = Values.listed(Numbers.of(drive.weightsNs()[r]), "nS");
        network.projection(
            source + "_" + receptor,
            source,
            "cell",
            new Connectivity.OneToOne(),
            p -> p.weight(weights).delay(DELAY_MS + " ms").receptor(receptor));
      }
    }
    return network.build();
  }

  private static double[][] bySpikes(Recording spikes, int cells) {
    List<List<Double>> all = new ArrayList<>();
    for (int c = 0; c < cells; c++) {
      all.add(new ArrayList<>());
    }
    for (int i = 0; i < spikes.size(); i++) {
      all.get(spikes.neuron(i)).add(spikes.along(i));
    }
    return all.stream()
        .map(times -> times.stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] bySamples(Recording potentials, int cells) {
    double[][] mv = new double[cells][potentials.size() / cells];
    for (int i = 0; i < potentials.size(); i++) {
      mv[potentials.neuron(i)][i / cells] = potentials.value(i);
    }
    return mv;
  }

  private static double[] times(Recording potentials, int cells) {
    double[] times = new double[potentials.size() / cells];
    for (int k = 0; k < times.length; k++) {
      times[k] = potentials.along(k * cells);
    }
    return times;
  }
}
