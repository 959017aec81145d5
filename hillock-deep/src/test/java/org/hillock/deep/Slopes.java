package org.hillock.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Normalisation.Batch;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Purpose;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trained;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.SynapseCount;

/**
 * Holds the gradient that backpropagation follows to differences of the plain twin's loss: for
 * every weight and bias that is learnt, kernels and shared biases among them.
 */
final class Slopes {

  private Slopes() {}

  private interface LossAt {
    double at(double step);
  }

  /**
   * One whole-batch step of plain descent at rate 1 moves every parameter by minus its gradient.
   *
   * @return the network after that step
   */
  static Network meetFiniteDifferences(Network drawn, Dataset data) {
    Network network = listed(drawn);
    TrainingOptions oneStep =
        TrainingOptions.seeded(1)
            .with("adam", 0)
            .with("momentum", 0)
            .with("weight_decay", 0)
            .with("epochs", 1)
            .with("batch", data.size())
            .with("learning_rate", 1);
    Trained trained =
        Trainers.named("backpropagation").train(network, data, oneStep, Progress.NONE);
    // a mean over images and classes in single precision
    assertThat(trained.lossByEpoch().getFirst()).isCloseTo(loss(network, data), within(1e-5));
    Trainable learnt = Trainable.of(FeedForward.of(network).upTo("out"));
    int checked = 0;
    for (Projection before : learnt.projections()) {
      double[] start = numbers(before.weights());
      double[] end = numbers(trained.network().projection(before.name()).weights());
      for (int k = 0; k < start.length; k++, checked++) {
        int at = k;
        check(
            start[k] - end[k],
            step ->
                loss(
                    network.with(
                        List.of(),
                        List.of(before.withWeights(Values.listed(moved(start, at, step))))),
                    data));
      }
    }
    for (FeedForward.Layer layer : learnt.layers()) {
      Population population = network.population(layer.name());
      Values bias = population.bias().orElseThrow();
      double[] start = numbers(bias);
      double[] end = numbers(trained.network().population(layer.name()).bias().orElseThrow());
      for (int k = 0; k < start.length; k++, checked++) {
        int at = k;
        check(
            start[k] - end[k],
            step ->
                loss(
                    network.with(
                        List.of(population.withBias(like(bias, moved(start, at, step)))),
                        List.of()),
                    data));
      }
    }
    assertThat(checked).isPositive();
    return trained.network();
  }

  /** The difference of two weights near 1 in single precision is known to about 1e-7. */
  private static void check(double gradient, LossAt loss) {
    double step = 1e-5;
    double slope = (loss.at(step) - loss.at(-step)) / (2 * step);
    assertThat(gradient).isCloseTo(slope, within(2e-6 + 1e-4 * Math.abs(slope)));
  }

  private static Values like(Values bias, double[] numbers) {
    return bias instanceof Values.PerChannel ? Values.perChannel(numbers) : Values.listed(numbers);
  }

  private static double[] moved(double[] numbers, int at, double step) {
    double[] moved = numbers.clone();
    moved[at] += step;
    return moved;
  }

  private static double[] numbers(Values values) {
    return switch (values) {
      case Values.Listed listed -> listed.numbers().toArray();
      case Values.PerChannel shared -> shared.numbers().toArray();
      default -> throw new IllegalArgumentException(values.described());
    };
  }

  /** The same network with everything listed, in numbers that single precision holds exactly. */
  private static Network listed(Network network) {
    List<Projection> projections = new ArrayList<>();
    for (Projection p : network.projections().values()) {
      long count = SynapseCount.parameters(network, p);
      if (count > 0) {
        double[] weights =
            p.weights()
                .resolve(
                    (int) count,
                    Unit.NONE,
                    network.seed(),
                    Purpose.WEIGHT,
                    network.pathwayIndex(p));
        projections.add(p.withWeights(Values.listed(rounded(weights))));
      }
    }
    return network.with(
        network.populations().values().stream()
            .filter(p -> p.bias().isPresent() && !(p.bias().get() instanceof Values.PerChannel))
            .map(p -> p.withBias(Values.listed(rounded(Parameters.bias(network, p)))))
            .toList(),
        projections);
  }

  private static double[] rounded(double[] numbers) {
    return Numbers.of(Numbers.of(numbers).toFloats()).toArray();
  }

  /** The plain twin's mean loss, over all passes; a batch is normalised by what it is itself. */
  static double loss(Network network, Dataset data) {
    Network own = network;
    for (Projection p : network.projections().values()) {
      if (p.normalisation() instanceof Batch batch) {
        own = own.with(List.of(), List.of(p.withNormalisation(of(own, p, batch, data))));
      }
    }
    List<PlainForward.Pass> last = last(own, data);
    double total = 0;
    for (int i = 0; i < data.size(); i++) {
      double[] out = Objects.requireNonNull(last.get(i).values().get("out"));
      int label = data.labels()[i];
      switch (network.population("out").neuron()) {
        case "softmax" -> total -= Math.log(out[label]);
        case "log-softmax" -> total -= out[label];
        default -> {
          for (int k = 0; k < out.length; k++) {
            double off = out[k] - (k == label ? 1 : 0);
            total += off * off / out.length;
          }
        }
      }
    }
    return total / data.size();
  }

  private static List<PlainForward.Pass> last(Network network, Dataset data) {
    PlainForward plain = new PlainForward(network);
    int[] all = new int[data.size()];
    float[] pixels = new float[data.size() * data.shape().size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
      System.arraycopy(data.images()[i], 0, pixels, i * data.shape().size(), data.shape().size());
    }
    List<PlainForward.Pass> last = List.of();
    for (float[] frame : Frames.of(network).of(new Minibatches.Batch(all, pixels, data.labels()))) {
      int width = frame.length / data.size();
      List<Map<String, double[]>> rows = new ArrayList<>();
      for (int i = 0; i < data.size(); i++) {
        Map<String, double[]> row = new HashMap<>();
        row.put(
            "image", Answers.wide(java.util.Arrays.copyOfRange(frame, i * width, (i + 1) * width)));
        rows.add(row);
      }
      last = plain.passes(rows);
    }
    return last;
  }

  /** Mean and variance by channel of what a projection's source sends, over all images. */
  private static Normalisation of(Network network, Projection p, Batch batch, Dataset data) {
    List<PlainForward.Pass> passes = last(network, data);
    int channels = batch.mean().size();
    double[] mean = new double[channels];
    double[] variance = new double[channels];
    int count = 0;
    for (PlainForward.Pass pass : passes) {
      double[] sent = Objects.requireNonNull(pass.values().get(p.from()));
      for (int i = 0; i < sent.length; i++) {
        mean[i % channels] += sent[i];
      }
      count += sent.length / channels;
    }
    for (int c = 0; c < channels; c++) {
      mean[c] /= count;
    }
    for (PlainForward.Pass pass : passes) {
      double[] sent = Objects.requireNonNull(pass.values().get(p.from()));
      for (int i = 0; i < sent.length; i++) {
        double off = sent[i] - mean[i % channels];
        variance[i % channels] += off * off / count;
      }
    }
    return new Batch(Numbers.of(mean), Numbers.of(variance), batch.epsilon(), batch.momentum());
  }
}
