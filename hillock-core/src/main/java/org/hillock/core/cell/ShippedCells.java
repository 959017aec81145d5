package org.hillock.core.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cell that Hillock comes with: a neuron with several dendrites, a soma, an axon hillock, an
 * axon that parts in two, and terminals. No one reconstructed it: lengths and diameters are round
 * numbers of a middling cortical cell, the channels are those of the hippocampal cell of Traub and
 * Miles as Pospischil et al. 2008 (10.1007/s00422-008-0263-8) tune them, at 37 degrees Celsius.
 * Spikes begin in the hillock because its sodium channels stand densest there (Kole and Stuart
 * 2012, 10.1016/j.neuron.2012.01.007).
 */
public final class ShippedCells {

  /** Where an excitatory receptor stands: on a branch, far out. */
  public static final String EXCITED = "dend[1](0.5)";

  /** Name of the receptors at {@link #EXCITED}. */
  public static final String EXCITATORY = "excitatory";

  /** Begins the name of an inhibitory receptor; its place in {@link #INHIBITED} follows. */
  public static final String INHIBITORY = "inhibitory-";

  /** Places of inhibitory receptors, by what they are for the excitation at {@link #EXCITED}. */
  public static final Map<String, String> INHIBITED = inhibited();

  /** Where it rests, in mV: what Goldman, Hodgkin and Katz give for its ions. */
  public static final double REST_MV = -69.8;

  /** Leak of the membrane: a time constant of 20 ms with 1 uF/cm². */
  private static final Map<String, String> LEAK = Map.of("g", "0.05 mS/cm^2", "e", "-69.8 mV");

  private ShippedCells() {}

  private static Map<String, String> inhibited() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("beyond", "dend[1](0.9)");
    places.put("same", EXCITED);
    places.put("on-path", "dend[0](0.5)");
    places.put("soma", "soma(0.5)");
    places.put("hillock", "hillock(0.5)");
    places.put("sister", "dend[2](0.5)");
    places.put("elsewhere", "dend[7](0.5)");
    return java.util.Collections.unmodifiableMap(places);
  }

  /** Its tree: some 640 um from the farthest dendrite to the terminals. */
  public static Morphology tree() {
    return new MorphologyBuilder("nerve cell")
        .root("soma", 20, 12, 20, 20, 12)
        .section("dend[0]", "soma(1)", 90, 3, 2)
        .section("dend[1]", "dend[0](1)", 140, 1.4, 0.8)
        .section("dend[2]", "dend[0](1)", 120, 1.4, 0.8)
        .section("dend[3]", "soma(1)", 70, 3.2, 2)
        .section("dend[4]", "dend[3](1)", 150, 1.5, 0.8)
        .section("dend[5]", "dend[3](1)", 110, 1.5, 0.8)
        .section("dend[6]", "soma(1)", 100, 3, 1.8)
        .section("dend[7]", "dend[6](1)", 130, 1.3, 0.8)
        .section("dend[8]", "dend[6](1)", 100, 1.3, 0.8)
        .section("hillock", "soma(0)", 25, 3.5, 1.2)
        .section("axon[0]", "hillock(1)", 300, 1)
        .section("axon[1]", "axon[0](1)", 90, 0.8)
        .section("axon[2]", "axon[0](1)", 70, 0.8)
        .section("terminal[0]", "axon[1](1)", 12, 0.8, 2.5, 1.5)
        .section("terminal[1]", "axon[2](1)", 12, 0.8, 2.5, 1.5)
        .build();
  }

  /** The cell with its channels; spikes are seen at the end of the axon's trunk. */
  public static Cell multipolar() {
    CellBuilder cell = passive("nerve cell");
    // Pospischil et al. put 50 mS/cm^2 of sodium and 5 of potassium channels into a cell that is
    // one
    // compartment, at 36 degrees. Here the hillock must charge soma and dendrites, so it has ten
    // times that and lower curves; the dendrites have none, they only receive.
    for (Density d : DENSITIES) {
      cell.insert(d.region, "na-traub", Map.of("g", d.sodium + " mS/cm^2", "v_t", d.shiftMv()))
          .insert(d.region, "k-traub", Map.of("g", d.potassium + " mS/cm^2", "v_t", d.shiftMv()));
    }
    for (String region : List.of("hillock", "terminal")) {
      cell.insert(region, "ca-l", Map.of()).insert(region, "ca-shell", Map.of());
    }
    receptors(cell);
    return cell.spikes("axon[0](0.95)", 0).build();
  }

  /** The same tree without any channel but the leak. */
  public static Cell withoutChannels() {
    CellBuilder cell = passive("nerve cell without channels");
    receptors(cell);
    return cell.build();
  }

  private record Density(String region, double sodium, double potassium, double shift) {
    String shiftMv() {
      return shift + " mV";
    }
  }

  private static final List<Density> DENSITIES =
      List.of(
          new Density("soma", 60, 24, -62),
          new Density("hillock", 500, 200, -66),
          new Density("axon", 150, 60, -64),
          new Density("terminal", 150, 60, -64));

  private static CellBuilder passive(String name) {
    return new CellBuilder(name, tree())
        .celsius(37)
        .initialMv(REST_MV)
        .membrane("all", 1, 150)
        .ion(Ion.SODIUM, 15, 145)
        .ion(Ion.POTASSIUM, 140, 5)
        .ion(Ion.CHLORIDE, 7, 110)
        .ion(Ion.CALCIUM, 1e-4, 2)
        .insert("all", "leak", LEAK);
  }

  private static void receptors(CellBuilder cell) {
    cell.synapse(EXCITATORY, "ampa", Map.of(), EXCITED);
    INHIBITED.forEach((name, place) -> cell.synapse(INHIBITORY + name, "gaba-a", Map.of(), place));
  }
}
