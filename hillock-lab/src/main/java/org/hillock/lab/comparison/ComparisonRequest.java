package org.hillock.lab.comparison;

import java.util.List;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.network.Network;

/**
 * What to compare.
 *
 * @param title of the comparison
 * @param networks the user's own, as read; empty for the built-in three
 * @param data where the splits come from
 * @param seed of everything
 * @param quick fewer splits, shorter training, smaller samples
 * @param command that repeats it, shown in the report
 */
public record ComparisonRequest(
    String title, List<Network> networks, Source data, long seed, boolean quick, String command) {

  public ComparisonRequest {
    networks = List.copyOf(networks);
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
