package org.hillock.lab.scene.nervecell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hillock.core.cell.ShippedCells;
import org.hillock.lab.cell.AllOrNone;
import org.hillock.lab.cell.Conduction;
import org.hillock.lab.cell.Mixture;
import org.hillock.lab.cell.NerveCellScene;
import org.hillock.lab.cell.Refractoriness;
import org.hillock.lab.cell.StrengthDuration;
import org.hillock.lab.cell.ThreeCases;
import org.hillock.lab.cell.TravellingSpike;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.Picture.Curve;

/** Pictures of the cell and of what was done to it. */
final class CellPictures {

  /** Ends of the shades of potential, in mV. */
  private static final double LOW_MV = -80;

  private static final double HIGH_MV = 60;

  /** Times of the film's stills, after the hillock fires, in ms. */
  private static final double[] STILLS = {-0.8, 0, 0.25, 0.5, 1, 3};

  private final NerveCellScene cell;
  private final double[] passive;

  CellPictures(NerveCellScene cell, double[] passive) {
    this.cell = cell;
    this.passive = passive;
  }

  List<Picture> all() {
    return List.of(
        parts(),
        film(),
        currents(),
        peaks(),
        refractory(),
        strength(),
        cases(),
        places(),
        timing(),
        conduction());
  }

  private Picture parts() {
    List<Picture.Spot> spots = new ArrayList<>();
    ShippedCells.INHIBITED.forEach((name, place) -> {
      if (!place.equals(ShippedCells.EXCITED)) {
        String mark = Integer.toString(spots.size() + 1);
        spots.add(new Picture.Spot(place, mark, 0, Label.key(name)));
      }
    });
    spots.add(new Picture.Spot(ShippedCells.EXCITED, "E", 1, Label.key("same")));
    return new Picture.Cell("parts", cell.cell().morphology(), spots);
  }

  private Picture film() {
    TravellingSpike s = cell.spike();
    int[] stills = new int[STILLS.length + 1];
    stills[0] = s.sample(s.arrivalMs() + 1);
    for (int i = 0; i < STILLS.length; i++) {
      stills[i + 1] = s.sample(s.riseMs("hillock") + STILLS[i]);
    }
    return new Picture.Film(
        "travel",
        cell.cell().morphology(),
        s.pieces(),
        s.timesMs(),
        s.millivolts(),
        stills,
        LOW_MV,
        HIGH_MV);
  }

  private Picture currents() {
    TravellingSpike s = cell.spike();
    double fires = s.riseMs("hillock");
    int[] shown =
        IntStream.range(0, s.fineMs().length)
            .filter(i -> s.fineMs()[i] >= fires - 1.5 && s.fineMs()[i] <= fires + 3)
            .toArray();
    List<Curve> curves = new ArrayList<>();
    for (String ion : List.of("sodium", "potassium", "calcium", "leak")) {
      double[] all = s.hillock().getOrDefault(ion, new double[s.fineMs().length]);
      curves.add(
          new Curve(
              Label.key(ion),
              Arrays.stream(shown).mapToDouble(i -> s.fineMs()[i]).toArray(),
              Arrays.stream(shown).mapToDouble(i -> all[i]).toArray(),
              false));
    }
    return new Picture.Lines("currents", curves, false);
  }

  private Picture peaks() {
    AllOrNone a = cell.allOrNone();
    return new Picture.Lines(
        "all-or-none",
        List.of(
            new Curve(Label.key("with"), a.amountsPa(), a.peaksMv(), false),
            new Curve(Label.key("without"), a.amountsPa(), passive, true)),
        false);
  }

  private Picture refractory() {
    Refractoriness r = cell.refractoriness();
    double[] one = new double[r.intervalsMs().length];
    Arrays.fill(one, 1);
    return new Picture.Lines(
        "refractory",
        List.of(
            new Curve(Label.key("second"), r.intervalsMs(), r.ratios(), false),
            new Curve(Label.key("rest"), r.intervalsMs(), one, true)),
        false);
  }

  private Picture strength() {
    StrengthDuration s = cell.strengthDuration();
    // Shorter ones need so much that nothing of the bend would be seen.
    int from = (int) Arrays.stream(s.durationsMs()).filter(d -> d < 0.5).count();
    double[] d = Arrays.copyOfRange(s.durationsMs(), from, s.durationsMs().length);
    double[] measured = Arrays.copyOfRange(s.thresholdsPa(), from, s.thresholdsPa().length);
    return new Picture.Lines(
        "strength",
        List.of(
            new Curve(Label.key("measured"), d, measured, false),
            new Curve(
                Label.key("lapicque"), d, Arrays.stream(d).map(s::lapicquePa).toArray(), true)),
        true);
  }

  private Picture cases() {
    ThreeCases c = cell.cases();
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < c.cases().size(); i++) {
      curves.add(
          new Curve(
              Label.key("case" + (i + 1)), c.timesMs(), c.cases().get(i).millivolts(), false));
    }
    return new Picture.Lines("cases", curves, false);
  }

  private Picture places() {
    List<Picture.Dot> rows = new ArrayList<>();
    cell.mixture()
        .byPlaceNs()
        .forEach((place, ns) -> rows.add(Picture.Dot.of(Label.key(place), ns, 0)));
    return new Picture.Dots("places", rows);
  }

  private Picture timing() {
    Mixture m = cell.mixture();
    return new Picture.Lines(
        "timing",
        List.of(new Curve(Label.key("inhibition"), m.lagsMs(), m.byLagNs(), false)),
        true);
  }

  private Picture conduction() {
    Conduction c = cell.conduction();
    return new Picture.Lines(
        "myelin",
        List.of(
            new Curve(Label.key("with"), c.diametersUm(), c.myelinated(), false),
            new Curve(Label.key("without"), c.diametersUm(), c.bare(), false)),
        true);
  }
}
