package org.hillock.lab.axis.noise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.Inserted;
import org.hillock.core.cell.Release;
import org.hillock.core.cell.SynapseSite;
import org.hillock.core.equation.MechanismText;
import org.hillock.core.network.CellModels;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.Population;
import org.hillock.core.network.Ports;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.Parameters;

/**
 * A place in the description of a network at which something is drawn anew in every trial, and that
 * can be taken out of it: what was drawn is then what it is on average, and everything else stays.
 *
 * @param kind what is drawn
 * @param place name of the population, or of the pathway
 */
public record NoiseSource(Kind kind, String place) {

  /** What is drawn, and what it becomes. */
  public enum Kind {
    /**
     * Spikes of Poisson sources; they become a current that brings as much at every moment as the
     * spikes bring on average.
     */
    POISSON,
    /** Vesicles at the terminals of a pathway; each spike then releases their mean. */
    RELEASE,
    /**
     * Random terms in the equations of neurons, or of the mechanisms of cells with parts (plastic
     * synapses draw nothing): white noise becomes 0, and so does a normal number; a uniform one
     * becomes its middle, so that of two outcomes the likelier one comes.
     */
    EQUATIONS
  }

  private static final double MS_PER_S = 1000;
  private static final String STEADY = "-steady";
  private static final Pattern COMMENT = Pattern.compile("#.*");
  private static final Pattern RANDOM =
      Pattern.compile("\\bxi\\b|\\b(uniform|normal)\\s*\\(\\s*\\)");
  private static final Pattern NAMED = Pattern.compile("(?m)^neuron[ \\t].*$");

  /** A short name, lower case with underscores. */
  public String name() {
    return kind.name().toLowerCase(java.util.Locale.ROOT)
        + "_"
        + place.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }

  /** All that a network has, in the order of its description. */
  public static List<NoiseSource> of(Network network) {
    Set<NoiseSource> all = new LinkedHashSet<>();
    for (Population p : network.populations().values()) {
      if (p.neuron().equals("poisson")) {
        all.add(new NoiseSource(Kind.POISSON, p.name()));
      } else if (text(p.model()).filter(t -> RANDOM.matcher(t).find()).isPresent()) {
        all.add(new NoiseSource(Kind.EQUATIONS, p.name()));
      }
    }
    for (Projection p : network.projections().values()) {
      if (p.release().filter(Release::stochastic).isPresent()) {
        all.add(new NoiseSource(Kind.RELEASE, p.pathwayName()));
      }
    }
    return List.copyOf(all);
  }

  private static Optional<String> text(NeuronModel model) {
    return model.cell().isPresent()
        ? model.cell().map(c -> mechanisms(c).map(NoiseSource::text).collect(Collectors.joining()))
        : model.equations().map(e -> COMMENT.matcher(e.text()).replaceAll(""));
  }

  private static Stream<MechanismText> mechanisms(Cell cell) {
    return Stream.concat(
        cell.inserted().stream().map(Inserted::mechanism),
        cell.synapses().stream().map(SynapseSite::mechanism));
  }

  private static String text(MechanismText mechanism) {
    return COMMENT.matcher(mechanism.equations().text()).replaceAll("");
  }

  /**
   * A network without some of its sources.
   *
   * @throws UsageException where one cannot be taken out, with the reason
   */
  public static Network without(Network network, List<NoiseSource> sources) {
    Network steady = network;
    for (NoiseSource source : sources) {
      steady = source.takenOut(steady);
    }
    return steady;
  }

  private Network takenOut(Network network) {
    return switch (kind) {
      case POISSON -> withoutPoisson(network);
      case RELEASE -> withoutDraws(network);
      case EQUATIONS -> withoutRandomTerms(network);
    };
  }

