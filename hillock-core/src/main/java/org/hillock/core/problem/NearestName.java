package org.hillock.core.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one most likely meant. */
public final class NearestName {

  private static final int MOST_LISTED = 12;

  private NearestName() {}

  /**
   * The known name nearest to {@code wanted}, when it is near enough to be meant: at most a third
   * of its letters differ (insertions, deletions, substitutions and swaps of neighbours count one
   * each).
   */
  public static Optional<String> of(String wanted, Collection<String> known) {
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String name : known) {
      int distance = distance(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = name;
      }
    }
    int allowed = Math.max(1, Math.max(wanted.length(), best == null ? 0 : best.length()) / 3);
    return best != null && bestDistance <= allowed ? Optional.of(best) : Optional.empty();
  }

  /**
   * The end of a message about an unknown name: the nearest known one when there is one, and
   * otherwise what is known.
   */
  public static String hint(String wanted, Collection<String> known) {
    Optional<String> nearest = of(wanted, known);
    if (nearest.isPresent()) {
      return "did you mean '" + nearest.get() + "'?";
    }
    if (known.isEmpty()) {
      return "there are none here";
    }
    List<String> names = new ArrayList<>(known);
    String more = names.size() > MOST_LISTED ? ", … (" + names.size() + " in all)" : "";
    return "known: "
        + String.join(", ", names.subList(0, Math.min(MOST_LISTED, names.size())))
        + more;
  }

  /** Optimal string alignment distance. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
