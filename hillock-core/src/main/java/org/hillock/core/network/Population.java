package org.hillock.core.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Quantity;

/**
 * Neurons that share one neuron model; a layer of a deep network is a population with a shape.
 *
 * @param name letters, digits, {@code _} and {@code -}, starting with a letter; of a {@linkplain
 *     NeuronModel.Family#VALUE foreign value} anything that can be seen
 * @param shape how many and in which arrangement
 * @param model what its neurons are
 * @param params values of the model's parameters, where they differ from its standard ones
 * @param bias a constant term of each neuron's sum: a plain number for rates, mV/ms or pA for
 *     spikes
 * @param positions coordinates of every neuron, empty where they do not matter
 * @param spikeTimes for a {@code spike-list} source, the times in ms of every neuron; else empty
 * @param expectedRate how often its neurons fire on average in the network as it is described,
 *     where that is known: what a smaller copy of the network is made up for
 * @param names what its neurons are called; none where they go by their numbers
 */
public record Population(
    String name,
    Shape shape,
    NeuronModel model,
    Map<String, Values> params,
    Optional<Values> bias,
    List<Position> positions,
    List<Numbers> spikeTimes,
    Optional<Quantity> expectedRate,
    NeuronNames names) {

  /** A place in micrometres. */
  public record Position(double xUm, double yUm, double zUm) {
    public Position {
      if (!(Double.isFinite(xUm) && Double.isFinite(yUm) && Double.isFinite(zUm))) {
        throw new UsageException("a position must be three finite numbers");
      }
    }
  }

  public Population {
    if (model.family() == NeuronModel.Family.VALUE) {
      Names.checkForeign("populations", name);
    } else {
      Names.check("populations", name);
    }
    params = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(params));
    positions = List.copyOf(positions);
    spikeTimes = List.copyOf(spikeTimes);
    String path = "populations." + name;
    String neuron = model.name();
    NeuronModels.checkOwn(path + ".neuron", model);
    checkParams(path, model, params, shape);
    if (bias.isPresent()) {
      if (model.biasDimension().isEmpty()) {
        throw new UsageException(path + ".bias", "neurons of model '" + neuron + "' take no bias");
      }
      bias.get().check(path + ".bias", shape, model.biasDimension().get());
    }
    if (!positions.isEmpty() && positions.size() != shape.size()) {
      throw new UsageException(
          path + ".positions",
          "lists " + positions.size() + " places for " + shape.size() + " neurons");
    }
    checkSpikeTimes(path + ".spikes", neuron, spikeTimes, shape.size());
    expectedRate.ifPresent(rate -> checkExpectedRate(path + ".expected_rate", model, rate));
    if (!names.isEmpty() && names.all().size() != shape.size()) {
      throw new UsageException(
          path + ".names",
          "lists " + names.all().size() + " names for " + shape.size() + " neurons");
    }
  }

  /** A population whose neurons go by their numbers. */
  public Population(
      String name,
      Shape shape,
      NeuronModel model,
      Map<String, Values> params,
      Optional<Values> bias,
      List<Position> positions,
      List<Numbers> spikeTimes,
      Optional<Quantity> expectedRate) {
    this(name, shape, model, params, bias, positions, spikeTimes, expectedRate, NeuronNames.NONE);
  }

  /** A population of a model that has a name everywhere. */
  public Population(
      String name,
      Shape shape,
      String neuron,
      Map<String, Values> params,
      Optional<Values> bias,
      List<Position> positions,
      List<Numbers> spikeTimes,
      Optional<Quantity> expectedRate) {
    this(
        name,
        shape,
        NeuronModels.named("populations." + name + ".neuron", neuron),
        params,
        bias,
        positions,
        spikeTimes,
        expectedRate);
  }

  /** The same, where the mean rate is not stated. */
  public Population(
      String name,
      Shape shape,
      String neuron,
      Map<String, Values> params,
      Optional<Values> bias,
      List<Position> positions,
      List<Numbers> spikeTimes) {
    this(name, shape, neuron, params, bias, positions, spikeTimes, Optional.empty());
  }

  private static void checkExpectedRate(String path, NeuronModel model, Quantity rate) {
    if (model.family() == NeuronModel.Family.RATE || model.parameter("rate").isPresent()) {
      throw new UsageException(
          path,
          "is for neurons that fire as the network makes them, not for model '"
              + model.name()
              + "'");
    }
    if (!rate.unit().dimension().equals(Dimension.RATE)) {
      throw new UsageException(
          path, rate + " is " + rate.unit().dimension() + ", not " + Dimension.RATE);
    }
    if (!(rate.value() >= 0)) {
      throw new UsageException(path, rate + " is not >= 0 " + rate.unit());
    }
  }

  private static void checkParams(
      String path, NeuronModel model, Map<String, Values> params, Shape shape) {
    List<String> known = model.parameters().stream().map(ParameterSpec::name).toList();
    params.forEach((name, values) -> {
      String at = path + ".params." + name;
      ParameterSpec spec =
          model
              .parameter(name)
              .orElseThrow(() ->
                  new UsageException(
                      at,
                      "neuron model '"
                          + model.name()
                          + "' has no parameter '"
                          + name
                          + "'; "
                          + NearestName.hint(name, known)));
      spec.check(at, values, shape);
    });
    if (NeuronModels.known(model.name())) {
      // a text of one's own may mean something else by these names
      checkOrder(path, model, params, "v_reset");
      checkOrder(path, model, params, "v_rest");
    }
  }

  /** The threshold must lie above the potential that a spike leaves behind. */
  private static void checkOrder(
      String path, NeuronModel model, Map<String, Values> params, String below) {
    boolean resetsThere = below.equals("v_reset") || model.parameter("v_reset").isEmpty();
    if (!resetsThere || model.parameter(below).isEmpty() || model.parameter("v_th").isEmpty()) {
      return;
    }
    Values low = valueOf(model, params, below);
    Values high = valueOf(model, params, "v_th");
    if (low instanceof Values.Constant(var reset) && high instanceof Values.Constant(var th)) {
      if (th.in(reset.unit()) <= reset.value()) {
        throw new UsageException(
            path + ".params.v_th", th + " is not above " + below + " " + reset);
      }
    }
  }

  private static void checkSpikeTimes(
      String path, String neuron, List<Numbers> spikeTimes, int size) {
    if (spikeTimes.isEmpty()) {
      return;
    }
    if (!neuron.equals("spike-list")) {
      throw new UsageException(
          path, "only neurons of model 'spike-list' fire at listed times, not '" + neuron + "'");
    }
    if (spikeTimes.size() != size) {
      throw new UsageException(
          path, "lists times for " + spikeTimes.size() + " neurons where there are " + size);
    }
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < spikeTimes.get(i).size(); k++) {
        double t = spikeTimes.get(i).get(k);
        if (t < 0 || (k > 0 && t < spikeTimes.get(i).get(k - 1))) {
          throw new UsageException(
              path + "[" + i + "]", "time " + t + " ms is before 0 or out of order");
        }
      }
    }
  }

  private static Values valueOf(NeuronModel model, Map<String, Values> params, String name) {
    Values given = params.get(name);
    return given != null
        ? given
        : new Values.Constant(model.parameter(name).orElseThrow().standard());
  }

  /** How many neurons. */
  public int size() {
    return shape.size();
  }

  /** The name of its neuron model. */
  public String neuron() {
    return model.name();
  }

  /** The values of a parameter, given or standard. */
  public Values param(String parameter) {
    return valueOf(model, params, Objects.requireNonNull(parameter));
  }

  /** The same population with another bias. */
  public Population withBias(Values newBias) {
    return new Population(
        name,
        shape,
        model,
        params,
        Optional.of(newBias),
        positions,
        spikeTimes,
        expectedRate,
        names);
  }

  /** The same population, its neurons called so. */
  public Population withNames(NeuronNames newNames) {
    return new Population(
        name, shape, model, params, bias, positions, spikeTimes, expectedRate, newNames);
  }
}
