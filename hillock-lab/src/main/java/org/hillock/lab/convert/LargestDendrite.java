package org.hillock.lab.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.wiring.PoolingWindow;

/**
 * The spiking stand-in of a neuron that takes the largest of a window.
 *
 * <p>No weighted sum gives a maximum. This neuron has a dendrite for each place of the window, and
 * each adds up what comes to it alone. The neuron fires as soon as one of them reaches threshold,
 * and the spike takes the threshold's worth from all. So at every moment it has fired as often as
 * the one of its sources that has fired most: the largest count, without error and without knowing
 * beforehand which it will be.
 */
final class LargestDendrite {

  /** A neuron text has at most so many states. */
  static final int MOST_PLACES = 64;

  private LargestDendrite() {}

  /** Windows up to so many places have such a neuron. */
  static boolean takes(Pooling pooling) {
    return pooling.height() * pooling.width() <= MOST_PLACES;
  }

  private static NeuronModel model(int places) {
    StringBuilder text = new StringBuilder();
    text.append("neuron largest-of-").append(places).append('\n');
    text.append(
        "about Perfect integrators side by side: it fires when the highest reaches threshold,");
    text.append("\n  and a spike takes the threshold's worth from all.\n");
    text.append("parameter v_th = 1 mV > 0           # threshold\n");
    text.append("parameter v_init = 0 mV             # potentials at the start\n");
    StringBuilder largest = new StringBuilder("v1");
    StringBuilder reset = new StringBuilder("reset: v1 -= v_th");
    for (int k = 1; k <= places; k++) {
      text.append("state v").append(k).append(" = v_init\n");
      text.append("dv").append(k).append("/dt = 0 mV/ms\n");
      text.append("on in").append(k).append(": v").append(k).append(" += w\n");
      if (k > 1) {
        largest.insert(0, "max(").append(", v").append(k).append(')');
        reset.append("; v").append(k).append(" -= v_th");
      }
    }
    text.append("v = ").append(largest).append("   # the highest potential\n");
    text.append("spike when v >= v_th\n").append(reset).append('\n');
    return NeuronTexts.read("the spiking twin's own neuron", text.toString());
  }

  static Population population(Population pooled, Pooling pooling, double thresholdMv) {
    return new Population(
        pooled.name(),
        pooled.shape(),
        model(pooling.height() * pooling.width()),
        Map.of(
            "v_th", Values.constant(thresholdMv, "mV"),
            "v_init", Values.constant(thresholdMv / 2, "mV")),
        Optional.empty(),
        pooled.positions(),
        List.of(),
        Optional.empty());
  }

  /** One projection for each place of the window, each to a dendrite of its own. */
  static List<Projection> projections(
      Projection pooling, Pooling rule, Shape from, Shape to, double weightMv) {
    PoolingWindow window = new PoolingWindow(rule, from, to);
    int places = rule.height() * rule.width();
    List<List<Integer>> pre = new ArrayList<>();
    List<List<Integer>> post = new ArrayList<>();
    for (int k = 0; k < places; k++) {
      pre.add(new ArrayList<>());
      post.add(new ArrayList<>());
    }
    for (int target = 0; target < to.size(); target++) {
      for (int k = 0; k < places; k++) {
        int source = window.source(target, k);
        if (source >= 0) {
          pre.get(k).add(source);
          post.get(k).add(target);
        }
      }
    }
    List<Projection> all = new ArrayList<>();
    for (int k = 0; k < places; k++) {
      all.add(
          new Projection(
              pooling.name() + "_" + (k + 1),
              pooling.from(),
              pooling.to(),
              Connectivity.EdgeList.of(ints(pre.get(k)), ints(post.get(k))),
              Values.constant(weightMv, "mV"),
              Optional.of(Values.constant(1, "ms")),
              Optional.of("in" + (k + 1)),
              Normalisation.none(),
              Optional.empty()));
    }
    return all;
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
