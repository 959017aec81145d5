package org.hillock.lab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.training.Progress;
import org.hillock.lab.bench.Cue;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Exposure;

/**
 * What each neuron did for each of many inputs: its mean rate in Hz where it spikes, its value at
 * the end where it does not.
 */
public final class Responses {

  private static final int BATCH = 128;

  private final Map<String, double[][]> byPopulation = new LinkedHashMap<>();
  private final Map<String, Population> populations = new LinkedHashMap<>();
  private final Map<String, String> units = new LinkedHashMap<>();
  private final int inputs;
  private final Optional<String> variable;

  private Responses(int inputs, Optional<String> variable) {
    this.inputs = inputs;
    this.variable = variable;
  }

  /**
   * Shows inputs, each from the start and in a trial of its own.
   *
   * @param run with all else that is shown, and for how long
   * @param door the population that inputs are shown on
   * @param images a row for each
   * @param wanted populations; empty for all
   * @throws UsageException where an input does not fit, or a population is unknown
   */
  public static Responses of(
      Experiment run, String door, float[][] images, Set<String> wanted, Progress progress) {
    return of(run, door, images, wanted, Optional.empty(), progress);
  }

  /**
   * The same, and reads a variable at the end, such as {@code sum}, where it is not empty.
   *
   * @throws UsageException as above, and where a population has no such variable
   */
  public static Responses of(
      Experiment run,
      String door,
      float[][] images,
      Set<String> wanted,
      Optional<String> variable,
      Progress progress) {
    Responses all = new Responses(images.length, variable);
    Experiment first = shown(run, door, Arrays.copyOf(images, 1));
    boolean streamed = run.subject().described().flatMap(Network::presentation).isPresent();
    try (Session session = first.open()) {
      Optional<Capability.Timed> timed = session.capability(Capability.Timed.class);
      Map<String, Recording> spikes = all.prepare(session, wanted, timed.isPresent());
      boolean batched =
          session.capability(Capability.Batched.class).isPresent()
              && run.subject().described().isPresent()
              && !streamed;
      int step = batched ? BATCH : 1;
      for (int from = 0; from < images.length && !progress.stopped(); from += step) {
        int to = Math.min(images.length, from + step);
        Experiment one = shown(run, door, Arrays.copyOfRange(images, from, to));
        Map<String, Integer> before = new LinkedHashMap<>();
        spikes.forEach((name, recording) -> before.put(name, recording.size()));
        one = one.inTrial(run.trial() + from);
        one.begin(session);
        one.play(session);
        all.keep(session, spikes, before, from, to, run.length());
        progress.report((double) to / images.length, to + " of " + images.length + " inputs");
      }
    }
    return all;
  }

  private static Experiment shown(Experiment run, String door, float[][] rows) {
    Optional<Network> streamed =
        run.subject().described().filter(network -> network.presentation().isPresent());
    if (streamed.isPresent()) {
      Experiment exposed =
          Exposure.of(streamed.get(), Optional.of(rows[0]), Optional.empty(), run.options());
      return run.showing(exposed.cues());
    }
    List<Cue> cues = new ArrayList<>(run.cues());
    cues.removeIf(cue -> cue.stimulus().population().equals(door));
    cues.add(new Cue(0, new Stimulus.Frames(door, rows)));
    return run.showing(cues);
  }

  private Map<String, Recording> prepare(Session session, Set<String> wanted, boolean timed) {
    Map<String, Recording> spikes = new LinkedHashMap<>();
    for (String name : wanted) {
      session.bind(new SiteRef(name, List.of(), Map.of(), Optional.empty()));
    }
    for (Population p : session.network().populations().values()) {
      if (!wanted.isEmpty() && !wanted.contains(p.name())) {
        continue;
      }
      populations.put(p.name(), p);
      byPopulation.put(p.name(), new double[inputs][]);
      boolean fires = timed && variable.isEmpty() && p.model().variable("spikes").isPresent();
      units.put(p.name(), fires ? "Hz" : p.model().variables().getFirst().unit());
      Recording recording = new Recording();
      if (fires) {
        session.record(new Probe(SiteRef.of(p.name(), "spikes"), 0), recording);
        spikes.put(p.name(), recording);
      } else if (!timed) {
        // fits all instruments at once, where they are fitted when something is read
        session.record(new Probe(SiteRef.of(p.name(), main(p)), 0), new Forgetful());
      }
    }
    return spikes;
  }

  private void keep(
      Session session,
      Map<String, Recording> spikes,
      Map<String, Integer> before,
      int from,
      int to,
      double lengthMs) {
    for (Map.Entry<String, double[][]> entry : byPopulation.entrySet()) {
      Population p = population(entry.getKey());
      Recording recording = spikes.get(p.name());
      if (recording == null) {
        double[][] rows = session.read(session.bind(SiteRef.of(p.name(), main(p))));
        for (int i = from; i < to; i++) {
          entry.getValue()[i] = rows[Math.min(i - from, rows.length - 1)];
        }
      } else {
        double[] rates = new double[p.size()];
        for (int k = Objects.requireNonNull(before.get(p.name())); k < recording.size(); k++) {
          rates[recording.neuron(k)] += 1000 / lengthMs;
        }
        entry.getValue()[from] = rates;
      }
    }
  }

  private String main(Population p) {
    return variable.isPresent() ? variable.get() : p.model().variables().getFirst().name();
  }

  public Set<String> populations() {
    return byPopulation.keySet();
  }

  /** How many inputs were shown. */
  public int inputs() {
    return inputs;
  }

  /**
   * A population.
   *
   * @throws IllegalArgumentException where it was not watched
   */
  public Population population(String name) {
    return Optional.ofNullable(populations.get(name))
        .orElseThrow(() -> new IllegalArgumentException("'" + name + "' was not watched"));
  }

  /** [input][neuron]; not to be written. */
  public double[][] of(String population) {
    return Objects.requireNonNull(byPopulation.get(population(population).name()));
  }

  /** What one neuron did, input by input. */
  public double[] of(String population, int neuron) {
    return Arrays.stream(of(population)).mapToDouble(row -> row[neuron]).toArray();
  }

  /** Hz, the unit of the value, or empty. */
  public String unit(String population) {
    return Objects.requireNonNull(units.get(population));
  }

  /**
   * The population that an experiment shows numbers on, or that numbers can be shown on.
   *
   * @throws UsageException where there is none, or more than one
   */
  public static String door(Experiment run) {
    List<String> shown =
        run.cues().stream()
            .map(Cue::stimulus)
            .filter(Stimulus.Frames.class::isInstance)
            .map(Stimulus::population)
            .distinct()
            .toList();
    if (shown.size() == 1) {
      return shown.getFirst();
    }
    List<String> doors =
        run.subject()
            .described()
            .map(network ->
                network.populations().values().stream()
                    .filter(p -> p.neuron().equals("input"))
                    .map(Population::name)
                    .toList())
            .orElse(List.of());
    if (doors.size() != 1) {
      throw new UsageException(
          "network '"
              + run.subject().name()
              + "' has "
              + doors.size()
              + " populations of input neurons; exactly 1 is needed to show it many inputs");
    }
    return doors.getFirst();
  }

  /** Whether what a population does comes from outside: it takes inputs, or no synapses. */
  public static boolean isSource(Population p) {
    return p.neuron().equals("input")
        || p.model().family() != NeuronModel.Family.VALUE && !p.model().takesSynapses();
  }
}
