package org.hillock.lab.scene.senses;

import java.util.ArrayList;
import java.util.List;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;

/** The pictures of the scene. */
final class SensesPictures {

  /** Of a normal distribution: 95 of 100 lie within so many deviations. */
  private static final double NORMAL = 1.96;

  private SensesPictures() {}

  /** The first taster: senses, the four cells before the verdict, the verdict. */
  static Picture graph() {
    Taster taster = Taster.gourmet();
    List<Picture.Node> nodes = new ArrayList<>();
    List<Picture.Edge> edges = new ArrayList<>();
    int senses = Taster.SENSES.size();
    for (int s = 0; s < senses; s++) {
      nodes.add(new Picture.Node(Label.key(Taster.SENSES.get(s)), 0, s / (double) senses, 0.6));
    }
    nodes.add(new Picture.Node(Label.key("mint"), 0, 1, 0.6));
    int before = nodes.size();
    for (int sense : Taster.RELAYED) {
      nodes.add(new Picture.Node(Label.literal(""), 0.5, sense / (double) senses, 0.3));
    }
    nodes.add(new Picture.Node(Label.key("verdict"), 1, 0.4, 1));
    for (int r = 0; r < Taster.RELAYED.length; r++) {
      int sense = Taster.RELAYED[r];
      edges.add(new Picture.Edge(sense, before + r, 0.3, Label.literal("")));
      edges.add(
          new Picture.Edge(
              senses, before + r, taster.mint()[r] / 5, Label.literal(number(taster.mint()[r]))));
      edges.add(
          new Picture.Edge(
              before + r,
              nodes.size() - 1,
              taster.weights()[sense] / 2.1,
              Label.literal(number(taster.weights()[sense]))));
    }
    return new Picture.Graph("graph", nodes, edges);
  }

  private static String number(double value) {
    String text = value == Math.rint(value) && value < 0 ? "" + (int) value : "" + value;
    return text.replace('-', '−');
  }

  /** What the sum is made of, for an everyday dish in both tasters and for mint chocolate. */
  static Picture terms(TastersCompared tasters) {
    List<Picture.Dot> rows = new ArrayList<>();
    double[][] all = {tasters.gourmetTerms(), tasters.onlookerTerms(), tasters.mintTerms()};
    String[] names = {"gourmet", "onlooker", "minty"};
    for (int t = 0; t < all.length; t++) {
      for (int r = 0; r <= Taster.RELAYED.length; r++) {
        String sense = r < Taster.RELAYED.length ? Taster.SENSES.get(Taster.RELAYED[r]) : "bias";
        rows.add(Picture.Dot.of(Label.key(names[t] + "-" + sense), all[t][r], t));
      }
    }
    return new Picture.Dots("terms", rows);
  }

  /** How often the spiking cell fires, over the sum. */
  static Picture curve(SpikingCompared spiking) {
    return new Picture.Lines(
        "curve",
        List.of(
            new Picture.Curve(Label.key("logistic"), spiking.sums(), spiking.logistic(), true),
            new Picture.Curve(Label.key("cell"), spiking.sums(), spiking.fired(), false),
            new Picture.Curve(
                Label.key("steady"), spiking.sums(), spiking.firedWithoutNoise(), false)),
        true);
  }

  /**
   * True weights, those that came back, and those from shuffled ratings.
   *
   * @param learnt of the first taster, its control, of the second, its control
   */
  static Picture learnt(List<Recovery> learnt) {
    List<Picture.Dot> rows = new ArrayList<>();
    List<Taster> tasters = List.of(Taster.gourmet(), Taster.onlooker());
    for (int t = 0; t < tasters.size(); t++) {
      Taster taster = tasters.get(t);
      for (int s = 0; s < Taster.SENSES.size(); s++) {
        String sense = taster.name() + "-" + Taster.SENSES.get(s);
        rows.add(Picture.Dot.of(Label.key(sense + "-true"), taster.weights()[s], 0));
        rows.add(dot(sense + "-learnt", learnt.get(2 * t), s, 1));
        rows.add(dot(sense + "-shuffled", learnt.get(2 * t + 1), s, 2));
      }
    }
    return new Picture.Dots("learnt", rows);
  }

  private static Picture.Dot dot(String label, Recovery of, int sense, int series) {
    double half = NORMAL * of.errors()[sense];
    double value = of.weights()[sense];
    return new Picture.Dot(Label.key(label), value, value - half, value + half, series);
  }
}
