package org.hillock.core.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Connectivity.AllButOwn;
import org.hillock.core.network.Connectivity.AllToAll;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.DegreeDistribution;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Connectivity.EdgeList;
import org.hillock.core.network.Connectivity.FixedInDegree;
import org.hillock.core.network.Connectivity.FixedTotalNumber;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.PairwiseProbability;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.wiring.SynapseCount;

/** What must hold between the parts of a network. */
final class NetworkChecks {

  /** Longer is an error in the file: all that was sent is kept so long. */
  private static final int MOST_PASSES = 10_000;

  private NetworkChecks() {}

  static void check(
      Map<String, Population> populations,
      Map<String, Projection> projections,
      Map<String, Modulator> modulators,
      Optional<Decision> decision) {
    checkKeys("populations", populations, Population::name);
    checkKeys("projections", projections, Projection::name);
    checkKeys("modulators", modulators, Modulator::name);
    checkModels(populations);
    PlasticityChecks plastic = new PlasticityChecks(populations, modulators);
    projections.values().forEach(p -> plastic.check(p, checkProjection(populations, p)));
    new ModulatorChecks(populations, modulators).check();
    decision.ifPresent(d -> checkDecision(populations, d));
  }

  private static <T> void checkKeys(
      String section, Map<String, T> parts, java.util.function.Function<T, String> name) {
    parts.forEach((key, part) -> {
      if (!key.equals(name.apply(part))) {
        throw new UsageException(section + "." + key, "is named '" + name.apply(part) + "' inside");
      }
    });
  }

  /** Within a network each name of a neuron model means one model. */
  private static void checkModels(Map<String, Population> populations) {
    Map<String, NeuronModel> models = new HashMap<>();
    for (Population population : populations.values()) {
      NeuronModel first = models.putIfAbsent(population.neuron(), population.model());
      if (first != null && !first.equals(population.model())) {
        throw new UsageException(
            "populations." + population.name() + ".neuron",
            "two different neuron models are named '" + population.neuron() + "'");
      }
    }
  }

  private static Population known(String path, Map<String, Population> populations, String wanted) {
    Population found = populations.get(wanted);
    if (found == null) {
      throw new UsageException(
          path,
          "population '"
              + wanted
              + "' is unknown; "
              + NearestName.hint(wanted, populations.keySet()));
    }
    return found;
  }

  /** The receptor that the projection ends at. */
  private static Receptor checkProjection(Map<String, Population> populations, Projection p) {
    String path = Pathways.path(p);
    Population from = known(path + ".from", populations, p.from());
    Population to = known(path + ".to", populations, p.to());
    NeuronModel target = to.model();
    if (!target.takesSynapses()) {
      throw new UsageException(
          path + ".to",
          "neurons of model '"
              + target.name()
              + "' take no synapses (population '"
              + to.name()
              + "')");
    }
    Receptor receptor = receptor(path, p, target);
    checkConnectivity(path + ".connect", p, from, to);
    long weights =
        SynapseCount.parameters(
            p.connectivity(), from.shape(), to.shape(), p.from().equals(p.to()));
    SheetChecks.checkWeights(Pathways.weightPath(p), p);
    if (p.weights() instanceof Values.PerChannel) {
      throw new UsageException(
          Pathways.weightPath(p),
          "weights are not shared by channel; a convolution of 1×1 with as many groups as channels"
              + " scales each channel");
    }
    p.weights()
        .check(
            Pathways.weightPath(p),
            Math.toIntExact(Math.min(weights, Integer.MAX_VALUE)),
            receptor.weight());
    if (receptor.sign() != Receptor.Sign.AS_GIVEN && p.weights().least() < 0) {
      throw new UsageException(
          Pathways.weightPath(p),
          p.weights().described()
              + " can be negative, but at receptor '"
              + receptor.name()
              + "' the receptor sets the sign: give weights >= 0");
    }
    ElectricalSynapse.check(path, p, from, to, receptor.port());
    if (p.passes() > 0
        || p.delays().filter(d -> d.unit().dimension().equals(Dimension.NONE)).isPresent()) {
      checkPasses(path + ".delay", p, from, to);
    } else {
      p.delays().ifPresent(d -> checkDelays(path + ".delay", d, weights));
    }
    checkRelease(path + ".release", p, from, to);
    checkNormalisation(path + ".normalise", p, from);
    return receptor;
  }

