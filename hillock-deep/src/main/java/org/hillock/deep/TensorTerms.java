package org.hillock.deep;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.RateFunction;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;
import org.hillock.core.wiring.Parameters;

/**
 * Cuts neurons out of the last pass of a tensor session: each is computed again alone, synapse
 * after synapse in plain Java and double precision, of what its sources sent in that pass. So the
 * terms are those of the pass that took place, in a batch of the row that is asked for, and no
 * second run can differ from it.
 *
 * <p>What is told: a synapse carries what its target heard, that is after a normalisation and 0
 * from a silenced source or to a silenced receiver; synapses of a lesioned projection are not
 * there. Of a window of which the largest goes on, that one carries its value and the others 0.
 * What was sent in a pass before is {@link Term.Kind#HISTORY} with its source: to ask that in turn,
 * stop at that pass. A modulator's part is what its gain makes of the synapses, against a gain of
 * 1. A neuron whose value is held is explained by that, {@link Term.Kind#STIMULUS}; its {@code sum}
 * can be asked for all the same. Of a product, {@code sum} and {@code right} add up; {@code value}
 * is played.
 */
final class TensorTerms {

  private final FeedForward plan;
  private final PassLevels levels;
  private final PassValues pass;
  private final SentBefore before;
  private final Map<String, Incoming> incoming = new HashMap<>();
  private final Map<String, double[]> biases = new HashMap<>();
  private final Map<String, List<double[]>> parameters = new HashMap<>();

  TensorTerms(FeedForward plan, PassLevels levels, PassValues pass, SentBefore before) {
    this.plan = plan;
    this.levels = levels;
    this.pass = pass;
    this.before = before;
  }

  private Network network() {
    return plan.network();
  }

