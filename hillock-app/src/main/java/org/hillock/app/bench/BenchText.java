package org.hillock.app.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Figures for people, a line each. */
public final class BenchText {

  private static final String UNKNOWN = "unknown";

  private BenchText() {}

  /** The figures of {@link BenchFigures#byName}. */
  public static String of(Map<String, @Nullable Object> figures) {
    StringJoiner lines = new StringJoiner("\n");
    figures.forEach((name, value) -> {
      if (value instanceof List<?> populations) {
        populations.forEach(p -> lines.add(population(p)));
      } else {
        lines.add(String.format(Locale.ROOT, "%-24s %s", name, number(value)));
      }
    });
    return lines.toString();
  }

  private static String number(@Nullable Object value) {
    return switch (value) {
      case null -> UNKNOWN;
      case Double number -> String.format(Locale.ROOT, "%,.4g", number);
      case Long number -> String.format(Locale.ROOT, "%,d", number);
      default -> value.toString();
    };
  }

  private static String population(@Nullable Object value) {
    return value instanceof BenchRun.PopulationFigures p
        ? String.format(
            Locale.ROOT,
            "  %-22s %,d neurons, %.3f Hz, CV of intervals %s",
            p.name(),
            p.neurons(),
            p.rateHz(),
            p.cvOfIntervals() == null
                ? UNKNOWN + ": too few spikes"
                : String.format(Locale.ROOT, "%.3f", p.cvOfIntervals()))
        : String.valueOf(value);
  }
}
