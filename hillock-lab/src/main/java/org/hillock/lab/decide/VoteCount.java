package org.hillock.lab.decide;

import java.util.List;
import org.hillock.core.network.Decision;
import org.hillock.core.problem.UsageException;

/** Counts the votes of labelled neurons; see {@link Decision.Votes}. */
public final class VoteCount {

  private final Decision.Votes votes;
  private final int[] voters;

  /**
   * Makes ready to count.
   *
   * @throws UsageException where the neurons are not labelled yet
   */
  public VoteCount(Decision.Votes votes) {
    if (votes.labels().isEmpty()) {
      throw new UsageException(
          "decision.votes.labels",
          "the neurons of '"
              + votes.population()
              + "' are not labelled yet; training labels them: 'hillock train FILE --rule stdp'");
    }
    this.votes = votes;
    voters = new int[votes.classes()];
    for (int label : votes.labels()) {
      if (label != Decision.Votes.UNLABELLED) {
        voters[label]++;
      }
    }
  }

  /** The class whose neurons fired most on average; the lowest where equal or where none fired. */
  public int answer(double[] spikes) {
    return Strongest.of(means(spikes));
  }

  /** Spikes of each class, on average over the neurons that vote for it; 0 where none does. */
  public double[] means(double[] spikes) {
    double[] means = new double[votes.classes()];
    List<Integer> labels = votes.labels();
    for (int i = 0; i < spikes.length; i++) {
      int label = labels.get(i);
      if (label != Decision.Votes.UNLABELLED) {
        means[label] += spikes[i];
      }
    }
    for (int c = 0; c < means.length; c++) {
      means[c] /= Math.max(1, voters[c]);
    }
    return means;
  }
}
