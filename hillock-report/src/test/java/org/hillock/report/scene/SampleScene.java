package org.hillock.report.scene;

import java.util.List;
import org.hillock.core.training.Progress;
import org.hillock.lab.comparison.StoppedException;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.SceneResult;

/** A scene with a picture of every kind; its texts lie among the resources of the tests. */
public final class SampleScene implements Scene {

  /** Its name, and that of its texts. */
  public static final String NAME = "sample";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SceneResult run(long seed, Progress progress) {
    StoppedException.check(progress);
    Finding share = new Finding("share.of-it", 93.25, "%");
    Finding control = new Finding("control", 0.02 + seed * 1e-4, "bit");
    Finding other = new Finding("time", 17_400, "ms");
    Finding nothing = new Finding("nothing", Double.NaN, "ms");
    return new SceneResult(
        NAME,
        List.of(share, control, other, nothing),
        List.of(
            Claim.above("share", share, 80),
            Claim.below("fast", other, 1000),
            Claim.below("fails", control, 0.1).ofControl()),
        List.of(lines(), dots(), spikes(), shades(), images(), graph()));
  }

  private static Picture lines() {
    double[] x = {0, 1, 2, 3, 4, 5};
    return new Picture.Lines(
        "curve",
        List.of(
            new Picture.Curve(Label.key("measured"), x, new double[] {0, 1, 4, 9, 16, 25}, false),
            new Picture.Curve(Label.key("theory"), x, new double[] {0, 2, 5, 9, 15, 24}, true)),
        true);
  }

  private static Picture dots() {
    return new Picture.Dots(
        "rows",
        List.of(
            new Picture.Dot(Label.key("with"), 3, 2.5, 3.6, 0),
            Picture.Dot.of(Label.key("without"), 0.2, 1),
            Picture.Dot.of(Label.key("none"), Double.NaN, 2)));
  }

  private static Picture spikes() {
    return new Picture.Spikes(
        "raster",
        List.of(
            new Picture.Lane(
                Label.key("cells"), 12, new double[] {1, 5, 9, 40}, new int[] {0, 3, 11, 7}),
            new Picture.Lane(Label.literal("I"), 3, new double[] {20}, new int[] {2})),
        0,
        50);
  }

  private static Picture shades() {
    List<Label> tastes =
        List.of(Label.key("sight"), Label.key("hearing"), Label.key("taste"), Label.key("smell"));
    double[][] values = {{0, 0.2, 0.4, 0.6}, {0.1, 0.3, 0.5, 0.7}, {1, Double.NaN, 0, 0.5}};
    return new Picture.Shades(
        "matrix",
        List.of(Label.literal("A"), Label.key("long"), Label.literal("C")),
        tastes,
        values,
        0,
        1);
  }

  private static Picture images() {
    float[] pixels = {0, 0.5f, 1, 0.25f};
    return new Picture.Images(
        "pictures",
        List.of(
            new Picture.Image(Label.key("seen"), 2, 2, pixels),
            new Picture.Image(Label.literal("2"), 2, 2, pixels)));
  }

  private static Picture graph() {
    return new Picture.Graph(
        "chain",
        List.of(
            new Picture.Node(Label.key("eye"), 0, 0.5, 1),
            new Picture.Node(Label.key("dog"), 0.5, 0, 0.6),
            new Picture.Node(Label.key("cat"), 1, 0.5, 0.2),
            new Picture.Node(Label.key("fear"), 0.5, 1, 0)),
        List.of(
            new Picture.Edge(0, 1, 1, Label.literal("2.1")),
            new Picture.Edge(1, 2, 0.4, Label.literal("")),
            new Picture.Edge(2, 1, 0.3, Label.literal("")),
            new Picture.Edge(1, 3, -0.8, Label.literal("")),
            new Picture.Edge(3, 3, 0.5, Label.literal(""))));
  }
}
