package org.hillock.formats.connectome;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Neurons by name and the synapses between them, as a table lists them.
 *
 * @param neurons names, in the order of their numbers
 * @param chemical weights have a sign
 * @param electrical conductances, at least 0; each pair in both directions
 * @param notices what was found on the way, in the order in which it is told
 */
public record Connectome(
    List<String> neurons, Edges chemical, Edges electrical, List<Notice> notices) {

  public Connectome {
    neurons = List.copyOf(neurons);
    notices = List.copyOf(notices);
  }

  /**
   * Synapses: {@code pre[k]} reaches {@code post[k]}; ordered by these two. The arrays are not
   * copied; treat them as read-only.
   *
   * @param weight in the unit of the table
   */
  public record Edges(int[] pre, int[] post, double[] weight) {
    public int count() {
      return pre.length;
    }

    /** How many weights are above 0. */
    public long positive() {
      return IntStream.range(0, weight.length).filter(k -> weight[k] > 0).count();
    }
  }

  /**
   * Something that a reader must know of the table.
   *
   * @param what in a few words, such as {@code rows with an unknown neuron, left out}
   * @param count how many rows, pairs or neurons it concerns
   * @param examples some of them, as they stand there
   */
  public record Notice(String what, long count, List<String> examples) {
    public Notice {
      examples = List.copyOf(examples);
    }
  }
}
