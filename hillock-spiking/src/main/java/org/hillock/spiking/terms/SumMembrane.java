package org.hillock.spiking.terms;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hillock.spiking.lowered.Activation;
import org.hillock.spiking.lowered.GainRule;

/**
 * A rate neuron whose sum is a function of what was heard last: slot 0 takes what rate neurons
 * send, slot 1 what spikes bring in a step.
 *
 * @param neighbours sums of its population now, where its value hangs on them; else empty
 * @param neuron its number among them
 */
public record SumMembrane(
    Activation activation, GainRule gains, double bias, Neighbours neighbours, int neuron)
    implements Membrane {

  /** The slot of what rate neurons send. */
  public static final int GRADED = 0;

  /** The slot of what spikes bring in a step. */
  public static final int SPIKES = 1;

  /** Looks at the sums of the whole population as they are now. */
  public interface Neighbours {
    double[] sums();
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public boolean fires() {
    return false;
  }

  @Override
  public boolean draws() {
    return false;
  }

  @Override
  public double startingFrom(Explained what) {
    return 0;
  }

  @Override
  public boolean remembers() {
    return false;
  }

  @Override
  public Walk walk(Explained what, Share own) {
    double[] all = activation.looksAtNeighbours() ? neighbours.sums().clone() : new double[0];
    return new Walk() {
      private double sum;
      private double heldAt = Double.NaN;

      @Override
      public double state(String name) {
        return sum;
      }

      @Override
      public boolean step(long n, double[] sums, Surroundings around, Firing firing) {
        double total = sums[GRADED] + sums[SPIKES];
        double received = around.silent() ? 0 : gains.gain(around.levels()) * total;
        double ownBias = own.bias() == 1 ? bias : own.bias() * bias;
        sum = received + ownBias + around.stimulus();
        heldAt = around.heldAt();
        return false;
      }

      @Override
      public double value() {
        return sum;
      }

      @Override
      public double output() {
        if (!Double.isNaN(heldAt)) {
          return heldAt;
        }
        if (!activation.looksAtNeighbours()) {
          return activation.of(sum);
        }
        all[neuron] = sum;
        double[] values = new double[all.length];
        Activation.softmax(all, values);
        return values[neuron];
      }

      @Override
      public OptionalDouble threshold() {
        return activation == Activation.RELU || activation == Activation.STEP
            ? OptionalDouble.of(0)
            : OptionalDouble.empty();
      }
    };
  }

  @Override
  public Optional<Slopes> slopes(Explained what, Window window) {
    int steps = (int) (window.end() - window.begin());
    Surroundings last = window.around(window.end() - 1);
    double[][] arriving = new double[2][steps];
    double gain = last.silent() ? 0 : gains.gain(last.levels());
    for (double[] slot : arriving) {
      slot[steps - 1] = gain;
    }
    double[] pushing = new double[steps];
    Arrays.fill(pushing, steps - 1, steps, 1);
    return Optional.of(new Slopes(window.begin(), arriving, pushing, Map.of(), 0, 0, 0));
  }
}