  /** Vesicles are released by spikes, one synapse apart from the other. */
  private static void checkRelease(String path, Projection p, Population from, Population to) {
    if (p.release().isEmpty()) {
      return;
    }
    if (from.model().family() == NeuronModel.Family.RATE) {
      throw new UsageException(
          path, "only spikes release vesicles; '" + from.name() + "' sends numbers");
    }
    if (to.model().family() == NeuronModel.Family.RATE) {
      throw new UsageException(
          path, "vesicles reach spiking neurons; '" + to.name() + "' takes numbers");
    }
    if (p.connectivity() instanceof Connectivity.Convolution) {
      throw new UsageException(path, "synapses of a convolution have no terminals of their own");
    }
  }

  private static Receptor receptor(String path, Projection p, NeuronModel target) {
    if (p.receptor().isEmpty()) {
      return target.receptors().getFirst();
    }
    String wanted = p.receptor().get();
    return target
        .receptor(wanted)
        .orElseThrow(() ->
            new UsageException(
                p.pathway().isPresent() ? path + ".weights" : path + ".receptor",
                "neurons of model '"
                    + target.name()
                    + "' have no receptor '"
                    + wanted
                    + "'; "
                    + NearestName.hint(
                        wanted, target.receptors().stream().map(Receptor::name).toList())));
  }

  private static void checkDelays(String path, Values delays, long synapses) {
    if (delays instanceof Values.PerChannel) {
      throw new UsageException(path, "delays are not shared by channel; list one for each synapse");
    }
    delays.check(path, Math.toIntExact(Math.min(synapses, Integer.MAX_VALUE)), Dimension.TIME);
    if (delays instanceof Values.Drawn) {
      if (delays.least() < 0) {
        throw new UsageException(
            path,
            delays.described()
                + " can give "
                + Quantity.text(delays.least())
                + ", which is not > 0");
      }
    } else if (!(delays.least() > 0)) {
      throw new UsageException(
          path, new Quantity(delays.least(), delays.unit()) + " is not > 0 " + delays.unit());
    }
  }

  /** Passes are counted, and only rate neurons are run in passes. */
  private static void checkPasses(String path, Projection p, Population from, Population to) {
    Values delays = p.delays().orElseThrow();
    for (Population end : new Population[] {from, to}) {
      if (end.model().family() != NeuronModel.Family.RATE) {
        throw new UsageException(
            path,
            delays.described()
                + " counts passes, which only networks of rate neurons are run in; '"
                + end.name()
                + "' speaks in spikes: give a time, such as 1.5 ms");
      }
    }
    double passes = delays.least();
    if (!(delays instanceof Values.Constant)
        || passes != Math.rint(passes)
        || passes < 1
        || passes > MOST_PASSES) {
      throw new UsageException(
          path,
          delays.described()
              + " is not one whole number of passes for all, 1.."
              + MOST_PASSES
              + "; give a time for a delay in time");
    }
  }

  private static void checkNormalisation(String path, Projection p, Population from) {
    if (p.normalisation() instanceof Normalisation.None) {
      return;
    }
    if (from.model().family() != NeuronModel.Family.RATE) {
      throw new UsageException(path, "only the values of rate neurons can be normalised");
    }
    if (p.normalisation() instanceof Normalisation.Batch batch) {
      batch.check(path, from);
    }
  }

