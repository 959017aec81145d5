package org.hillock.core.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.network.Across;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Margins;
import org.hillock.core.network.Network;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;

/** Synapses of kernels and windows, against the formulas written out and counts done by hand. */
class SheetsTest {

  private static Network network(Shape from, Shape to, Connectivity how, Values weights) {
    return Network.builder("sheets")
        .population("a", from, "relu", p -> p)
        .population("b", to, "relu", p -> p)
        .projection("a", "b", how, p -> p.weight(weights))
        .build();
  }

  private static double[][] matrix(Network network) {
    double[][] matrix = new double[network.population("b").size()][network.population("a").size()];
    Synapses all = Wiring.of(network, network.projection("a_b"));
    assertThat((long) all.count())
        .isEqualTo(SynapseCount.synapses(network, network.projection("a_b")));
    for (int k = 0; k < all.count(); k++) {
      matrix[all.post()[k]][all.pre()[k]] += all.weight()[k];
    }
    return matrix;
  }

  /** Every synapse of a convolution with all that it can have, written out as seven loops. */
  @Test
  void aConvolutionIsItsDefinition() {
    Convolution c =
        new Convolution(3, 2, new Across(2, 1), new Margins(2, 0, 1, 1), new Across(1, 2), 2);
    Shape from = Shape.of(6, 5, 4);
    Shape to = Shape.of(4, 4, 6);
    double[] weights = new double[6 * 3 * 2 * 2];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = k + 1;
    }
    double[][] wanted = new double[to.size()][from.size()];
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 4; x++) {
        for (int filter = 0; filter < 6; filter++) {
          for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 2; column++) {
              for (int channel = 0; channel < 2; channel++) {
                int atY = 2 * y - 2 + row;
                int atX = x + 2 * column;
                if (atY >= 0 && atY < 6 && atX < 5) {
                  int seen = filter / 3 * 2 + channel;
                  wanted[(y * 4 + x) * 6 + filter][(atY * 5 + atX) * 4 + seen] =
                      weights[((filter * 3 + row) * 2 + column) * 2 + channel];
                }
              }
            }
          }
        }
      }
    }
    Network network = network(from, to, c, Values.listed(weights));
    assertThat(matrix(network)).isDeepEqualTo(wanted);
    assertThat(SynapseCount.parameters(c, from, to)).isEqualTo(72);
    assertThat(Wiring.kernel(network, network.projection("a_b"))).containsExactly(weights);
  }

  @Test
  void aScalePerChannelHasOneWeightForEach() {
    double[][] matrix =
        matrix(
            network(
                Shape.of(2, 1, 2),
                Shape.of(2, 1, 2),
                Convolution.perChannel(2),
                Values.listed(3, 5)));
    assertThat(matrix)
        .isDeepEqualTo(new double[][] {{3, 0, 0, 0}, {0, 5, 0, 0}, {0, 0, 3, 0}, {0, 0, 0, 5}});
  }

  /** Rows of 5 in windows of 3, two apart: the last place has one number, or two with padding. */
  @Test
  void aMeanCountsWhatItCovers() {
    Pooling plain =
        new Pooling(Pooling.Kind.MEAN, 1, 3, new Across(1, 2), new Margins(0, 1, 0, 0), false);
    double[][] matrix =
        matrix(network(Shape.of(1, 5, 1), Shape.of(1, 3, 1), plain, Values.constant(1)));
    double third = 1.0 / 3;
    assertThat(matrix)
        .isDeepEqualTo(
            new double[][] {{0.5, 0.5, 0, 0, 0}, {0, third, third, third, 0}, {0, 0, 0, 0.5, 0.5}});
    Pooling counting =
        new Pooling(Pooling.Kind.MEAN, 1, 3, new Across(1, 2), new Margins(0, 1, 0, 0), true);
    double[] first =
        matrix(network(Shape.of(1, 5, 1), Shape.of(1, 3, 1), counting, Values.constant(1)))[0];
    assertThat(first).containsExactly(new double[] {third, third, 0, 0, 0}, within(1e-15));
    // the last window reaches one beyond the row, which is no padding: two are counted
    double[] last =
        matrix(network(Shape.of(1, 5, 1), Shape.of(1, 3, 1), counting, Values.constant(1)))[2];
    assertThat(last).containsExactly(0, 0, 0, 0.5, 0.5);
    assertThat(SynapseCount.parameters(counting, Shape.of(1, 5, 1), Shape.of(1, 3, 1))).isZero();
  }

  private static void refused(String message, Shape from, Shape to, Connectivity how, double w) {
    assertThatThrownBy(() -> network(from, to, how, Values.constant(w)))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void whatDoesNotFitIsSaid() {
    Pooling two = Pooling.of(Pooling.Kind.MAX, 2, 2);
    refused(
        "projections.a_b.connect: the window makes 2 or 3×2 or 3 places of 'a' (5×5×1), but 'b' is"
            + " 4×2×1",
        Shape.of(5, 5, 1),
        Shape.of(4, 2, 1),
        two,
        1);
    refused(
        "projections.a_b.weight: is 2, but a pooling has no weights: leave it out",
        Shape.of(4, 4, 1),
        Shape.of(2, 2, 1),
        two,
        2);
    refused(
        "projections.a_b.connect: pooling keeps channels apart, but 'a' has 1 and 'b' 2",
        Shape.of(4, 4, 1),
        Shape.of(2, 2, 2),
        two,
        1);
    refused(
        "projections.a_b.connect.groups: 2 groups do not divide the 3 channels of 'a'",
        Shape.of(4, 4, 3),
        Shape.of(4, 4, 2),
        new Convolution(1, 1, Across.ONE, Margins.NONE, Across.ONE, 2),
        1);
    assertThatThrownBy(() -> new Pooling(Pooling.Kind.MAX, 2, 2, Across.ONE, Margins.all(2), false))
        .hasMessage("padding: 2 is not less than the window, which is 2 high");
    assertThatThrownBy(() -> new Pooling(Pooling.Kind.MAX, 2, 2, Across.ONE, Margins.NONE, true))
        .hasMessage("count_padding: is for the mean; the largest counts nothing");
  }
}
