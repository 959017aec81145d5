package org.hillock.core.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Axons of mammals at 37 degrees Celsius, bare or with myelin, of any diameter. The channels are
 * the same in both; only where they stand and what wraps the rest differs.
 */
public final class ShippedAxons {

  /** Section of a bare axon. */
  public static final String BARE = "axon";

  /** Nodes of Ranvier of one axon with myelin. */
  public static final int NODES = 25;

  /** Axon over fibre diameter (between 0.6 and 0.7 is fastest: Rushton 1951). */
  public static final double G_RATIO = 0.7;

  /** Distance of nodes over the diameter of the fibre (Rushton 1951). */
  private static final double INTERNODE = 100;

  /** Length of a node in um (McIntyre, Richardson and Grill 2002). */
  private static final double NODE_UM = 1;

  /** Thickness of one turn of myelin in um: two membranes (textbook: 12 to 18 nm). */
  private static final double TURN_UM = 0.016;

  /** A membrane of myelin: uF/cm² and mS/cm² (McIntyre, Richardson and Grill 2002). */
  private static final double MYELIN_UF = 0.1;

  private static final double MYELIN_MS = 1;

  private ShippedAxons() {}

  /**
   * An axon without myelin, as long as some twenty of its length constants at rest.
   *
   * @param diameterUm above 0
   */
  public static Cell bare(double diameterUm) {
    Morphology tree =
        new MorphologyBuilder("bare axon").root(BARE, lengthUm(diameterUm), diameterUm).build();
    CellBuilder axon =
        bath("bare axon", tree)
            .membrane("all", 1, 150)
            .insert("all", "leak", Map.of("g", "0.1 mS/cm^2", "e", "-69.8 mV"));
    return channels(axon, "all", 120, 40).grid(new GridRule(0.1, 100, Map.of())).build();
  }

  /** Length of a bare axon in um. */
  public static double lengthUm(double diameterUm) {
    return 4000 * Math.sqrt(diameterUm);
  }

  /**
   * An axon with myelin: {@link #NODES} nodes of Ranvier and what lies between them, a single cable
   * (McIntyre, Richardson and Grill 2002, 10.1152/jn.00353.2001, gives the sizes and the myelin;
   * Rushton 1951, 10.1113/jphysiol.1951.sp004655, the proportions).
   *
   * @param diameterUm of the axon inside the myelin, above 0
   */
  public static Cell myelinated(double diameterUm) {
    MorphologyBuilder tree = new MorphologyBuilder("axon with myelin");
    tree.root("node[0]", NODE_UM, diameterUm);
    Map<String, Integer> segments = new LinkedHashMap<>();
    segments.put("node", 1);
    segments.put("internode", 7);
    for (int i = 1; i < NODES; i++) {
      tree.section(
          "internode[" + (i - 1) + "]",
          "node[" + (i - 1) + "](1)",
          internodeUm(diameterUm),
          diameterUm);
      tree.section("node[" + i + "]", "internode[" + (i - 1) + "](1)", NODE_UM, diameterUm);
    }
    double membranes = 2 * turns(diameterUm);
    CellBuilder axon =
        bath("axon with myelin", tree.build())
            .membrane("node", 2, 70)
            // The axon's own membrane and all those of the myelin lie in series.
            .membrane("internode", 1 / (1 / 2.0 + membranes / MYELIN_UF), 70)
            .insert("node", "leak", Map.of("g", "7 mS/cm^2", "e", "-69.8 mV"))
            .insert(
                "internode",
                "leak",
                Map.of("g", MYELIN_MS / membranes + " mS/cm^2", "e", "-69.8 mV"));
    return channels(axon, "node", 1500, 200).grid(new GridRule(0.1, 100, segments)).build();
  }

  /** Length between two nodes, in um. */
  public static double internodeUm(double diameterUm) {
    return INTERNODE * diameterUm / G_RATIO;
  }

  /** From the middle of a node to that of the next, in um. */
  public static double periodUm(double diameterUm) {
    return internodeUm(diameterUm) + NODE_UM;
  }

  /** Turns of myelin around an axon. */
  public static double turns(double diameterUm) {
    return Math.max(1, Math.rint((diameterUm / G_RATIO - diameterUm) / 2 / TURN_UM));
  }

  private static CellBuilder bath(String name, Morphology tree) {
    return new CellBuilder(name, tree)
        .celsius(37)
        .initialMv(ShippedCells.REST_MV)
        .ion(Ion.SODIUM, 15, 145)
        .ion(Ion.POTASSIUM, 140, 5);
  }

  private static CellBuilder channels(
      CellBuilder axon, String region, double sodium, double potassium) {
    for (Map.Entry<String, Double> each :
        List.of(Map.entry("na-traub", sodium), Map.entry("k-traub", potassium))) {
      axon.insert(
          region, each.getKey(), Map.of("g", each.getValue() + " mS/cm^2", "v_t", "-64 mV"));
    }
    return axon;
  }
}
