package org.hillock.core.facts;

import java.util.List;
import java.util.Locale;

/**
 * A number that popular texts give for the human brain, and what is wrong with it.
 *
 * @param said how it is put
 * @param of what it counts
 * @param value the number
 * @param right what was counted or follows from it
 * @param why what went wrong, worked out
 */
public record PopularSlip(String said, String of, double value, double right, String why) {

  private static final double NEURONS = BrainSize.HUMAN.neurons().value();
  private static final double EACH = BrainSize.SYNAPSES_OF_A_CORTICAL_CELL;
  private static final double SYNAPSES = NEURONS * EACH;
  private static final double TENFOLD = 860e9;

  /** All that we know of. */
  public static final List<PopularSlip> ALL =
      List.of(
          new PopularSlip(
              "860 billion neurons",
              "neurons",
              TENFOLD,
              NEURONS,
              "a point lost: "
                  + sci(TENFOLD)
                  + " is "
                  + times(TENFOLD / NEURONS)
                  + " the 86.1"
                  + " billion that were counted ("
                  + BrainSize.HUMAN.source()
                  + ")"),
          new PopularSlip(
              "8.6e12 neurons",
              "neurons",
              8.6e12,
              NEURONS,
              "two points lost: " + times(8.6e12 / NEURONS) + " what was counted"),
          new PopularSlip(
              "860 billion × 7,000 = 6.0e15 synapses",
              "synapses",
              6.0e15,
              SYNAPSES,
              "rightly multiplied, 860e9 × 7,000 = "
                  + sci(TENFOLD * EACH)
                  + ", from "
                  + times(TENFOLD / NEURONS)
                  + " the neurons; 86.1e9 × 7,000 = "
                  + sci(SYNAPSES)),
          new PopularSlip(
              "860 billion × 7,000 = 600 trillion synapses",
              "synapses",
              600e12,
              SYNAPSES,
              "about right as a number of synapses, but not that product: 860e9 × 7,000 = "
                  + sci(TENFOLD * EACH)
                  + ", "
                  + times(TENFOLD * EACH / 600e12)
                  + " as many; 600 trillion = 6.0e14 is 86e9 × 7,000"),
          new PopularSlip(
              "860 billion × 7,000 = 6 trillion synapses",
              "synapses",
              6e12,
              SYNAPSES,
              "three zeros lost: 6 trillion = 6.0e12, but 860e9 × 7,000 = "
                  + sci(TENFOLD * EACH)
                  + " is "
                  + times(TENFOLD * EACH / 6e12)
                  + " as many, and even the right 86.1e9 ×"
                  + " 7,000 = "
                  + sci(SYNAPSES)
                  + " is "
                  + times(SYNAPSES / 6e12)
                  + " as many"));

  private static String sci(double value) {
    int exponent = (int) Math.floor(Math.log10(value));
    return String.format(Locale.ROOT, "%.2fe%d", value / Math.pow(10, exponent), exponent);
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, "%,.0f times", ratio);
  }
}
