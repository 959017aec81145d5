package org.hillock.report.scene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.hillock.core.quantity.Quantity;
import org.hillock.lab.cell.Finding;
import org.hillock.lab.cell.Findings;
import org.hillock.lab.cell.NerveCellScene;
import org.hillock.report.text.NumberText;
import org.jspecify.annotations.Nullable;

/** The numbers of a scene by their names, as they are told and as they go into a file. */
public final class SceneNumbers {

  /** Value of the key {@code schema}; changes when a key changes its meaning or goes. */
  public static final int SCHEMA = 1;

  private final NerveCellScene scene;
  private final Map<String, Finding> findings = new LinkedHashMap<>();

  public SceneNumbers(NerveCellScene scene) {
    this.scene = scene;
    Findings.of(scene).forEach(f -> findings.put(f.id(), f));
  }

  /**
   * The number of that name.
   *
   * @throws IllegalArgumentException where there is none
   */
  public Finding finding(String id) {
    Finding finding = findings.get(id);
    if (finding == null) {
      throw new IllegalArgumentException("there is no number '" + id + "'");
    }
    return finding;
  }

  /** As people read it, with its unit. */
  public String told(String id) {
    Finding f = finding(id);
    if (Double.isNaN(f.value())) {
      return "none";
    }
    return f.unit().isEmpty()
        ? NumberText.number(f.value())
        : NumberText.number(f.value()) + " " + f.unit();
  }

  /** As scene.json holds it; empty where there is none. */
  public String exact(String id) {
    double value = finding(id).value();
    return Double.isFinite(value) ? Quantity.text(value) : "";
  }

  /** What scene.json holds: numbers by name, and what the curves are drawn from. */
  public Map<String, Object> tree(String command, Map<String, String> versions) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SCHEMA);
    tree.put("scene", scene.cell().name());
    tree.put("command", command);
    tree.put("versions", versions);
    Map<String, Object> numbers = new LinkedHashMap<>();
    for (Finding f : findings.values()) {
      Map<String, @Nullable Object> number = new LinkedHashMap<>();
      number.put("value", number(f.value()));
      number.put("unit", f.unit());
      number.put("meaning", f.meaning());
      numbers.put(f.id(), number);
    }
    tree.put("numbers", numbers);
    tree.put("curves", curves());
    return tree;
  }

  private Map<String, Object> curves() {
    Map<String, Object> curves = new LinkedHashMap<>();
    var spike = scene.spike();
    Map<String, Object> hillock = new LinkedHashMap<>();
    hillock.put("ms", list(spike.fineMs()));
    spike.hillock().forEach((name, values) -> hillock.put(name, list(values)));
    curves.put("hillock", hillock);
    var all = scene.allOrNone();
    put(curves, "all-or-none", "pA", all.amountsPa(), "peak mV", all.peaksMv());
    var again = scene.refractoriness();
    put(curves, "refractory", "interval ms", again.intervalsMs(), "ratio", again.ratios());
    var strength = scene.strengthDuration();
    put(curves, "strength-duration", "ms", strength.durationsMs(), "pA", strength.thresholdsPa());
    var mixture = scene.mixture();
    Map<String, Object> amounts = new LinkedHashMap<>();
    amounts.put("excitation nS", list(mixture.excitationsNs()));
    amounts.put("inhibition nS", list(mixture.inhibitionsNs()));
    amounts.put("fires", mixture.fires());
    curves.put("amounts", amounts);
    put(curves, "timing", "lag ms", mixture.lagsMs(), "nS", mixture.byLagNs());
    var spread = scene.spread();
    put(curves, "spread", "um", spread.distancesUm(), "peak mV", spread.peaksMv());
    put(curves, "spread-steady", "um", spread.distancesUm(), "mV", spread.steadyMv());
    put(curves, "cable", "um", spread.cableUm(), "share", spread.cableShare());
    return curves;
  }

  private static void put(
      Map<String, Object> curves, String name, String x, double[] xs, String y, double[] ys) {
    curves.put(name, Map.of(x, list(xs), y, list(ys)));
  }

  private static List<@Nullable Object> list(double[] values) {
    return DoubleStream.of(values).mapToObj(SceneNumbers::number).toList();
  }

  /** JSON knows no NaN; whole numbers stand without a point. */
  private static @Nullable Object number(double value) {
    if (!Double.isFinite(value)) {
      return null;
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? (Object) (long) value
        : (Object) value;
  }
}
