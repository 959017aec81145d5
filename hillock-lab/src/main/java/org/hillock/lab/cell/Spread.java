package org.hillock.lab.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.cell.GridRule;
import org.hillock.core.cell.MorphologyBuilder;
import org.hillock.core.cell.Place;
import org.hillock.core.cell.ShippedCells;

/**
 * The control: a cell without channels, where charge only spreads. Potentials are above rest.
 *
 * @param distancesUm from the place of the input towards the soma and down the axon
 * @param peaksMv the highest potential that a synaptic input makes there
 * @param steadyMv what a constant current makes there in the end
 * @param lengthConstantUm of the branch with the input: sqrt(diameter/4 · Rm/Ra)
 * @param cableUm distances along a uniform cable of {@link #CONSTANTS} length constants
 * @param cableShare of the potential at its beginning that is left there
 * @param cableConstantUm length constant of that cable
 */
public record Spread(
    double[] distancesUm,
    double[] peaksMv,
    double[] steadyMv,
    double lengthConstantUm,
    double[] cableUm,
    double[] cableShare,
    double cableConstantUm) {

  /** Length of the uniform cable, in its length constants. */
  public static final double CONSTANTS = 8;

  /** Membrane of the shipped cell without channels: ohm·cm², and ohm·cm inside. */
  private static final double MEMBRANE_OHM_CM2 = 20_000;

  private static final double AXIAL_OHM_CM = 150;
  private static final double CURRENT_PA = 20;
  private static final double WEIGHT_NS = 12;

  /** Ten time constants of the membrane. */
  private static final double STEADY_MS = 200;

  private static final double CABLE_UM = 2;
  private static final int CABLE_PLACES = 33;

  /** Runs it. */
  public static Spread run() {
    Cell cell = SideBySide.cutTo(ShippedCells.withoutChannels(), 0.01);
    Place input = Place.parse("input", ShippedCells.EXCITED);
    List<Place> path = path(input);
    double[] distances = path.stream().mapToDouble(p -> away(cell, input, p)).toArray();
    double diameter = cell.morphology().section(input.section()).at(input.position()).diameter();
    double[] peaks = peaks(cell, path);
    double[] steady = steady(cell, ShippedCells.EXCITED, path, ShippedCells.REST_MV, 0.1);
    double constant = lengthConstant(CABLE_UM);
    double[] cableUm = new double[CABLE_PLACES];
    double[] share = cable(constant, cableUm);
    return new Spread(distances, peaks, steady, lengthConstant(diameter), cableUm, share, constant);
  }

  /** From the input to the soma, and down the axon to a terminal. */
  private static List<Place> path(Place input) {
    List<Place> path = new ArrayList<>(List.of(input));
    along(path, input.section(), input.position() - 0.1, 0);
    along(path, "dend[0]", 0.9, 0);
    path.add(new Place("soma", 0.5));
    along(path, "hillock", 0.1, 1);
    along(path, "axon[0]", 0.05, 1);
    along(path, "axon[1]", 0.1, 1);
    return path;
  }

  /** Places at equal steps, the last one a step before the end. */
  private static void along(List<Place> path, String section, double from, double to) {
    int n = 6;
    for (int i = 0; i < n; i++) {
      path.add(new Place(section, from + (to - from) * i / n));
    }
  }

  private static double away(Cell cell, Place input, Place place) {
    double far = cell.morphology().distanceUm(input);
    double own = cell.morphology().distanceUm(place);
    return place.section().startsWith("dend") ? far - own : far + own;
  }

  /** In um, of a diameter in um: sqrt(d/4·Rm/Ra) with d in cm. */
  static double lengthConstant(double diameterUm) {
    return 1e4 * Math.sqrt(diameterUm * 1e-4 / 4 * MEMBRANE_OHM_CM2 / AXIAL_OHM_CM);
  }

  private static double[] peaks(Cell cell, List<Place> path) {
    SideBySide bench = new SideBySide(cell, 1).arrive(0, ShippedCells.EXCITATORY, 1, WEIGHT_NS);
    path.forEach(p -> bench.watch(p + ".v", 0));
    Watched seen = bench.run(60);
    return path.stream()
        .mapToDouble(p -> seen.peak(p + ".v", 0, 0) - ShippedCells.REST_MV)
        .toArray();
  }

  private static double[] steady(
      Cell cell, String input, List<Place> path, double rest, double stepMs) {
    SideBySide bench =
        new SideBySide(cell, 1).stepMs(stepMs).inject(0, input, CURRENT_PA, 0, STEADY_MS + 1);
    path.forEach(p -> bench.watch(p + ".v", STEADY_MS));
    Watched seen = bench.run(STEADY_MS);
    return path.stream().mapToDouble(p -> seen.peak(p + ".v", 0, STEADY_MS / 2) - rest).toArray();
  }

  /** Of an infinite cable exp(-x/λ) would be left; this one is sealed far away. */
  private static double[] cable(double constant, double[] um) {
    double length = CONSTANTS * constant;
    Cell cable =
        new CellBuilder(
                "cable", new MorphologyBuilder("cable").root("dend", length, CABLE_UM).build())
            .initialMv(ShippedCells.REST_MV)
            .membrane("all", 1, AXIAL_OHM_CM)
            .insert("all", "leak", Map.of("g", "0.05 mS/cm^2", "e", ShippedCells.REST_MV + " mV"))
            .grid(new GridRule(0.02, 100, Map.of()))
            .build();
    List<Place> path = new ArrayList<>();
    for (int i = 0; i < um.length; i++) {
      double position = 0.5 * i / (um.length - 1);
      um[i] = position * length;
      path.add(new Place("dend", position));
    }
    double[] mv = steady(cable, "dend(0)", path, ShippedCells.REST_MV, 0.1);
    double[] share = new double[mv.length];
    for (int i = 0; i < share.length; i++) {
      share[i] = mv[i] / mv[0];
    }
    return share;
  }

  /** The largest distance of the uniform cable from exp(-x/λ), as a share of its beginning. */
  public double farthestFromTheory() {
    double most = 0;
    for (int i = 0; i < cableUm.length; i++) {
      most = Math.max(most, Math.abs(cableShare[i] - Math.exp(-cableUm[i] / cableConstantUm)));
    }
    return most;
  }
}