  private static void checkConnectivity(String path, Projection p, Population from, Population to) {
    switch (p.connectivity()) {
      case OneToOne _, AllButOwn _ -> {
        if (from.size() != to.size()) {
          throw new UsageException(
              path,
              p.connectivity().rule()
                  + " needs populations of one size, but '"
                  + from.name()
                  + "' has "
                  + from.size()
                  + " neurons and '"
                  + to.name()
                  + "' "
                  + to.size());
        }
      }
      case EdgeList edges -> checkEdges(path, edges, from, to);
      case Convolution c -> SheetChecks.check(path, c, from, to);
      case Pooling pool -> SheetChecks.check(path, pool, from, to);
      case FixedInDegree rule -> {
        boolean same = from.name().equals(to.name());
        int available = from.size() - (same && !rule.autapses() ? 1 : 0);
        if (!rule.multapses() && rule.inDegree() > available
            || rule.inDegree() > 0 && available < 1) {
          throw new UsageException(
              path + ".in_degree",
              rule.inDegree()
                  + " is more than the "
                  + available
                  + " sources in '"
                  + from.name()
                  + "'");
        }
      }
      case FixedTotalNumber rule ->
          checkTotal(path, rule.total(), rule.autapses(), rule.multapses(), from, to);
      case DegreeDistribution rule ->
          checkTotal(path, rule.total(), rule.autapses(), false, from, to);
      case Dense _, AllToAll _, PairwiseProbability _ -> {
        // nothing that the populations could contradict
      }
    }
  }

  private static void checkTotal(
      String path,
      long total,
      boolean autapses,
      boolean multapses,
      Population from,
      Population to) {
    boolean same = from.name().equals(to.name());
    long pairs = (long) from.size() * to.size() - (same && !autapses ? from.size() : 0);
    if (!multapses && total > pairs || total > 0 && pairs < 1) {
      throw new UsageException(
          path + ".total", total + " is more than the " + pairs + " pairs that there are");
    }
  }

  private static void checkEdges(String path, EdgeList edges, Population from, Population to) {
    for (int k = 0; k < edges.pre().size(); k++) {
      checkEnd(path + ".edges[" + k + "]", "source", edges.pre().get(k), from);
      checkEnd(path + ".edges[" + k + "]", "target", edges.post().get(k), to);
    }
  }

  private static void checkEnd(String path, String end, int neuron, Population population) {
    if (neuron >= population.size()) {
      throw new UsageException(
          path,
          end
              + " "
              + neuron
              + " is outside population '"
              + population.name()
              + "' (0.."
              + (population.size() - 1)
              + ")");
    }
  }

  private static void checkDecision(Map<String, Population> populations, Decision decision) {
    switch (decision) {
      case Decision.LargestValue(String name) ->
          family("decision.largest_value", populations, name, NeuronModel.Family.RATE);
      case Decision.MostSpikes(String name) ->
          family("decision.most_spikes", populations, name, NeuronModel.Family.SPIKING);
      case Decision.Votes votes -> VotesCheck.check(populations, votes);
      case Decision.LargestGoodness(String labels, var read) -> {
        Population shown =
            family(
                "decision.largest_goodness.labels", populations, labels, NeuronModel.Family.RATE);
        if (!shown.neuron().equals("input")) {
          throw new UsageException(
              "decision.largest_goodness.labels",
              "'" + labels + "' is not a population of 'input' neurons");
        }
        if (read.isEmpty()) {
          throw new UsageException("decision.largest_goodness.populations", "names no population");
        }
        for (String name : read) {
          family(
              "decision.largest_goodness.populations", populations, name, NeuronModel.Family.RATE);
        }
      }
    }
  }

  static Population family(
      String path, Map<String, Population> populations, String name, NeuronModel.Family wanted) {
    Population population = known(path, populations, name);
    if (population.model().family() != wanted) {
      throw new UsageException(
          path,
          "'"
              + name
              + "' is of model '"
              + population.neuron()
              + "', which is not a "
              + wanted.name().toLowerCase(java.util.Locale.ROOT)
              + " neuron");
    }
    return population;
  }
}
