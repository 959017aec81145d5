package org.hillock.report.scene;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a scene in a few lines. */
public final class SceneText {

  private static final Pattern NUMBER = Pattern.compile("\\{([a-z0-9.-]+)}");

  private static final String LINES =
      """
      The nerve cell at {cell.celsius}: {cell.sections} sections, {cell.length} of neurites
      Rest             {rest.potential}; with {rest.more-potassium} of potassium outside {rest.moved}
      Spike            {spike.rest} to {spike.peak}, {spike.width} wide; {spike.velocity} in the axon
      All or none      threshold {threshold.current} for {threshold.duration}; peaks {threshold.below} below, {threshold.above} above
      Refractory       absolutely {refractory.absolute}, relatively {refractory.relative}
      Strength         rheobase {lapicque.rheobase}, chronaxie {lapicque.chronaxie} (Lapicque)
      Excitation       {case1.excitation}: {case1.verdict}; inhibition {case2.inhibition}: {case2.verdict}
      Both             with {case3.inhibition}: {case3.verdict}; with {case4.inhibition}: {case4.verdict}
      Stopped by       {mixture.place-on-path} on the way, {mixture.place-elsewhere} on another dendrite
      Without channels {spread.first} at the synapses, {spread.last} after {spread.far}
      Myelin           8 µm axon {bare.8.0} bare, {myelin.8.0} with myelin
      """;

  private SceneText() {}

  /** The text. */
  public static String of(SceneNumbers numbers) {
    return NUMBER
        .matcher(LINES)
        .replaceAll(m -> Matcher.quoteReplacement(told(numbers, m.group(1))));
  }

  private static String told(SceneNumbers numbers, String id) {
    String verdict = ".verdict";
    if (id.endsWith(verdict)) {
      String fires = id.substring(0, id.length() - verdict.length()) + ".fires";
      return numbers.finding(fires).value() > 0 ? "fires" : "does not fire";
    }
    return numbers.told(id);
  }
}
