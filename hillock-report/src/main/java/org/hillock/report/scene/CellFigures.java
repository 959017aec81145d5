package org.hillock.report.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.Place;
import org.hillock.core.cell.ShippedCells;
import org.hillock.lab.cell.NerveCellScene;
import org.hillock.lab.cell.Piece;
import org.hillock.lab.cell.TravellingSpike;
import org.hillock.report.ReportFigure;
import org.hillock.report.figure.CellFigure;
import org.hillock.report.figure.CellFramesFigure;
import org.hillock.report.figure.Dash;
import org.hillock.report.figure.Ink;
import org.hillock.report.figure.LinesFigure;
import org.hillock.report.figure.RestFigure;
import org.hillock.report.figure.TracesFigure;

/** Figures of the cell itself and of one spike on its way. */
final class CellFigures {

  /** Ends of the shades of potential, in mV. */
  static final double LOW_MV = -80;

  static final double HIGH_MV = 60;
  static final String SHADES = "potential of the membrane (mV)";

  /** From a tip of the dendrites to a terminal: dendrites are passed towards the soma. */
  private static final List<String> PATH =
      List.of("dend[1]", "dend[0]", "soma", "hillock", "axon[0]", "axon[1]", "terminal[0]");

  private final NerveCellScene scene;
  private final Morphology tree;

  CellFigures(NerveCellScene scene) {
    this.scene = scene;
    tree = scene.cell().morphology();
  }

  ReportFigure cell() {
    List<CellFigure.Spot> spots = new ArrayList<>();
    ShippedCells.INHIBITED.forEach((name, place) -> {
      if (!place.equals(ShippedCells.EXCITED)) {
        String letter = Integer.toString(spots.size() + 1);
        String text = "inhibitory synapses, " + placeName(name);
        spots.add(spot(place, letter, Ink.SERIES_1, text));
      }
    });
    spots.add(
        spot(
            ShippedCells.EXCITED,
            "E",
            Ink.SERIES_2,
            "excitatory synapses, and inhibitory ones, " + placeName("same")));
    return new ReportFigure(
        "cell",
        "The cell and its parts, to scale; circles mark where synapses stand.",
        new CellFigure("The nerve cell and its parts", tree, spots));
  }

  private static CellFigure.Spot spot(String place, String letter, Ink ink, String text) {
    return new CellFigure.Spot(Place.parse("place", place), letter, ink, text);
  }

  /** A place of inhibition in words. */
  static String placeName(String place) {
    return switch (place) {
      case "beyond" -> "beyond the excitation";
      case "same" -> "at the same place";
      case "on-path" -> "on the way to the soma";
      case "soma" -> "at the soma";
      case "hillock" -> "at the hillock";
      case "sister" -> "on the sister branch";
      case "elsewhere" -> "on another dendrite";
      default -> place;
    };
  }

  ReportFigure rest() {
    return new ReportFigure(
        "rest",
        "Rest and Nernst potentials against the potassium outside; all else stays as it is.",
        new RestFigure(scene.rest().rest(), scene.rest().name()));
  }

  /** Times that tell the story: before, the dendrite, the hillock, the axon, after. */
  private int[] samples() {
    TravellingSpike s = scene.spike();
    double fires = s.riseMs("hillock");
    double[] ms = {
      s.arrivalMs() - 0.2,
      s.arrivalMs() + 1,
      fires - 0.8,
      fires,
      fires + 0.25,
      fires + 0.5,
      fires + 1,
      fires + 3
    };
    return java.util.Arrays.stream(ms).mapToInt(s::sample).toArray();
  }

  private String at(int sample) {
    return String.format(Locale.ROOT, "%.1f ms", scene.spike().timesMs()[sample]);
  }

  ReportFigure frames() {
    List<CellFramesFigure.Frame> frames = new ArrayList<>();
    for (int sample : samples()) {
      frames.add(new CellFramesFigure.Frame(at(sample), scene.spike().millivolts()[sample]));
    }
    String title = "The potential along the cell at eight times";
    return new ReportFigure(
        "travel",
        "The same spike at eight times after the start of the trial.",
        new CellFramesFigure(
            title,
            "from rest over the dendrite to the hillock, down the axon, and back to rest",
            tree,
            scene.spike().pieces(),
            frames,
            LOW_MV,
            HIGH_MV,
            SHADES));
  }

