package org.hillock.onnx.read;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Normalisation;

/** Batch normalisation with stored statistics, and layer normalisation. */
final class NormalisationReading {

  private static final float EPSILON = 1e-5f;

  private NormalisationReading() {}

  static void addTo(Map<String, NodeReader> readers) {
    readers.put("BatchNormalization", NormalisationReading::batch);
    readers.put("LayerNormalization", NormalisationReading::layer);
  }

  /** y = γ·(x - mean) / √(variance + ε) + β: one weight and one bias for each channel. */
  private static List<Signal> batch(NodeReading node) {
    if (node.attributes().whole("training_mode", 0) != 0) {
      throw new NotRepresentable("it is in training mode and takes its statistics from the batch");
    }
    double[] gain = node.fixed(1, "gains").numbers();
    double[] shift = node.fixed(2, "shifts").numbers();
    double[] mean = node.fixed(3, "means").numbers();
    double[] variance = node.fixed(4, "variances").numbers();
    double epsilon = node.attributes().real("epsilon", EPSILON);
    Signal signal = node.signal(0);
    int[] dims = new int[signal.dims().length];
    Arrays.fill(dims, 1);
    if (dims.length < 2 || signal.dims()[1] != gain.length) {
      throw new NotRepresentable(
          "it has " + gain.length + " channels for a value " + Arrays.toString(signal.dims()));
    }
    dims[1] = gain.length;
    double[] scale = new double[gain.length];
    double[] bias = new double[gain.length];
    for (int c = 0; c < gain.length; c++) {
      scale[c] = gain[c] / Math.sqrt(variance[c] + epsilon);
      bias[c] = shift[c] - mean[c] * scale[c];
    }
    Signal scaled = ArithmeticReading.times(node, signal, new Fixed(dims, scale));
    return List.of(ArithmeticReading.plus(node, scaled, new Fixed(dims, bias)));
  }

  /** Normalised over the last axes: over all neurons, or over the channels at each place. */
  private static List<Signal> layer(NodeReading node) {
    if (node.usesOutput(1) || node.usesOutput(2)) {
      throw new NotRepresentable("it also gives mean and deviation");
    }
    Signal signal = node.signal(0);
    int[] dims = signal.dims();
    int axis = node.axis(node.attributes().whole("axis", -1), dims.length);
    int group = Value.count(Arrays.copyOfRange(dims, axis, dims.length));
    double epsilon = node.attributes().real("epsilon", EPSILON);
    double[] gain = node.fixed(1, "gains").numbers();
    Optional<double[]> bias = node.optional(2, "biases").map(Fixed::numbers);
    if (gain.length != group || bias.filter(b -> b.length != group).isPresent()) {
      throw new NotRepresentable("its gains " + gain.length + " are not those of " + group);
    }
    return List.of(
        group == signal.cells().length
            ? overNeurons(node, signal, epsilon, gain, bias)
            : overChannels(node, signal, group, epsilon, gain, bias));
  }

  private static Signal overNeurons(
      NodeReading node, Signal signal, double epsilon, double[] gain, Optional<double[]> bias) {
    Draft draft = node.draft();
    boolean whole =
        signal.factor() == 1 && signal.coversOnce(draft) && signal.populations().size() == 1;
    Signal read = whole ? signal : Ownership.gathered(node, signal);
    Signal made = draft.behind(node.hint(), read);
    int id = made.populations().iterator().next();
    DraftPopulation to = draft.population(id);
    double[] weights = new double[gain.length];
    double[] shifts = new double[gain.length];
    for (int i = 0; i < gain.length; i++) {
      weights[Signal.neuron(made.cells()[i])] = gain[i];
      shifts[Signal.neuron(made.cells()[i])] = bias.isPresent() ? bias.get()[i] : 0;
    }
    normalise(to, new Connectivity.OneToOne(), weights, epsilon, Normalisation.Layer.Over.NEURONS);
    to.addBias(shifts);
    return made;
  }

  private static void normalise(
      DraftPopulation to,
      Connectivity rule,
      double[] weights,
      double epsilon,
      Normalisation.Layer.Over over) {
    DraftProjection straight = to.incoming().getFirst();
    to.incoming()
        .set(
            0,
            DraftProjection.of(straight.from(), rule, weights)
                .normalised(new Normalisation.Layer(epsilon, over)));
  }

  private static Signal overChannels(
      NodeReading node,
      Signal signal,
      int channels,
      double epsilon,
      double[] gain,
      Optional<double[]> bias) {
    int places = signal.cells().length / channels;
    int[] rows = {1, 1, places, channels};
    int[] swap = {0, 3, 1, 2};
    Signal flat = signal.moved(Move.reshape(signal.dims(), rows));
    Draft draft = node.draft();
    Signal read = flat.moved(Move.transpose(rows, swap));
    Optional<Sheet> sheet = signal.factor() == 1 ? placed(draft, flat, channels) : Optional.empty();
    if (sheet.isEmpty()) {
      read = ConvolutionReading.gathered(node, read);
      flat = read.moved(Move.transpose(read.dims(), new int[] {0, 2, 3, 1}));
    }
    Signal made = draft.behind(node.hint(), flat);
    DraftPopulation to = draft.population(made.populations().iterator().next());
    normalise(
        to,
        Connectivity.Convolution.perChannel(channels),
        gain,
        epsilon,
        Normalisation.Layer.Over.CHANNELS);
    bias.ifPresent(to::addBias);
    return made.moved(Move.reshape(made.dims(), signal.dims()));
  }

  /** One population whose places hold these channels, in order. */
  private static Optional<Sheet> placed(Draft draft, Signal flat, int channels) {
    Optional<DraftPopulation> whole = draft.whole(flat, Draft.straight(flat.cells().length));
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    DraftPopulation source = whole.get();
    if (!source.shapeFixed()) {
      source.fixShape(1, source.size() / channels, channels);
    }
    int[] shape = source.shape();
    int[] dims = {1, shape[0], shape[1], shape[2]};
    if (shape[2] != channels) {
      return Optional.empty();
    }
    Signal sheets = flat.moved(Move.reshape(flat.dims(), dims));
    return Sheet.of(draft, sheets.moved(Move.transpose(dims, new int[] {0, 3, 1, 2})));
  }
}
