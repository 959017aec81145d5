package org.hillock.core.census;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.hillock.core.census.Operator.Constants;
import org.hillock.core.census.Operator.Convolution;
import org.hillock.core.census.Operator.Embedding;
import org.hillock.core.census.Operator.Linear;
import org.hillock.core.census.Operator.Normalisation;
import org.hillock.core.census.Operator.Pooling;
import org.hillock.core.census.Operator.Products;
import org.hillock.core.census.Operator.Recurrent;
import org.hillock.core.census.Operator.Uncounted;
import org.hillock.core.census.Operator.Weightless;
import org.hillock.core.census.Operator.WeightsOnly;
import org.hillock.core.census.Operator.Wired;

/**
 * Counts one layer under definitions.
 *
 * @param definitions how is counted
 * @param layer what is counted
 * @param perToken whether one input is one token of a text
 */
record LayerCount(Definitions definitions, Layer layer, boolean perToken) {

  /**
   * The counts.
   *
   * @throws ArithmeticException where one is beyond 2^63 - 1
   */
  Counts counts() {
    Counts counted =
        switch (layer.operator()) {
          case Linear linear -> of(linear);
          case Convolution convolution -> of(convolution);
          case Pooling pooling -> of(pooling);
          case Normalisation normalisation -> of(normalisation);
          case Recurrent recurrent -> of(recurrent);
          case Embedding embedding -> of(embedding);
          case Products products -> Counts.ofProducts(products(products));
          case Constants constants -> Counts.ofParameters(constants.count());
          case Weightless _ -> Counts.NONE;
          case Wired wired -> of(wired);
          case WeightsOnly weights -> of(weights);
          case Uncounted _ -> Counts.UNKNOWN;
        };
    if (layer.joins()) {
      counted = counted.withNeurons(Amount.of(0));
    } else if (layer.activation().equals(Optional.of(Layer.UNTOLD))
        && !definitions.take(Answer.ROWS)) {
      counted = counted.withNeurons(Amount.unknown());
    }
    return layer.tied().isPresent() ? counted.tied() : counted;
  }

  /** Whether rows of this layer are neurons. */
  private boolean counts(boolean activated) {
    if (definitions.take(Answer.ROWS)) {
      return true;
    }
    return activated && !(definitions.take(Answer.HIDDEN) && layer.answer());
  }

  private long neurons(long rows) {
    return counts(layer.activation().isPresent()) ? unrolled(rows) : 0;
  }

  /** So many for each token that is counted. */
  private long unrolled(long count) {
    return definitions.take(Answer.EACH_TOKEN) ? Exact.times(count, layer.tokens()) : count;
  }

  /** So many for each token of one input. */
  private long perInput(long count) {
    boolean one = perToken && definitions.take(Answer.ONE_ROW);
    return one ? count : Exact.times(count, layer.tokens());
  }

  private long biasSynapses(long biases) {
    return definitions.take(Answer.SYNAPSE) ? biases : 0;
  }

  private Counts of(Linear linear) {
    long weights = Exact.times(linear.outputs(), linear.inputs());
    long biases = linear.bias() ? linear.outputs() : 0;
    return Counts.of(
        neurons(linear.outputs()),
        unrolled(Exact.plus(weights, biasSynapses(biases))),
        linear.trained() ? Exact.plus(weights, biases) : 0,
        perInput(weights));
  }

  private Counts of(Convolution c) {
    long places = along(c.window(), Axis::places);
    long biases = c.bias() ? c.outputs() : 0;
    long weights = Exact.times(c.pairs(), along(c.window(), Axis::kernel));
    boolean each = definitions.take(Answer.EACH_PLACE);
    long joined = each ? Exact.times(c.pairs(), connected(c.window())) : weights;
    long rows = each ? Exact.times(c.outputs(), places) : c.outputs();
    return Counts.of(
        neurons(rows),
        unrolled(Exact.plus(joined, biasSynapses(c.bias() ? rows : 0))),
        Exact.plus(weights, biases),
        perInput(Exact.times(c.pairs(), along(c.window(), Axis::all))));
  }

  /** Pairs of a place and a cell of the window that count as connections. */
  private long connected(List<Axis> window) {
    return along(window, definitions.take(Answer.INSIDE) ? Axis::inside : Axis::all);
  }

