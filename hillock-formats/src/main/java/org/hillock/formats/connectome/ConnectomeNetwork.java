package org.hillock.formats.connectome;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.NeuronNames;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;

/**
 * Makes a network of a connectome: one population, whose neurons have the table's names, and up to
 * two projections of listed synapses, {@code chemical} and {@code electrical}.
 *
 * @param name of the network
 * @param population what its neurons are called together
 * @param model that all neurons are
 * @param params of it, where they differ from its standard ones
 * @param bias of all neurons
 * @param weight of a synapse for a weight of 1 in the table, as the model measures weights
 * @param conductance of an electrical synapse for a weight of 1 in the table
 * @param delay of chemical synapses: a time, or a whole number of passes
 * @param seed of the network
 * @param provenance where it comes from
 */
public record ConnectomeNetwork(
    String name,
    String population,
    NeuronModel model,
    Map<String, Values> params,
    Optional<Values> bias,
    Quantity weight,
    Optional<Quantity> conductance,
    Optional<Quantity> delay,
    long seed,
    Provenance provenance) {

  /** What the projection of chemical synapses is called. */
  public static final String CHEMICAL = "chemical";

  /** What the projection of electrical synapses is called. */
  public static final String ELECTRICAL = "electrical";

  /**
   * The network.
   *
   * @throws UsageException where the model takes no such synapses, or weights of another kind
   */
  public Network of(Connectome connectome) {
    NetworkBuilder builder = Network.builder(name).seed(seed).provenance(provenance);
    int size = connectome.neurons().size();
    builder.population(
        new Population(
            population,
            Shape.of(size),
            model,
            params,
            bias,
            List.of(),
            List.of(),
            Optional.empty(),
            NeuronNames.of(NamedNeurons.usable(connectome.neurons()))));
    Network bare = builder.build();
    if (connectome.chemical().count() > 0) {
      bare = with(bare, chemical(connectome.chemical()));
    }
    if (connectome.electrical().count() > 0) {
      bare = with(bare, electrical(connectome.electrical()));
    }
    return bare;
  }

  private static Network with(Network network, Projection projection) {
    return network.with(List.of(), List.of(projection));
  }

  private Projection chemical(Connectome.Edges edges) {
    NeuronModel.Receptor signed =
        model.receptors().stream()
            .filter(r -> r.sign() == NeuronModel.Receptor.Sign.AS_GIVEN)
            .filter(r -> coupling().stream().noneMatch(c -> c.name().equals(r.name())))
            // a port taken alone would make a negative conductance of a weight below 0
            .min(Comparator.comparing(r -> r.port().equals(r.portBelow0())))
            .orElseThrow(() ->
                new UsageException(
                    "--neuron",
                    "neurons of model '"
                        + model.name()
                        + "' have no receptor that takes weights of either sign"));
    Quantity each = measured("--weight", weight, signed);
    return projection(
        CHEMICAL, edges, each, delay.map(d -> (Values) new Values.Constant(d)), signed.name());
  }

  private Projection electrical(Connectome.Edges edges) {
    String port =
        coupling().stream()
            .findFirst()
            .map(NeuronEquations.Coupling::name)
            .orElseThrow(() ->
                new UsageException(
                    "--neuron",
                    "the table has electrical synapses, and neurons of model '"
                        + model.name()
                        + "' take none; models that do: "
                        + String.join(", ", coupled())
                        + ", or a text of your own with a coupling (docs/connectomes.md); or leave"
                        + " --electrical out and choose rows by --where"));
    Quantity given =
        conductance.orElseThrow(() ->
            new UsageException(
                "--conductance",
                "the table has electrical synapses: say what one of weight 1 conducts, such as"
                    + " 0.1nS"));
    Quantity each = measured("--conductance", given, model.receptor(port).orElseThrow());
    return projection(ELECTRICAL, edges, each, Optional.empty(), port);
  }

  private List<NeuronEquations.Coupling> coupling() {
    return model.equations().map(NeuronEquations::couplings).orElse(List.of());
  }

  private static List<String> coupled() {
    return NeuronModels.all().stream()
        .filter(m -> m.equations().map(e -> !e.couplings().isEmpty()).orElse(false))
        .map(NeuronModel::name)
        .toList();
  }

  private Quantity measured(String option, Quantity given, NeuronModel.Receptor receptor) {
    if (!given.unit().dimension().equals(receptor.weight())) {
      throw new UsageException(
          option,
          given
              + " is "
              + given.unit().dimension()
              + "; receptor '"
              + receptor.name()
              + "' of neurons of model '"
              + model.name()
              + "' takes "
              + receptor.weight());
    }
    return given;
  }

  private Projection projection(
      String projection,
      Connectome.Edges edges,
      Quantity each,
      Optional<Values> delays,
      String receptor) {
    double[] weights = Arrays.stream(edges.weight()).map(w -> w * each.value()).toArray();
    return new Projection(
        projection,
        population,
        population,
        Connectivity.EdgeList.of(edges.pre(), edges.post()),
        new Values.Listed(Numbers.of(weights), each.unit()),
        delays,
        Optional.of(receptor),
        new Normalisation.None(),
        Optional.empty());
  }
}
