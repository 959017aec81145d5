package org.hillock.formats.swc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.core.cell.MorphologyPoint;
import org.hillock.core.problem.UsageException;

/**
 * The samples of a file, in its order.
 *
 * @param samples at least one
 */
record SwcSamples(List<SwcSample> samples) {

  private static final int COLUMNS = 7;

  private static final List<String> NAMES =
      List.of("number", "type", "x", "y", "z", "radius", "parent");

  /** As the programs of the fly connectomes write it: {@code "units": "1 nanometer"}. */
  private static final Pattern UNIT =
      Pattern.compile("\"units\"\\s*:\\s*\"\\s*([0-9.eE+-]*)\\s*([A-Za-zµμ]+)\\s*\"");

  private static final Map<String, Double> IN_UM =
      Map.ofEntries(
          Map.entry("nm", 1e-3),
          Map.entry("nanometer", 1e-3),
          Map.entry("nanometers", 1e-3),
          Map.entry("um", 1.0),
          Map.entry("µm", 1.0),
          Map.entry("μm", 1.0),
          Map.entry("micron", 1.0),
          Map.entry("microns", 1.0),
          Map.entry("micrometer", 1.0),
          Map.entry("micrometers", 1.0));

  static SwcSamples read(String file, String text, List<String> notes) {
    List<SwcSample> samples = new ArrayList<>();
    double scale = 1;
    int longer = 0;
    int number = 0;
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    for (String whole : unmarked.split("\r\n|\r|\n", -1)) {
      number++;
      int comment = whole.indexOf('#');
      if (comment >= 0 && samples.isEmpty()) {
        scale = scale(whole, scale);
      }
      String line = (comment < 0 ? whole : whole.substring(0, comment)).strip();
      if (!line.isEmpty()) {
        String[] columns = line.split("\\s*[,;]\\s*|\\s+");
        longer += columns.length > COLUMNS ? 1 : 0;
        samples.add(sample(file, number, columns, scale));
      }
    }
    if (samples.isEmpty()) {
      throw new UsageException(file, "holds no samples");
    }
    if (scale != 1) {
      notes.add("Its numbers are multiplied by " + scale + ", as its header says, to be um.");
    }
    if (longer > 0) {
      notes.add(
          "What stands beyond the seventh value of "
              + SwcReader.count(longer, "line", "lines")
              + " is not read.");
    }
    return new SwcSamples(List.copyOf(samples));
  }

  private static double scale(String comment, double before) {
    Matcher matcher = UNIT.matcher(comment);
    if (!matcher.find()) {
      return before;
    }
    Double unit = IN_UM.get(matcher.group(2));
    try {
      double count = matcher.group(1).isEmpty() ? 1 : Double.parseDouble(matcher.group(1));
      return unit == null || !(count > 0) ? before : count * unit;
    } catch (NumberFormatException e) {
      return before;
    }
  }

  private static SwcSample sample(String file, int line, String[] columns, double scale) {
    if (columns.length < COLUMNS) {
      throw new UsageException(
          file,
          "line %d: has %d values, not 7: number, type, x, y, z, radius, parent"
              .formatted(line, columns.length));
    }
    double[] values = new double[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) {
      values[i] = number(file, line, columns[i], NAMES.get(i));
    }
    for (int i = 2; i < 5; i++) {
      if (!(Math.abs(values[i] * scale) <= MorphologyPoint.FARTHEST_UM)) {
        throw wrong(file, line, NAMES.get(i), columns[i], "is farther than 10 m from 0");
      }
    }
    double radius = values[5] * scale;
    if (!(radius >= 0 && 2 * radius <= MorphologyPoint.THICKEST_UM)) {
      throw wrong(file, line, "radius", columns[5], "is not >= 0 and <= 5000 um");
    }
    return new SwcSample(
        whole(file, line, columns[0], values[0], "number"),
        whole(file, line, columns[1], values[1], "type"),
        values[2] * scale,
        values[3] * scale,
        values[4] * scale,
        radius,
        whole(file, line, columns[6], values[6], "parent"),
        line);
  }

  private static double number(String file, int line, String text, String name) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw wrong(file, line, name, text, "is not a finite number");
  }

  private static long whole(String file, int line, String text, double value, String name) {
    if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
      throw wrong(file, line, name, text, "is not a whole number");
    }
    return (long) value;
  }

  private static UsageException wrong(
      String file, int line, String name, String text, String problem) {
    return new UsageException(file, "line %d: %s %s %s".formatted(line, name, text, problem));
  }
}
