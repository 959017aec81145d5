package org.hillock.cell;

import java.util.List;
import java.util.Map;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.cell.GridRule;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.MorphologyBuilder;
import org.hillock.core.cell.Place;
import org.hillock.core.equation.MechanismText;

/** Cells that tests run. */
public final class TestCells {

  private static final String EXCITATORY =
      """
      receptor fast
      parameter tau_rise = 0.5 ms > 0
      parameter tau = 2.4 ms > 0
      parameter e = 0 mV
      state a = 0 nS
      state b = 0 nS
      da/dt = -a/tau
      db/dt = -b/tau_rise
      on fast excites: a += 1.6*w; b += 1.6*w
      current = (a - b)*(v - e)
      """;

  private static final String SLOW =
      """
      receptor slow
      ion ca
      parameter tau = 40 ms > 0
      state g = 0 nS
      state blocked = 1/(1 + 0.28*exp(-0.062*v/mV))
      dg/dt = -g/tau
      dblocked/dt = (1/(1 + 0.28*exp(-0.062*v/mV)) - blocked)/(0.1 ms)
      on slow excites: g += w
      current = 0.9*g*blocked*v
      current ca = 0.1*g*blocked*(v - e_ca)
      """;

  private static final String INHIBITORY =
      """
      receptor shunt
      parameter tau = 7 ms > 0
      state g = 0 nS
      dg/dt = -g/tau
      on shunt inhibits: g += w
      current = g*(v + 70 mV)
      """;

  private TestCells() {}

  /** The tree of a small pyramidal cell. */
  public static Morphology tree() {
    return new MorphologyBuilder("small")
        .root("soma", 20, 20)
        .section("dend[0]", "soma(0)", 150, 2, 1)
        .section("dend[1]", "soma(0)", 120, 2)
        .section("apic[0]", "soma(1)", 200, 4, 2)
        .section("apic[1]", "apic[0](1)", 150, 1.5, 0.8)
        .section("apic[2]", "apic[0](1)", 100, 1.5)
        .section("apic[3]", "apic[0](0.5)", 80, 1)
        .section("hillock", "soma(0.5)", 10, 3, 1.5)
        .section("axon", "hillock(1)", 400, 1)
        .build();
  }

  /** A cell with channels, calcium, and receptors on its dendrites. */
  public static CellBuilder rich() {
    return new CellBuilder("rich", tree())
        .celsius(10)
        .initialMv(-68)
        .membrane("all", 1, 150)
        .membrane("axon", 0.8, 100)
        .ion(Ion.SODIUM, 15, 145, 50)
        .ion(Ion.POTASSIUM, 140, 5, -85)
        .ion(Ion.CALCIUM, 1e-4, 2)
        .insert("all", "leak", Map.of("g", "0.1 mS/cm^2", "e", "-68 mV"))
        .insert("soma", "na-hh", Map.of("g", "100 mS/cm^2"))
        .insert("hillock", "na-hh", Map.of("g", "200 mS/cm^2"))
        .insert("axon", "na-hh", Map.of())
        .insert("soma", "k-hh", Map.of())
        .insert("hillock", "k-hh", Map.of())
        .insert("axon", "k-hh", Map.of())
        .insert("apic", "na-hh", Map.of("g", "20 mS/cm^2*exp(-distance/(200 um))"))
        .insert("apic", "k-a", Map.of("g", "4 mS/cm^2*(1 + distance/(100 um))"))
        .insert("soma", "k-m", Map.of())
        .insert("apic", "ca-l", Map.of())
        .insert("apic", "ca-t", Map.of())
        .insert("soma", "ca-l", Map.of())
        .insert("apic", "ca-shell", Map.of())
        .insert("apic", "k-ca", Map.of())
        .insert("apic", "h", Map.of())
        .synapse(
            "receptors.x", "x", mechanism(EXCITATORY), Map.of(), at("apic[1](0.7)", "dend[0](0.3)"))
        .synapse("receptors.y", "y", mechanism(SLOW), Map.of("tau", "30 ms"), at("apic[2](0.5)"))
        .synapse("receptors.z", "z", mechanism(INHIBITORY), Map.of(), at("soma"))
        .gap("gj", "apic[1](0.5)")
        .spikes("axon(0.9)", -20)
        .grid(new GridRule(0.1, 100, Map.of()));
  }

  /** The same, built. */
  public static Cell richCell() {
    return rich().build();
  }

  private static MechanismText mechanism(String text) {
    return MechanismText.read("test", text);
  }

  private static List<Place> at(String... places) {
    return java.util.Arrays.stream(places).map(p -> Place.parse("test", p)).toList();
  }
}
