package org.hillock.app.facts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.hillock.cell.cable.StartingMembrane;
import org.hillock.cell.grid.Grid;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellIon;
import org.hillock.core.cell.Inserted;
import org.hillock.core.cell.Membrane;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.Section;
import org.hillock.core.cell.SynapseSite;
import org.hillock.core.equation.Formula;
import org.hillock.core.network.CellModels;
import org.hillock.core.network.Network;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.core.session.MemoryEstimate;
import org.hillock.core.session.SessionOptions;
import org.hillock.spiking.parted.PartedLowering;
import org.hillock.spiking.parted.PartedPopulation;

/** What is known of a cell with parts. */
public final class CellFacts {

  /** More sections than that are told by kind. */
  private static final int MOST_SECTIONS = 40;

  private final Cell cell;
  private final CellPlan plan;
  private final Grid grid;
  private final double[] axialOhmCm;

  private CellFacts(Cell cell) {
    this.cell = cell;
    plan = CellPlan.of(cell, SessionOptions.CELL_STEP_MS);
    grid = plan.grid();
    axialOhmCm = new double[cell.morphology().size()];
    java.util.Arrays.fill(axialOhmCm, Membrane.AXIAL);
    cell.membranes()
        .forEach(m ->
            cell.morphology()
                .region("membrane", m.region())
                .forEach(s -> axialOhmCm[s] = m.axialOhmCm()));
  }

  /** Everything about a cell. */
  public static Map<String, Object> of(Cell cell) {
    return new CellFacts(cell).facts();
  }

  private Map<String, Object> facts() {
    Morphology tree = cell.morphology();
    StartingMembrane start = StartingMembrane.of(plan);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("cell", cell.name());
    facts.put("about", cell.about());
    facts.put("celsius", number(cell.temperature().celsius()));
    facts.put("initial mV", number(cell.initialMv()));
    facts.put("sections", tree.size());
    facts.put("length um", rounded(tree.lengthUm()));
    facts.put("area um2", rounded(tree.areaUm2()));
    facts.put("compartments", compartments());
    OptionalDouble resistance = start.inputResistanceMOhm(plan.bodyNode());
    facts.put(
        "input resistance MOhm",
        resistance.isPresent() ? rounded(resistance.getAsDouble()) : "none");
    facts.put(
        "spikes",
        "upward crossings of %s mV at %s"
            .formatted(Quantity.text(cell.output().thresholdMv()), cell.output().place()));
    PartedPopulation lowered = lowered();
    facts.put("memory of a cell", MemoryEstimate.human(lowered.bytesPerCell()));
    if (tree.size() <= MOST_SECTIONS) {
      facts.put("tree", sections(start));
    } else {
      facts.put("tree", kinds());
    }
    facts.put("ions", cell.ions().stream().map(this::ion).toList());
    facts.put("channels and pools", inserted());
    facts.put("receptors", cell.synapses().stream().map(CellFacts::receptor).toList());
    facts.put("integration", MechanismFacts.integration(plan));
    facts.put("warnings", sentences("warning", lowered.warnings()));
    facts.put(
        "told",
        "input resistance: in the middle of "
            + tree.section(0).name()
            + " at the start, gates standing still; lambda: length constants, steady and at "
            + Quantity.text(cell.grid().frequencyHz())
            + " Hz; warnings: for a step of "
            + Quantity.text(SessionOptions.CELL_STEP_MS)
            + " ms");
    return facts;
  }

  /** Sentences, one in a row. */
  static List<Map<String, Object>> sentences(String what, List<String> all) {
    return all.stream().map(one -> Map.<String, Object>of(what, one)).toList();
  }

  private PartedPopulation lowered() {
    Network network =
        Network.builder("facts").population("cell", 1, CellModels.of("cell", cell), p -> p).build();
    return PartedLowering.lowered(network, network.population("cell"), SessionOptions.CELL_STEP_MS);
  }

  private int compartments() {
    int all = 0;
    for (int s = 0; s < cell.morphology().size(); s++) {
      all += grid.segments(s);
    }
    return all;
  }

