package org.hillock.onnx.read;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.core.problem.UsageException;

/**
 * What black and white are for a graph: Hillock shows pixels in 0..1, and graphs were trained on
 * 0..255, -1..1 or others.
 *
 * @param black what 0 becomes
 * @param white what 1 becomes
 */
public record InputRange(double black, double white) {

  /** 0..1: pixels as they are. */
  public static final InputRange UNIT = new InputRange(0, 1);

  /** 0..255: bytes of a picture. */
  public static final InputRange BYTES = new InputRange(0, 255);

  private static final Pattern FORM =
      Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)\\.\\.(-?[0-9]+(?:\\.[0-9]+)?)");

  /**
   * Checks itself.
   *
   * @throws UsageException where both are the same or one is not finite
   */
  public InputRange {
    if (!Double.isFinite(black) || !Double.isFinite(white) || black == white) {
      throw new UsageException("input range", black + ".." + white + " spans nothing");
    }
  }

  /**
   * Reads a range such as {@code 0..255}.
   *
   * @throws UsageException where it is none
   */
  public static InputRange parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new UsageException(
          "input range", "'" + text + "' is not two numbers such as 0..1, 0..255 or -1..1");
    }
    return new InputRange(
        Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
  }

  @Override
  public String toString() {
    return number(black) + ".." + number(white);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
