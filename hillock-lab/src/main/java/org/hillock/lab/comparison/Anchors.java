package org.hillock.lab.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.TreeMap;
import org.hillock.lab.axis.Measurement.Measured;

/**
 * Well-known kinds of network, measured once by Hillock on all axes, between which others are
 * shown. They come with Hillock because measuring them takes a minute, and because the wiring of a
 * worm may not be shipped while what was measured on it may.
 *
 * @param all in the order of the axes' ends
 */
public record Anchors(List<Anchor> all) {

  private static final String RESOURCE = "anchors.properties";

  public Anchors {
    all = List.copyOf(all);
  }

  /**
   * One of them.
   *
   * @param id lower case, such as {@code worm}
   * @param mark a word that has room at a tick
   * @param name what it is
   * @param made how it was made and measured
   * @param source paper or data; may be empty
   * @param values by id of the axis; an axis that is not defined for it, or came later, is missing
   */
  public record Anchor(
      String id, String mark, String name, String made, String source, Map<String, Double> values) {
    public Anchor {
      values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Where it lies on an axis. */
    public OptionalDouble on(String axis) {
      Double value = values.get(axis);
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The same with what a comparison measured on the network of that name. */
    public Anchor measured(Comparison comparison, String network) {
      Compared compared =
          comparison.networks().stream()
              .filter(n -> n.name().equals(network))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no network '" + network + "'"));
      Map<String, Double> values = new LinkedHashMap<>();
      compared
          .axes()
          .forEach((axis, given) -> {
            if (given instanceof Measured m) {
              values.put(axis, m.value());
            }
          });
      return new Anchor(id, mark, name, made, source, values);
    }
  }

  /** Those that come with Hillock. */
  public static Anchors shipped() {
    Properties texts = new Properties();
    try (InputStream in = Anchors.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(texts);
  }

  /**
   * Reads what {@link #lines} wrote.
   *
   * @throws IllegalStateException where a key is missing
   */
  static Anchors read(Properties texts) {
    TreeMap<String, String> sorted = new TreeMap<>();
    texts.stringPropertyNames().forEach(key -> sorted.put(key, texts.getProperty(key)));
    List<Anchor> all = new ArrayList<>();
    for (int i = 0; sorted.containsKey(i + ".id"); i++) {
      String at = i + ".";
      Map<String, Double> values = new LinkedHashMap<>();
      String axis = at + "axis.";
      sorted
          .subMap(axis, axis + "\uffff")
          .forEach((key, value) -> values.put(key.substring(axis.length()), Double.valueOf(value)));
      all.add(
          new Anchor(
              value(sorted, at + "id"),
              value(sorted, at + "mark"),
              value(sorted, at + "name"),
              value(sorted, at + "made"),
              value(sorted, at + "source"),
              values));
    }
    return new Anchors(all);
  }

  private static String value(Map<String, String> all, String key) {
    String text = all.get(key);
    if (text == null) {
      throw new IllegalStateException(RESOURCE + " has no '" + key + "'");
    }
    return text;
  }

  /** As lines of a properties file; numbers read back to the same bits. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Anchor anchor = all.get(i);
      lines.add(i + ".id = " + anchor.id());
      lines.add(i + ".mark = " + anchor.mark());
      lines.add(i + ".name = " + anchor.name());
      lines.add(i + ".made = " + anchor.made());
      lines.add(i + ".source = " + anchor.source());
      String at = i + ".axis.";
      new TreeMap<>(anchor.values()).forEach((axis, value) -> lines.add(at + axis + " = " + value));
    }
    return lines;
  }
}
