package org.hillock.lab.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hillock.core.census.Amount;
import org.hillock.core.census.Layer;
import org.hillock.core.census.Operator;
import org.hillock.core.census.Operator.Convolution;
import org.hillock.core.census.Operator.Linear;
import org.hillock.core.census.Operator.Pooling;
import org.hillock.core.census.Operator.Products;
import org.hillock.core.census.Operator.Weightless;
import org.hillock.core.census.Operator.Wired;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel.Family;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.wiring.SynapseCount;

/** The projections onto a population and its biases as layers of a census. */
final class PopulationLayers {

  private static final Amount NONE = Amount.of(0);

  private final Network network;
  private final Population to;
  private final Set<String> counted;
  private final boolean events;
  private final List<Layer> layers = new ArrayList<>();
  private long biases;

  /**
   * Lays them out.
   *
   * @param counted pathways that have been counted; those of this population are added
   */
  PopulationLayers(Network network, Population to, Set<String> counted) {
    this.network = network;
    this.to = to;
    this.counted = counted;
    events = to.model().family() == Family.SPIKING;
    biases = SynapseCount.biases(to);
    network.into(to.name()).forEach(this::add);
    if (layers.isEmpty()) {
      Amount neurons = Amount.of(to.size());
      layers.add(
          Layer.of(to.name(), new Wired("no synapses", neurons, NONE, NONE, biases, events)));
    } else if (biases > 0) {
      layers.add(Layer.of("bias", new Wired("constant terms", NONE, NONE, NONE, biases, events)));
    }
  }

  List<Layer> all() {
    return layers;
  }

  /** Whether its weights make neurons of a population. */
  static boolean weighs(Operator operator) {
    return operator instanceof Linear
        || operator instanceof Convolution
        || operator instanceof Wired;
  }

  private void add(Projection projection) {
    String name = projection.name();
    Population from = network.population(projection.from());
    Normalisation normalisation = projection.normalisation();
    boolean normalised = !(normalisation instanceof Normalisation.None);
    if (normalised && eachByItself(projection)) {
      // the gain and bias of a normalisation are written as a projection behind it
      long scales = given(projection) ? 0 : parameters(projection);
      layers.add(
          Layer.of(
              name,
              new Operator.Normalisation(normalisation.word(), scales, takenBiases(), to.size())));
      return;
    }
    if (normalised) {
      layers.add(
          Layer.of(
              name + "_normalisation",
              new Operator.Normalisation(normalisation.word(), 0, 0, from.size())));
    }
    layers.add(Layer.of(name, operator(projection, from.shape())));
  }

  private Operator operator(Projection projection, Shape from) {
    Shape shape = to.shape();
    if (!events && given(projection)) {
      return to.neuron().equals("product")
          ? Products.elementwise("products", secondFactor(projection) ? to.size() : 0)
          : new Weightless("passed on");
    }
    return switch (projection.connectivity()) {
      case Connectivity.Dense _ when !events ->
          new Linear(to.size(), from.size(), takesBiases(to.size()));
      case Connectivity.Convolution c when !events ->
          Convolution.grouped(
              SheetWindow.of(c, from, shape),
              from.channels(),
              shape.channels(),
              c.groups(),
              takesBiases(shape.channels()));
      case Connectivity.Pooling p ->
          new Pooling(
              p.kind() == Connectivity.Pooling.Kind.MAX ? "max" : "mean",
              SheetWindow.of(p, from, shape),
              from.channels(),
              false);
      default -> wired(projection, from);
    };
  }

  /** Whether biases fit a layer of so many rows, which then has them. */
  private boolean takesBiases(long rows) {
    return biases == rows && takenBiases() > 0;
  }

  private long takenBiases() {
    long taken = biases;
    biases = 0;
    return taken;
  }

  /** Values of each neuron or channel, one weight each. */
  private static boolean eachByItself(Projection projection) {
    return switch (projection.connectivity()) {
      case Connectivity.OneToOne _ -> true;
      case Connectivity.Convolution c -> c.height() == 1 && c.width() == 1 && c.groups() > 1;
      default -> false;
    };
  }

  /** Values that go on as they are: no weights, though a description has to write a 1. */
  private static boolean given(Projection projection) {
    return eachByItself(projection)
        && projection.learning().isEmpty()
        && projection.weights() instanceof Values.Constant one
        && one.quantity().value() == 1
        && one.unit().symbol().isEmpty();
  }

  /** One of the two is enough to count the products. */
  private boolean secondFactor(Projection projection) {
    return network.receptor(projection).name().equals("right");
  }

  private long parameters(Projection projection) {
    return SynapseCount.parameters(
        projection.connectivity(), network.population(projection.from()).shape(), to.shape());
  }

  private Wired wired(Projection projection, Shape from) {
    long synapses = SynapseCount.synapses(network, projection);
    long listed = parameters(projection);
    boolean drawn = listed == Long.MAX_VALUE;
    Amount all = drawn ? drawn(synapses, from, to.shape()) : Amount.of(synapses);
    boolean again = !counted.add(projection.pathwayName());
    return new Wired(
        projection.connectivity().rule() + (again ? ", the same contacts as before" : ""),
        Amount.of(to.size()),
        again ? NONE : all,
        drawn ? all : Amount.of(listed),
        0,
        events);
  }

  /** Each pair is joined by chance: five standard deviations around what is expected. */
  private static Amount drawn(long expected, Shape from, Shape to) {
    double pairs = (double) from.size() * to.size();
    long spread = (long) Math.ceil(5 * Math.sqrt(expected * Math.max(0, 1 - expected / pairs)));
    long most = Math.max(expected, (long) Math.min(pairs, expected + (double) spread));
    return Amount.about(expected, Math.max(0, expected - spread), most);
  }
}
