package org.hillock.core.cell;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A small pyramidal cell to ask how it adds: a soma, four basal branches, an apical trunk with four
 * branches, a hillock and a stretch of axon. On each of the eight branches stand two places for
 * excitation, a near and a far one, and one for inhibition between them. Every place has receptors
 * of its own, so that a projection can end on one alone.
 *
 * <p>Conditions: 37 °C; membrane 1 uF/cm², 20,000 ohm·cm² (tau 20 ms) and 150 ohm·cm, as is usual
 * for models of pyramidal cells; spikes by {@code na-traub} and {@code k-traub} (doi
 * 10.1007/s10827-007-0038-6) in soma, hillock and axon; NMDA receptors as {@code nmda}. Lengths and
 * diameters are ours: round numbers within what oblique and basal dendrites of hippocampal and
 * cortical cells have (100 to 200 um, tips below 1 um). Densities in active dendrites are ours,
 * too: a fifteenth of the soma's, too few for a spike that runs by itself.
 *
 * @param active whether dendrites carry sodium and potassium channels
 * @param spiking whether soma, hillock and axon have sodium channels; without, as under
 *     tetrodotoxin at the soma, the potential shows what was added up
 */
public record PyramidalCell(boolean active, boolean spiking) {

  /** Branches that carry synapses. */
  public static final int BRANCHES = 8;

  /** Places for excitation on each branch. */
  public static final int PLACES = 2;

  /** Where the places for excitation lie along a branch. */
  private static final double[] EXCITED_AT = {0.6, 0.9};

  private static final double INHIBITED_AT = 0.75;

  /** Their names; the first two are twins, and so are the others. */
  public static final List<String> BRANCH_NAMES =
      List.of(
          "dend[0]", "dend[1]", "dend[2]", "dend[3]", "apic[1]", "apic[2]", "apic[3]", "apic[4]");

  /** The receptor at a place for excitation: {@code kind} is {@code ampa} or {@code nmda}. */
  public static String excitatory(String kind, int branch, int place) {
    return kind + "_" + branch + "_" + place;
  }

  /** The receptor for inhibition on a branch. */
  public static String inhibitory(int branch) {
    return "gaba_" + branch;
  }

  /** The tree. */
  public static Morphology tree() {
    MorphologyBuilder tree = new MorphologyBuilder("pyramidal").root("soma", 18, 18);
    IntStream.range(0, 4).forEach(i -> tree.section("dend[" + i + "]", "soma(0)", 150, 0.8, 0.6));
    tree.section("apic[0]", "soma(1)", 200, 3, 2);
    tree.section("apic[1]", "apic[0](0.5)", 150, 0.8, 0.6);
    tree.section("apic[2]", "apic[0](0.5)", 150, 0.8, 0.6);
    tree.section("apic[3]", "apic[0](1)", 150, 0.8, 0.6);
    tree.section("apic[4]", "apic[0](1)", 150, 0.8, 0.6);
    tree.section("hillock", "soma(0.5)", 15, 3, 1.5);
    return tree.section("axon", "hillock(1)", 50, 1).build();
  }

  /** The cell. */
  public Cell build() {
    CellBuilder cell =
        begun("pyramidal", tree())
            .grid(new GridRule(0.2, 100, Map.of("soma", 1, "hillock", 1, "axon", 1)))
            .spikes("hillock(0.5)", -20);
    for (String region : List.of("soma", "hillock", "axon")) {
      boolean body = region.equals("soma");
      channels(cell, region, spiking ? (body ? 60 : 150) : 0, 20);
    }
    if (active) {
      BRANCH_NAMES.forEach(branch -> channels(cell, branch, 4, 4));
    }
    for (int branch = 0; branch < BRANCHES; branch++) {
      String section = BRANCH_NAMES.get(branch);
      synapses(cell, branch, section + "(%s)");
    }
    return cell.build();
  }

  /**
   * A control: the same synapses on a ball of about as much membrane, in which there is nothing but
   * one potential.
   *
   * @param spiking whether it has sodium channels
   */
  public static Cell ball(boolean spiking) {
    CellBuilder cell =
        begun("ball", new MorphologyBuilder("ball").root("soma", 42, 42).build())
            .grid(new GridRule(1, 100, Map.of("soma", 1)))
            .spikes("soma", -20);
    channels(cell, "soma", spiking ? 60 : 0, 20);
    for (int branch = 0; branch < BRANCHES; branch++) {
      synapses(cell, branch, "soma");
    }
    return cell.build();
  }

  private static CellBuilder begun(String name, Morphology tree) {
    return new CellBuilder(name, tree)
        .celsius(37)
        .initialMv(-70)
        .membrane("all", 1, 150)
        .ion(Ion.SODIUM, 15, 145, 50)
        .ion(Ion.POTASSIUM, 140, 4, -90)
        .ion(Ion.CHLORIDE, 8, 120, -72)
        .insert("all", "leak", Map.of("g", "0.05 mS/cm^2", "e", "-70 mV"));
  }

  /** Densities in mS/cm²; 0 for none. */
  private static void channels(CellBuilder cell, String region, int sodium, int potassium) {
    cell.insert(region, "k-traub", Map.of("g", potassium + " mS/cm^2"));
    if (sodium > 0) {
      cell.insert(region, "na-traub", Map.of("g", sodium + " mS/cm^2"));
    }
  }

  /** The synapses of a branch, at places that {@code at} makes of a position. */
  private static void synapses(CellBuilder cell, int branch, String at) {
    for (int place = 0; place < PLACES; place++) {
      String here = at.replace("%s", Double.toString(EXCITED_AT[place]));
      cell.synapse(excitatory("ampa", branch, place), "ampa", Map.of(), here);
      cell.synapse(excitatory("nmda", branch, place), "nmda", Map.of(), here);
    }
    String here = at.replace("%s", Double.toString(INHIBITED_AT));
    cell.synapse(inhibitory(branch), "gaba-a", Map.of(), here);
  }
}