  private static long along(List<Axis> window, ToLongFunction<Axis> count) {
    return Exact.times(window.stream().mapToLong(count).toArray());
  }

  private Counts of(Pooling pooling) {
    if (!pooling.trained() && definitions.take(Answer.NO_NEURON)) {
      return Counts.NONE;
    }
    boolean each = definitions.take(Answer.EACH_PLACE);
    long places = each ? along(pooling.window(), Axis::places) : 1;
    long joined = each ? connected(pooling.window()) : along(pooling.window(), Axis::kernel);
    long rows = Exact.times(pooling.channels(), places);
    long synapses = Exact.times(pooling.channels(), joined);
    return Counts.of(
        pooling.trained() ? neurons(rows) : counts(false) ? unrolled(rows) : 0,
        unrolled(Exact.plus(synapses, biasSynapses(pooling.trained() ? rows : 0))),
        pooling.trained() ? Exact.times(2, pooling.channels()) : 0,
        pooling.trained() ? perInput(synapses) : 0);
  }

  private Counts of(Normalisation n) {
    long parameters = Exact.plus(n.scales(), n.shifts());
    if (definitions.take(Answer.PART)) {
      return Counts.ofParameters(parameters);
    }
    long biases = n.shifts() > 0 ? n.values() : 0;
    return Counts.of(
        counts(false) ? unrolled(n.values()) : 0,
        unrolled(Exact.plus(n.values(), biasSynapses(biases))),
        parameters,
        perInput(n.values()));
  }

  private Counts of(Recurrent r) {
    long units = Exact.times(r.hidden(), r.directions());
    long rows = Exact.times(units, r.cell().gates());
    long peepholes = r.peepholes() ? Exact.times(3, units) : 0;
    long weights = Exact.plus(Exact.times(rows, Exact.plus(r.inputs(), r.hidden())), peepholes);
    long biases = Exact.times(rows, r.biases());
    return Counts.of(
            counts(true) ? unrolled(definitions.take(Answer.GATES) ? rows : units) : 0,
            unrolled(Exact.plus(weights, biasSynapses(biases))),
            Exact.plus(weights, biases),
            perInput(weights))
        .withProducts(perInput(Exact.times(units, r.cell().products())));
  }

  private Counts of(Embedding embedding) {
    long weights = Exact.times(embedding.entries(), embedding.width());
    if (definitions.take(Answer.LOOKUP)) {
      return Counts.ofParameters(weights);
    }
    return Counts.of(neurons(embedding.width()), unrolled(weights), weights, perInput(weights));
  }

  private long products(Products products) {
    long tokens = layer.tokens();
    boolean one = perToken && definitions.take(Answer.ONE_ROW);
    long keys = products.keys();
    long pairs;
    if (one) {
      pairs = keys;
    } else if (products.causal() && keys <= tokens) {
      // the first tokens see fewer: 1 + 2 + … + keys, and keys for all that follow
      long first = Exact.times(keys, Exact.plus(keys, 1)) / 2;
      pairs = Exact.plus(first, Exact.times(tokens - keys, keys));
    } else {
      pairs = Exact.times(tokens, keys);
    }
    return Exact.times(products.width(), pairs);
  }

  private Counts of(Wired wired) {
    boolean activated = layer.activation().isPresent();
    Amount weights = wired.weights();
    Amount synapses = wired.synapses();
    return new Counts(
        counts(activated) ? wired.neurons().times(unrolled(1)) : Amount.of(0),
        (wired.biases() == 0 ? synapses : synapses.plus(Amount.of(biasSynapses(wired.biases()))))
            .times(unrolled(1)),
        wired.biases() == 0 ? weights : weights.plus(Amount.of(wired.biases())),
        Amount.of(0),
        wired.events() ? acting(weights) : synapses.times(perInput(1)),
        Amount.of(0));
  }

  /** How often synapses act depends on spikes; of a brain nobody asks. */
  private static Amount acting(Amount weights) {
    return weights.state() == Amount.State.UNDEFINED ? weights : Amount.unknown();
  }

  private static Counts of(WeightsOnly weights) {
    return new Counts(
        Amount.unknown(),
        Amount.unknown(),
        Amount.of(weights.weights()),
        Amount.of(0),
        Amount.unknown(),
        Amount.of(0));
  }
}