  /**
   * Whether neurons of a site can be asked.
   *
   * @throws UsageException where nothing sums up there
   */
  FeedForward.Layer check(Site site) {
    if (site.modulator().isPresent()) {
      throw new UsageException(
          "site '" + site.ref() + "': a level is no sum of what neurons receive");
    }
    return plan.layers().stream()
        .filter(layer -> layer.name().equals(site.population().name()))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "site '"
                    + site.ref()
                    + "': neurons of model 'input' are shown what they send, and nothing sums up in"
                    + " them"));
  }

  /**
   * Cuts a neuron out.
   *
   * @param effects of the interventions under which the last pass took place
   * @throws UsageException where the site is none of one neuron that sums
   */
  IsolatedNeuron isolate(Site site, int row, Effects effects) {
    if (site.neurons().size() != 1) {
      throw new UsageException(
          "site '"
              + site.ref()
              + "' has "
              + site.neurons().size()
              + " neurons; one is cut out at a time, such as "
              + site.population().name()
              + "[0]");
    }
    int neuron = site.neurons().get(0);
    String name = site.population().name();
    PassValues.Of asked = PassValues.Of.site(site);
    Optional<Effects.OnPopulation> on = effects.on(name).filter(e -> e.held[neuron]);
    if (on.isPresent() && asked == PassValues.Of.VALUE) {
      return TensorNeuron.held(at(name, neuron, TensorSession.VALUE), on.get().heldAt[neuron]);
    }
    FeedForward.Layer layer = check(site);
    Cut cut = new Cut(layer, neuron, row, effects);
    double output = cut.number(PassValues.Of.VALUE);
    boolean held = on.isPresent();
    if (layer.function() != RateFunction.PRODUCT) {
      return new TensorNeuron(
          at(name, neuron, "sum"),
          cut.number(PassValues.Of.SUM),
          output,
          cut.threshold(),
          List.of(cut.sum()),
          held ? _ -> output : cut::activated);
    }
    double left = cut.number(PassValues.Of.SUM);
    double right = cut.number(PassValues.Of.RIGHT);
    DoubleUnaryOperator free =
        switch (asked) {
          case SUM -> x -> x * right;
          case RIGHT -> x -> left * x;
          default -> x -> x;
        };
    List<NeuronSum> sums =
        switch (asked) {
          case SUM -> List.of(cut.sum());
          case RIGHT -> List.of(cut.right());
          default -> List.of(cut.sum(), cut.right());
        };
    return new TensorNeuron(
        at(name, neuron, site.variable().name()),
        cut.number(asked),
        output,
        Optional.empty(),
        sums,
        held ? _ -> output : free);
  }

  private static SiteRef at(String population, int neuron, String variable) {
    return SiteRef.of(population, new int[] {neuron}, variable);
  }

  private Incoming incoming(Projection projection) {
    return incoming.computeIfAbsent(projection.name(), _ -> Incoming.of(network(), projection));
  }

  private double[] biases(Population population) {
    return biases.computeIfAbsent(population.name(), _ -> Parameters.bias(network(), population));
  }

  /** One neuron in one row of the pass. */
  private final class Cut {
    private final FeedForward.Layer layer;
    private final int neuron;
    private final int row;
    private final Effects effects;
    private final double[] sums;

    Cut(FeedForward.Layer layer, int neuron, int row, Effects effects) {
      this.layer = layer;
      this.neuron = neuron;
      this.row = row;
      this.effects = effects;
      sums = pass.row(PassValues.Of.SUM, layer.name(), row);
    }

    double number(PassValues.Of what) {
      return pass.row(what, layer.name(), row)[neuron];
    }

    NeuronSum sum() {
      NeuronSum sum = new NeuronSum();
      layer.summed().forEach(projection -> receive(projection, sum));
      double gain = levels.gain(layer.name());
      if (gain != 1) {
        List<String> acting = levels.acting(layer.name());
        Optional<SiteRef> only =
            acting.size() == 1
                ? Optional.of(SiteRef.parse("modulators." + acting.getFirst() + ".level"))
                : Optional.empty();
        sum.gain(gain, only, String.join(" and ", acting));
      }
      if (layer.population().bias().isPresent()) {
        sum.own(Term.Kind.BIAS, biases(layer.population())[neuron]);
      }
      effects
          .on(layer.name())
          .filter(on -> on.added[neuron] != 0)
          .ifPresent(on -> sum.own(Term.Kind.STIMULUS, on.added[neuron]));
      return sum;
    }

    /** The second factor of a product, which has neither gain nor bias. */
    NeuronSum right() {
      NeuronSum sum = new NeuronSum();
      layer.factors().forEach(projection -> receive(projection, sum));
      return sum;
    }

    private void receive(Projection projection, NeuronSum into) {
      if (effects.lesioned(projection.name())) {
        return;
      }
      double received = effects.on(layer.name()).map(on -> on.received[neuron]).orElse(1f);
      Population from = network().population(projection.from());
      double[] heard = projection.normalisation().of(sent(projection, from), from.shape());
      Term.Kind kind = projection.passes() > 0 ? Term.Kind.HISTORY : Term.Kind.SYNAPSE;
      List<Term> each = new ArrayList<>();
      incoming(projection)
          .each(
              neuron,
              (source, weight) ->
                  each.add(
                      new Term(
                          kind,
                          Optional.of(at(from.name(), source, TensorSession.VALUE)),
                          projection.name(),
                          Double.NaN,
                          weight,
                          received * heard[source])));
      if (projection.connectivity() instanceof Pooling pooling
          && pooling.kind() == Pooling.Kind.MAX) {
        into.largest(each);
      } else {
        each.forEach(into::synapse);
      }
    }

    private double[] sent(Projection projection, Population from) {
      if (projection.passes() == 0) {
        return pass.row(PassValues.Of.SENT, from.name(), row);
      }
      Optional<NDArray> carried = before.wasCarried(projection);
      return carried.map(c -> pass.row(c, row)).orElseGet(() -> new double[from.size()]);
    }

    /** What the neuron makes of another sum, the others of its population as they were. */
    double activated(double sum) {
      double[] all = sums.clone();
      all[neuron] = sum;
      return layer.function().of(all, parameters())[neuron];
    }

    private List<double[]> parameters() {
      return parameters.computeIfAbsent(
          layer.name(), _ -> RateFunction.parameters(network(), layer.population()));
    }

    /** The sum above which it gives more than 0, where it gives none or less below. */
    Optional<Double> threshold() {
      return switch (layer.function()) {
        case RELU, LEAKY_RELU, ELU, GELU, GELU_TANH, SILU, STEP -> Optional.of(0.0);
        case HARD_SIGMOID -> {
          double slope = parameters().get(0)[neuron];
          yield slope > 0 ? Optional.of(-parameters().get(1)[neuron] / slope) : Optional.empty();
        }
        case IDENTITY, SIGMOID, TANH, SOFTPLUS, SOFTMAX, LOG_SOFTMAX, PRODUCT -> Optional.empty();
      };
    }
  }
}