  private List<Map<String, Object>> sections(StartingMembrane start) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int s = 0; s < cell.morphology().size(); s++) {
      Section section = cell.morphology().section(s);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", section.name());
      row.put(
          "from",
          section.isRoot()
              ? ""
              : cell.morphology().section(section.parent()).name()
                  + "("
                  + Quantity.text(section.parentPosition())
                  + ")");
      row.put("length um", rounded(section.lengthUm()));
      row.put("diameter um", rounded(section.areaUm2() / Math.PI / section.lengthUm()));
      row.put("area um2", rounded(section.areaUm2()));
      row.put("compartments", grid.segments(s));
      OptionalDouble steady = start.lengthConstantUm(s, axialOhmCm[s]);
      row.put("lambda um", steady.isPresent() ? rounded(steady.getAsDouble()) : "none");
      row.put(
          "at " + Quantity.text(cell.grid().frequencyHz()) + " Hz",
          rounded(grid.lengthConstantUm(s)));
      rows.add(row);
    }
    return rows;
  }

  private List<Map<String, Object>> kinds() {
    Map<String, List<Integer>> by = new TreeMap<>();
    for (int s = 0; s < cell.morphology().size(); s++) {
      by.computeIfAbsent(cell.morphology().section(s).kind().word(), _ -> new ArrayList<>()).add(s);
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    by.forEach((kind, sections) -> {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("kind", kind);
      row.put("sections", sections.size());
      row.put("length um", rounded(sum(sections, cell.morphology()::lengthUm)));
      row.put("area um2", rounded(sum(sections, s -> cell.morphology().section(s).areaUm2())));
      row.put("compartments", sections.stream().mapToInt(grid::segments).sum());
      rows.add(row);
    });
    return rows;
  }

  private static double sum(List<Integer> sections, java.util.function.IntToDoubleFunction each) {
    return sections.stream().mapToDouble(each::applyAsDouble).sum();
  }

  private Map<String, Object> ion(CellIon ion) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("ion", ion.ion().toString());
    row.put("inside mM", number(ion.concentration().insideMm()));
    row.put("outside mM", number(ion.concentration().outsideMm()));
    row.put(
        "reversal mV",
        BigDecimal.valueOf(ion.reversalMv(cell.temperature())).setScale(1, RoundingMode.HALF_EVEN));
    boolean pooled = plan.pooledIons().contains(ion.ion().name());
    row.put(
        "by",
        (ion.reversalMv().isPresent() ? "stated" : "Nernst")
            + (pooled ? "; from what is inside where a pool keeps count" : ""));
    return row;
  }

  /** What one entry of a description puts into several regions is one row. */
  private List<Map<String, Object>> inserted() {
    Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    for (Inserted i : cell.inserted()) {
      Map<String, Object> row = rows.get(i.path());
      if (row != null) {
        row.computeIfPresent("in", (_, before) -> before + ", " + i.region());
        continue;
      }
      row = new LinkedHashMap<>();
      row.put("mechanism", i.mechanism().name());
      row.put("in", i.region());
      row.put("set", set(i.parameters()));
      rows.put(i.path(), row);
    }
    return List.copyOf(rows.values());
  }

  private static Map<String, Object> receptor(SynapseSite site) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", site.name());
    row.put("mechanism", site.mechanism().name());
    row.putAll(MechanismFacts.weights(site.mechanism()));
    row.put("at", String.join(", ", site.places().stream().map(Object::toString).toList()));
    row.put("set", set(site.parameters()));
    return row;
  }

  private static String set(Map<String, Formula> parameters) {
    List<String> all = new ArrayList<>();
    parameters.forEach((name, formula) -> all.add(name + " = " + formula.text()));
    return String.join(", ", all);
  }

  /** As it was given: plain digits. */
  private static BigDecimal number(double value) {
    return plain(BigDecimal.valueOf(value));
  }

  /** To four digits. */
  static BigDecimal rounded(double value) {
    return plain(new BigDecimal(value).round(new MathContext(4, RoundingMode.HALF_EVEN)));
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** What a unit is called. */
  static String unit(Unit unit) {
    return unit.symbol().isEmpty() ? "1" : unit.symbol();
  }
}
