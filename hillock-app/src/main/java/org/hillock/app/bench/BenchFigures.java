package org.hillock.app.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.session.Profile;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.wiring.SynapseCount;
import org.jspecify.annotations.Nullable;

/**
 * What a bench found.
 *
 * @param run that was measured
 * @param raw what the hardware allows
 */
public record BenchFigures(
    Network network, BenchPlan plan, Cost cost, BenchRun run, RawLimits raw) {

  /** Of an engine that lets no one choose. */
  private static final String OWN_PRECISION = "own";

  /**
   * What building it took.
   *
   * @param heldBytes of objects in use once it was built
   * @param peakBytes most that the process held until the end of the runs
   */
  record Cost(double buildSeconds, long heldBytes, long peakBytes) {}

  /**
   * The figures by the names that {@code --json} prints, null where there is nothing to tell.
   * {@code realTimeFactor} is wall over simulated time, so smaller is faster; {@code
   * engineNsPerEvent}, {@code nsPerUpdate} and {@code nsPerDraw} are of one thread.
   */
  public Map<String, @Nullable Object> byName() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    addNetwork(all);
    addSpeed(all);
    addProfile(all);
    addMemory(all);
    all.put("spikeHash", run.spikeHash());
    all.put("populations", run.populations());
    return all;
  }

  private void addNetwork(Map<String, @Nullable Object> all) {
    boolean chosen = plan.engine().heeds(network).contains(SessionOptions.Choice.PRECISION);
    all.put("network", network.name());
    all.put("engine", plan.engine().name());
    all.put("precision", chosen ? plan.options().precision().word() : OWN_PRECISION);
    all.put("vectorBits", run.profile().map(Profile::vectorBits).orElse(0));
    all.put("scale", plan.scale());
    // An engine that says nothing of its threads works on its caller's.
    all.put("threads", run.profile().map(Profile::threads).orElse(1));
    all.put("neurons", WorkingSet.neurons(network));
    all.put("synapses", synapses());
  }

  private void addSpeed(Map<String, @Nullable Object> all) {
    double wall = run.wallSeconds();
    long neurons = run.populations().stream().mapToLong(BenchRun.PopulationFigures::neurons).sum();
    all.put("buildSeconds", cost.buildSeconds());
    all.put("simulatedSeconds", run.simulatedSeconds());
    all.put("wallSeconds", wall);
    all.put("realTimeFactor", wall / run.simulatedSeconds());
    all.put("spikes", run.spikes());
    all.put("meanRateHz", over(run.spikes(), neurons * run.simulatedSeconds()));
    all.put("synapticEvents", run.events());
    all.put("synapticEventsPerSecond", run.events() / wall);
    all.put("neuronUpdatesPerSecond", updates() / wall);
    all.put("plasticEvents", run.plasticEvents());
    all.put("wallNsPerPlasticEvent", over(wall * 1e9, run.plasticEvents()));
  }

  private void addProfile(Map<String, @Nullable Object> all) {
    Double wallNs = over(run.wallSeconds() * 1e9, run.events());
    Double engineNs =
        run.profile().isPresent() ? delivery(run.profile().get(), run.events()) : wallNs;
    all.put("engineNsPerEvent", engineNs);
    all.put("wallNsPerEvent", wallNs);
    all.put("rawScatterNsPerEvent", raw.scatterNsPerEvent());
    all.put("rawShare", engineNs == null ? null : over(raw.scatterNsPerEvent(), engineNs));
    all.put("rawCopyGBPerSecond", raw.copyGBPerSecond());
    all.put("rawUpdateNs", raw.updateNs());
    Profile profile = run.profile().orElse(null);
    all.put("updateSeconds", profile == null ? null : profile.updateSeconds());
    all.put("driveSeconds", profile == null ? null : profile.driveSeconds());
    all.put("deliverSeconds", profile == null ? null : profile.deliverSeconds());
    all.put("waitSeconds", profile == null ? null : profile.waitSeconds());
    all.put("nsPerUpdate", profile == null ? null : over(profile.updateSeconds() * 1e9, updates()));
    all.put("nsPerDraw", profile == null ? null : over(profile.driveSeconds() * 1e9, draws()));
  }

  private static @Nullable Double delivery(Profile profile, long events) {
    return over(profile.deliverSeconds() * 1e9, events - profile.driveEvents());
  }

  private void addMemory(Map<String, @Nullable Object> all) {
    all.put("bytesPerSynapse", over(cost.heldBytes(), synapses()));
    all.put("estimatedBytes", plan.engine().estimate(network, plan.options()).bytes());
    all.put("heldBytes", cost.heldBytes());
    all.put("peakMemoryBytes", cost.peakBytes());
  }

  private long synapses() {
    return network.projections().values().stream()
        .mapToLong(p -> SynapseCount.synapses(network, p))
        .sum();
  }

  /** Steps of all neurons, those that an engine could skip included. */
  private double updates() {
    return (double) WorkingSet.neurons(network) * run.steps();
  }

  /** Poisson numbers: one for each source and step. */
  private double draws() {
    long sources =
        network.populations().values().stream()
            .filter(p -> p.neuron().equals("poisson"))
            .mapToLong(Population::size)
            .sum();
    return (double) sources * run.steps();
  }

  private static @Nullable Double over(double what, double each) {
    return each == 0 ? null : what / each;
  }
}
