package org.hillock.core.equation;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hillock.core.problem.UsageException;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/** Good texts with something spoilt at random; the same seed spoils the same. */
final class MutatedTexts {

  /** A text is read in less than this, the slowest machine included. */
  private static final long MOST_NS = 1_000_000_000;

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z_0-9.]+|[^\\sA-Za-z_0-9]|\\s+");
  private static final List<String> HOSTILE =
      List.of(
          "\0",
          "\u202e",
          "ß",
          "😀",
          "\ud800",
          "1e999",
          "1e-999",
          "0",
          "xi",
          "w",
          "dt",
          "t",
          "#",
          "\n",
          "\n ",
          "\t",
          "(",
          ")",
          "not ",
          "-",
          "^",
          "^0.5",
          "^99",
          ";",
          ":",
          " holding v",
          "exprel(",
          "where(",
          "uniform()",
          " crosses ",
          " and ",
          "9999999999999999999999",
          "_pre",
          "mV",
          "GOhm",
          "/0",
          "clip(v,",
          "v v",
          "''",
          "\"",
          "\\",
          "%s",
          "{}",
          "\r");

  private final List<List<String>> lines = new ArrayList<>();
  private final List<List<String>> tokens = new ArrayList<>();

  MutatedTexts() {
    for (String name : GoodTexts.NAMES) {
      String text = GoodTexts.of(name);
      lines.add(text.lines().toList());
      tokens.add(TOKEN.matcher(text).results().map(r -> r.group()).toList());
    }
  }

  /** The text of a seed. */
  String of(long seed) {
    Draws draws = new Draws(seed, Purpose.TRIAL, 0);
    int base = draws.below(lines.size());
    String text;
    if (draws.below(2) == 0) {
      List<String> changed = new ArrayList<>(lines.get(base));
      for (int i = draws.below(4); i >= 0; i--) {
        changeLine(changed, draws);
      }
      text = String.join("\n", changed);
    } else {
      List<String> changed = new ArrayList<>(tokens.get(base));
      for (int i = draws.below(4); i >= 0; i--) {
        changeToken(changed, draws);
      }
      text = String.join("", changed);
    }
    return draws.below(3) == 0 ? flipped(text, draws) : text;
  }

  private void changeLine(List<String> changed, Draws draws) {
    int at = draws.below(changed.size());
    switch (draws.below(5)) {
      case 0 -> changed.remove(at);
      case 1 -> changed.add(draws.below(changed.size()), changed.get(at));
      case 2 -> java.util.Collections.swap(changed, at, draws.below(changed.size()));
      case 3 -> changed.set(at, changed.get(at) + changed.get(draws.below(changed.size())));
      default -> changed.add(at, pick(lines.get(draws.below(lines.size())), draws));
    }
    if (changed.isEmpty()) {
      changed.add("");
    }
  }

  private void changeToken(List<String> changed, Draws draws) {
    int at = draws.below(changed.size());
    switch (draws.below(6)) {
      case 0 -> changed.remove(at);
      case 1 -> changed.add(at, pick(HOSTILE, draws));
      case 2 -> changed.set(at, pick(HOSTILE, draws));
      case 3 -> java.util.Collections.swap(changed, at, draws.below(changed.size()));
      case 4 -> changed.set(at, changed.get(at).repeat(1 + draws.below(100)));
      default -> changed.set(at, pick(tokens.get(draws.below(tokens.size())), draws));
    }
    if (changed.isEmpty()) {
      changed.add("");
    }
  }

  private static String pick(List<String> from, Draws draws) {
    return from.get(draws.below(from.size()));
  }

  /** One bit of one character is another. */
  private static String flipped(String text, Draws draws) {
    if (text.isEmpty()) {
      return text;
    }
    StringBuilder changed = new StringBuilder(text);
    int at = draws.below(text.length());
    changed.setCharAt(at, (char) (text.charAt(at) ^ (1 << draws.below(8))));
    return changed.toString();
  }

  /**
   * Reads the texts of these seeds: each is read, or refused with a message that names the source.
   *
   * @return how many were read
   */
  long check(long from, long count) {
    long good = 0;
    for (long seed = from; seed < from + count; seed++) {
      long before = System.nanoTime();
      good += read(seed) ? 1 : 0;
      if (System.nanoTime() - before > MOST_NS) {
        // the machine may have stood still for other reasons: once more
        long again = System.nanoTime();
        read(seed);
        if (System.nanoTime() - again > MOST_NS) {
          fail("seed " + seed + " takes more than a second: " + of(seed));
        }
      }
    }
    return good;
  }

  private boolean read(long seed) {
    String text = of(seed);
    try {
      NeuronText.read("text", text);
      return true;
    } catch (UsageException e) {
      if (!e.path().equals("text")) {
        return fail("seed " + seed + ": the message names no source: " + e.getMessage());
      }
      return false;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return fail("seed " + seed + " breaks the reader with " + e + ": " + text, e);
    }
  }
}