  ReportFigure distance() {
    List<Integer> path = new ArrayList<>();
    List<Piece> pieces = scene.spike().pieces();
    for (String section : PATH) {
      List<Integer> own = new ArrayList<>();
      for (int i = 0; i < pieces.size(); i++) {
        if (pieces.get(i).place().section().equals(section)) {
          own.add(i);
        }
      }
      path.addAll(section.startsWith("dend") ? own.reversed() : own);
    }
    // The soma's own pieces lie on both sides of distance 0: one of them is enough.
    List<Integer> soma =
        path.stream().filter(i -> pieces.get(i).place().section().equals("soma")).toList();
    path.removeAll(soma.subList(1, soma.size()));
    List<LinesFigure.Curve> curves = new ArrayList<>();
    for (int sample : samples()) {
      double[] x = new double[path.size()];
      double[] y = new double[path.size()];
      for (int i = 0; i < x.length; i++) {
        Place place = pieces.get(path.get(i)).place();
        double um = tree.distanceUm(place);
        boolean body = place.section().equals("soma");
        x[i] = body ? 0 : place.section().startsWith("dend") ? -um : um;
        y[i] = scene.spike().millivolts()[sample][path.get(i)];
      }
      curves.add(new LinesFigure.Curve(at(sample), curves.size(), Dash.SOLID, x, y));
    }
    return new ReportFigure(
        "distance",
        "From a tip of the dendrites (left of 0) over the soma (0) to a terminal.",
        new LinesFigure(
            "Potential against distance at eight times",
            "along the way from a dendrite to a terminal",
            "distance from the soma (µm): dendrites below 0, axon above",
            SHADES,
            curves));
  }

  ReportFigure currents() {
    TravellingSpike s = scene.spike();
    double fires = s.riseMs("hillock");
    double from = Math.max(0, fires - 1.5);
    double to = fires + 3;
    List<LinesFigure.Curve> curves = new ArrayList<>();
    for (String ion : List.of("sodium", "potassium", "calcium", "leak")) {
      curves.add(curve(ion, curves.size(), s.hillock(), from, to));
    }
    return new ReportFigure(
        "currents",
        "Ion currents at the hillock during the spike: inward below 0, outward above.",
        new LinesFigure(
            "Ion currents at the hillock",
            "sodium flows in, then potassium out; calcium and leak are small",
            "time (ms)",
            "current density (mA/cm²), outward above 0",
            curves));
  }

  private LinesFigure.Curve curve(
      String name, int number, Map<String, double[]> all, double from, double to) {
    double[] t = scene.spike().fineMs();
    double[] y = all.getOrDefault(name, new double[t.length]);
    int[] shown =
        java.util.stream.IntStream.range(0, t.length)
            .filter(i -> t[i] >= from && t[i] <= to)
            .toArray();
    return new LinesFigure.Curve(
        name,
        number,
        Dash.of(number),
        java.util.Arrays.stream(shown).mapToDouble(i -> t[i]).toArray(),
        java.util.Arrays.stream(shown).mapToDouble(i -> y[i]).toArray());
  }

  ReportFigure hillock() {
    TravellingSpike s = scene.spike();
    double fires = s.riseMs("hillock");
    List<TracesFigure.Panel> panels = new ArrayList<>();
    String[] names = {
      "v", "potential (mV)",
      "m", "gate m: activation of sodium channels (share open)",
      "h", "gate h: availability of sodium channels (share)",
      "n", "gate n: activation of potassium channels (share open)"
    };
    for (int i = 0; i < names.length; i += 2) {
      panels.add(
          new TracesFigure.Panel(
              names[i + 1],
              i / 2,
              s.fineMs(),
              s.hillock().getOrDefault(names[i], new double[s.fineMs().length]),
              new double[0]));
    }
    return new ReportFigure(
        "gates",
        "Potential and gates at the hillock.",
        new TracesFigure(
            "Potential and gates at the hillock", panels, Math.max(0, fires - 4.5), fires + 6));
  }
}
