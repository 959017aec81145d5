package org.hillock.lab.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hillock.lab.bench.SpikeTrains;

/**
 * Spike trains and what another program made of them; {@code
 * hillock-verify/src/test/python/README.md} says how.
 */
final class ReferenceTrains {

  static final double LENGTH_MS = 2000;

  private static final Map<String, Map<Integer, Double>> MEASURES = new LinkedHashMap<>();

  private ReferenceTrains() {}

  static SpikeTrains of(String name) {
    // silent neurons have no rows: the sets have these many
    int neurons = name.equals("regular") ? 3 : name.equals("rhythmic") ? 5 : 4;
    double[][] times = new double[neurons][];
    for (int n = 0; n < neurons; n++) {
      String neuron = Integer.toString(n);
      times[n] =
          rows("trains.csv").stream()
              .filter(row -> row[0].equals(name) && row[1].equals(neuron))
              .mapToDouble(row -> Double.parseDouble(row[2]))
              .toArray();
    }
    return SpikeTrains.of(times);
  }

  static double[] measure(String name, String measure) {
    if (MEASURES.isEmpty()) {
      for (String[] row : rows("measures.csv")) {
        MEASURES
            .computeIfAbsent(row[0] + "/" + row[1], _ -> new TreeMap<>())
            .put(Integer.valueOf(row[2]), number(row[3]));
      }
    }
    return Objects.requireNonNull(MEASURES.get(name + "/" + measure)).values().stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static double number(String text) {
    return text.equals("nan") ? Double.NaN : Double.parseDouble(text);
  }

  private static List<String[]> rows(String file) {
    try (InputStream in = ReferenceTrains.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
