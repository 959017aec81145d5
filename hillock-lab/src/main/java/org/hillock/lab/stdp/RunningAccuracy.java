package org.hillock.lab.stdp;

import org.hillock.core.network.Decision;
import org.hillock.lab.decide.VoteCount;
import org.jspecify.annotations.Nullable;

/**
 * How right a network is while it learns: its answers by labels that its neurons would have got
 * from the images just before. Nothing of it goes back into the network.
 */
final class RunningAccuracy {

  private final Decision.Votes votes;
  private final int neurons;
  private final int interval;
  private Responses responses;
  private @Nullable VoteCount count;
  private int asked;
  private int right;
  private double last = Double.NaN;

  /**
   * Begins without labels.
   *
   * @param interval images after which neurons are labelled anew
   */
  RunningAccuracy(Decision.Votes votes, int neurons, int interval) {
    this.votes = votes;
    this.neurons = neurons;
    this.interval = interval;
    responses = new Responses(votes.classes(), neurons);
  }

  /**
   * An image was shown, and the neurons fired so often.
   *
   * @return whether the answer was right; wrong where neurons have no labels yet
   */
  boolean add(int label, double[] counts) {
    boolean isRight = count != null && count.answer(counts) == label;
    asked++;
    right += isRight ? 1 : 0;
    responses.add(label, counts);
    if (responses.images() == interval) {
      last = count == null ? Double.NaN : (double) right / asked;
      count = new VoteCount(votes.withLabels(responses.labels()));
      responses = new Responses(votes.classes(), neurons);
      asked = 0;
      right = 0;
    }
    return isRight;
  }

  /** Share of right answers lately, 0..1; not a number before there are any. */
  double share() {
    return count != null && asked >= interval / 2 ? (double) right / asked : last;
  }
}