  /** Rates of the sources become values, in spikes per ms. */
  private Network withoutPoisson(Network network) {
    Population noisy = network.population(place);
    double[] perMs = Parameters.of(network, noisy, "rate", Unit.parse("Hz"));
    for (int n = 0; n < perMs.length; n++) {
      perMs[n] /= MS_PER_S;
    }
    List<Projection> outgoing = new ArrayList<>();
    boolean port =
        Ports.ifDeciding(network).filter(p -> p.image().name().equals(place)).isPresent();
    for (Projection p : network.outOf(place)) {
      if (p.release().isPresent()) {
        throw new UsageException(
            "projections." + p.name(),
            "its terminals release at spikes, and the sources of these cannot be made steady");
      }
      Projection still = p.withPlasticity(Optional.empty());
      outgoing.add(port ? still.withWeights(p.weights().times(shared(perMs))) : still);
    }
    Population steady =
        port
            ? like(noisy, "input", Optional.empty())
            : like(noisy, "identity", Optional.of(Values.listed(perMs)));
    return network.with(List.of(steady), outgoing);
  }

  /** The rate of all sources of an image, which scales the weights behind it. */
  private double shared(double[] perMs) {
    for (double rate : perMs) {
      if (rate != perMs[0] || rate <= 0) {
        throw new UsageException(
            "populations." + place + ".params.rate",
            "the sources of an image can be made steady where all have the same rate above 0");
      }
    }
    return perMs[0];
  }

  private static Population like(Population p, String neuron, Optional<Values> bias) {
    return new Population(
        p.name(), p.shape(), neuron, java.util.Map.of(), bias, p.positions(), List.of());
  }

  private Network withoutDraws(Network network) {
    List<Projection> steady = new ArrayList<>();
    for (Projection p : network.pathways().getOrDefault(place, List.of())) {
      Release r = p.release().orElseThrow();
      steady.add(
          p.withRelease(
              Optional.of(new Release(r.probability(), r.sites(), r.tauRecoveryMs(), false))));
    }
    return network.with(List.of(), steady);
  }

  private Network withoutRandomTerms(Network network) {
    Population noisy = network.population(place);
    String name = noisy.neuron() + STEADY;
    NeuronModel steady =
        noisy
            .model()
            .cell()
            .map(cell -> CellModels.of(name, steady(cell)))
            .orElseGet(() -> {
              String text = NAMED.matcher(text(noisy.model()).orElseThrow()).replaceAll("");
              return NeuronTexts.read(name, name, steady(text));
            });
    Population quiet =
        new Population(
            noisy.name(),
            noisy.shape(),
            steady,
            noisy.params(),
            noisy.bias(),
            noisy.positions(),
            noisy.spikeTimes(),
            noisy.expectedRate(),
            noisy.names());
    return network.with(List.of(quiet), List.of());
  }

  private static String steady(String text) {
    return text.replaceAll("\\bxi\\b", "sqrt(0 Hz)")
        .replaceAll("\\bnormal\\s*\\(\\s*\\)", "0")
        .replaceAll("\\buniform\\s*\\(\\s*\\)", "0.5");
  }

  /** The same cell with every mechanism that draws in its mean. */
  private static Cell steady(Cell cell) {
    return new Cell(
        cell.name(),
        cell.morphology(),
        cell.temperature(),
        cell.initialMv(),
        cell.membranes(),
        cell.ions(),
        cell.inserted().stream()
            .map(i -> new Inserted(i.path(), steady(i.mechanism()), i.region(), i.parameters()))
            .toList(),
        cell.synapses().stream()
            .map(s ->
                new SynapseSite(
                    s.path(), s.name(), steady(s.mechanism()), s.places(), s.parameters()))
            .toList(),
        cell.gaps(),
        cell.output(),
        cell.grid(),
        cell.about(),
        cell.notes());
  }

  private static MechanismText steady(MechanismText mechanism) {
    String text = text(mechanism);
    return RANDOM.matcher(text).find()
        ? MechanismText.read(mechanism.name(), steady(text))
        : mechanism;
  }
}
