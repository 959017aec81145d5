package org.hillock.lab.summation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.hillock.lab.summation.CellAsUnits.Studied;
import org.hillock.lab.summation.UnitsNeeded.Candidate;

/**
 * What {@link CellAsUnits#measureAll} measured, as it comes with Hillock: measuring it takes
 * minutes, so others read it here.
 *
 * @param cells each cell under each condition
 */
public record UnitsRecord(List<Entry> cells) {

  private static final String RESOURCE = "cell-as-units.properties";

  public UnitsRecord {
    cells = List.copyOf(cells);
  }

  /** What is predicted. */
  public enum Target {
    SPIKES,
    POTENTIAL;

    String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One cell under one condition.
   *
   * @param condition its id
   * @param told the condition, for people
   * @param cell its id
   * @param name of the cell, for people
   * @param spikesPerSecond how often it fired
   * @param rows how many windows were predicted
   * @param spikes how well spikes were predicted
   * @param potential how well potentials were
   */
  public record Entry(
      String condition,
      String told,
      String cell,
      String name,
      double spikesPerSecond,
      int rows,
      Predicted spikes,
      Predicted potential) {

    /** Of a target. */
    public Predicted of(Target target) {
      return target == Target.SPIKES ? spikes : potential;
    }
  }

  /**
   * How well a target was predicted.
   *
   * @param smallest units of the smallest predictor that does as well as the best; 0 is the
   *     weighted sum alone
   * @param best units of the best
   * @param tried from small to large
   */
  public record Predicted(int smallest, int best, List<Tried> tried) {
    public Predicted {
      tried = List.copyOf(tried);
    }

    /** Whether more units than were tried may do better still. */
    public boolean atLeast() {
      return smallest == tried.getLast().units();
    }

    /** The weighted sum alone. */
    public Tried sum() {
      return tried.getFirst();
    }

    /** The smallest that does as well as the best. */
    public Tried enough() {
      return tried.stream().filter(t -> t.units() == smallest).findFirst().orElseThrow();
    }
  }

  /**
   * One predictor.
   *
   * @param units hidden ones; 0 is the weighted sum alone
   * @param parameters how many numbers were fitted
   * @param explained as {@link Quality#explained}
   * @param auc as {@link Quality#auc}
   * @param behind how much less it explains than the best
   * @param behindError standard error of that, over cells
   */
  public record Tried(
      int units, int parameters, double explained, double auc, double behind, double behindError) {

    static Tried of(Candidate c) {
      // What knowing only the mean would lose; shares are of that.
      double ignorant = c.quality().loss() / (1 - c.quality().explained());
      return new Tried(
          c.units(),
          c.parameters(),
          c.quality().explained(),
          c.quality().auc(),
          c.excess() / ignorant,
          c.excessError() / ignorant);
    }
  }

  /** What was measured. */
  public static UnitsRecord of(CellAsUnits measured) {
    return new UnitsRecord(measured.studied().stream().map(UnitsRecord::entry).toList());
  }

  private static Entry entry(Studied s) {
    return new Entry(
        s.condition().id(),
        s.condition().told(),
        s.cell(),
        s.name(),
        s.spikesPerSecond(),
        s.rows(),
        predicted(s.spikes()),
        predicted(s.potential()));
  }

  private static Predicted predicted(UnitsNeeded needed) {
    return new Predicted(
        needed.smallest().units(),
        needed.best().units(),
        needed.candidates().stream().map(Tried::of).toList());
  }

  /** The entry of a cell under a condition. */
  public Entry of(String condition, String cell) {
    return cells.stream()
        .filter(e -> e.condition().equals(condition) && e.cell().equals(cell))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + cell + " under " + condition));
  }

  /** As lines of a properties file; numbers are written so that they read back to the same bits. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Entry e = cells.get(i);
      String at = "%03d.".formatted(i);
      lines.add(at + "condition = " + e.condition());
      lines.add(at + "told = " + e.told());
      lines.add(at + "cell = " + e.cell());
      lines.add(at + "name = " + e.name());
      lines.add(at + "spikes_per_second = " + e.spikesPerSecond());
      lines.add(at + "rows = " + e.rows());
      for (Target target : Target.values()) {
        Predicted p = e.of(target);
        String key = at + target.key() + ".";
        lines.add(key + "smallest = " + p.smallest());
        lines.add(key + "best = " + p.best());
        for (Tried t : p.tried()) {
          lines.add(
              key
                  + "tried.%02d = ".formatted(t.units())
                  + t.parameters()
                  + " "
                  + t.explained()
                  + " "
                  + t.auc()
                  + " "
                  + t.behind()
                  + " "
                  + t.behindError());
        }
      }
    }
    return lines;
  }

  /** What comes with Hillock. */
  public static UnitsRecord shipped() {
    Properties all = new Properties();
    try (InputStream in = UnitsRecord.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TreeMap<String, String> sorted = new TreeMap<>();
    all.stringPropertyNames().forEach(key -> sorted.put(key, all.getProperty(key)));
    List<Entry> cells = new ArrayList<>();
    for (int i = 0; sorted.containsKey("%03d.cell".formatted(i)); i++) {
      cells.add(read(sorted, "%03d.".formatted(i)));
    }
    return new UnitsRecord(cells);
  }

  private static Entry read(TreeMap<String, String> all, String at) {
    return new Entry(
        value(all, at + "condition"),
        value(all, at + "told"),
        value(all, at + "cell"),
        value(all, at + "name"),
        Double.parseDouble(value(all, at + "spikes_per_second")),
        Integer.parseInt(value(all, at + "rows")),
        predicted(all, at + Target.SPIKES.key() + "."),
        predicted(all, at + Target.POTENTIAL.key() + "."));
  }

  private static Predicted predicted(TreeMap<String, String> all, String at) {
    List<Tried> tried = new ArrayList<>();
    String prefix = at + "tried.";
    all.subMap(prefix, prefix + "\uffff")
        .forEach((key, text) -> {
          String[] n = text.split(" ", -1);
          tried.add(
              new Tried(
                  Integer.parseInt(key.substring(prefix.length())),
                  Integer.parseInt(n[0]),
                  Double.parseDouble(n[1]),
                  Double.parseDouble(n[2]),
                  Double.parseDouble(n[3]),
                  Double.parseDouble(n[4])));
        });
    return new Predicted(
        Integer.parseInt(value(all, at + "smallest")),
        Integer.parseInt(value(all, at + "best")),
        tried);
  }

  private static String value(TreeMap<String, String> all, String key) {
    String text = all.get(key);
    if (text == null) {
      throw new IllegalStateException(RESOURCE + " has no '" + key + "'");
    }
    return text;
  }
}
