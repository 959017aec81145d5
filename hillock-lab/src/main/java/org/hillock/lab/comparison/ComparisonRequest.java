package org.hillock.lab.comparison;

import java.util.List;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.network.Network;
import org.hillock.lab.decide.Respondent;
import org.hillock.lab.representation.Representations;

/**
 * What to compare.
 *
 * @param title of the comparison
 * @param asked the user's own networks, as read, and graphs as they stand; empty for the built-in
 *     three
 * @param data where the splits come from
 * @param seed of everything
 * @param quick fewer splits, shorter training, smaller samples
 * @param recorded dissimilarities between the labels, such as a brain's, that representations are
 *     held against
 * @param command that repeats it, shown in the report
 */
public record ComparisonRequest(
    String title,
    List<Respondent> asked,
    Source data,
    long seed,
    boolean quick,
    Optional<Representations.Recorded> recorded,
    String command) {

  public ComparisonRequest {
    asked = List.copyOf(asked);
  }

  /** Networks that are described, beside nothing that was recorded. */
  public ComparisonRequest(
      String title, List<Network> networks, Source data, long seed, boolean quick, String command) {
    this(
        title,
        networks.stream().<Respondent>map(Respondent.Described::new).toList(),
        data,
        seed,
        quick,
        Optional.empty(),
        command);
  }

  /** Where splits come from. */
  public sealed interface Source {
    /** One set, parted anew for each split: stratified, 80 % to learn from. */
    record Whole(Dataset data) implements Source {}

    /** None: the networks decide nothing, and are left alone. */
    record None() implements Source {}

    /** Parted by its makers. */
    record Official(Split split) implements Source {}
  }
}
