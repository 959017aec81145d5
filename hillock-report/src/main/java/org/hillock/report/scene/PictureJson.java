package org.hillock.report.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.lab.scene.Picture;
import org.hillock.report.json.Tree;

/** What a picture is drawn from, as a tree. */
final class PictureJson {

  private PictureJson() {}

  static Tree tree(ToldScene told, Picture picture) {
    Tree tree = new Tree().put("id", picture.id());
    tree.put("title", told.filled(told.texts().get("picture." + picture.id() + ".title")));
    return switch (picture) {
      case Picture.Lines p -> tree.put("kind", "lines").put("curves", curves(told, p));
      case Picture.Dots p -> tree.put("kind", "dots").put("rows", rows(told, p));
      case Picture.Spikes p ->
          tree.put("kind", "spikes")
              .put("fromMs", p.fromMs())
              .put("toMs", p.toMs())
              .put("lanes", lanes(told, p));
      case Picture.Shades p -> shades(told, p, tree.put("kind", "shades"));
      case Picture.Images p -> tree.put("kind", "images").put("images", images(told, p));
      case Picture.Graph p ->
          tree.put("kind", "graph").put("nodes", nodes(told, p)).put("edges", edges(told, p));
      case Picture.Cell p ->
          tree.put("kind", "cell")
              .put("sections", p.tree().size())
              .put("spots", (Object) p.spots().stream().map(Picture.Spot::place).toList());
      case Picture.Film p ->
          tree.put("kind", "film")
              .put("timesMs", p.timesMs())
              .put("pieces", (Object) p.pieces().stream().map(q -> q.place().toString()).toList())
              .put("values", (Object) Arrays.asList(p.values()));
    };
  }

  private static List<Tree> curves(ToldScene told, Picture.Lines lines) {
    return lines.curves().stream()
        .map(c ->
            new Tree().put("name", told.label(lines, c.label())).put("x", c.x()).put("y", c.y()))
        .toList();
  }

  private static List<Tree> rows(ToldScene told, Picture.Dots dots) {
    return dots.rows().stream()
        .map(r ->
            new Tree()
                .put("name", told.label(dots, r.label()))
                .put("value", r.value())
                .put("low", r.low())
                .put("high", r.high()))
        .toList();
  }

  private static List<Tree> lanes(ToldScene told, Picture.Spikes spikes) {
    return spikes.lanes().stream()
        .map(l ->
            new Tree()
                .put("name", told.label(spikes, l.label()))
                .put("neurons", l.neurons())
                .put("timesMs", l.timesMs())
                .put("of", (Object) Arrays.stream(l.of()).boxed().toList()))
        .toList();
  }

  private static Tree shades(ToldScene told, Picture.Shades shades, Tree tree) {
    List<Tree> rows = new ArrayList<>();
    for (int r = 0; r < shades.rows().size(); r++) {
      String name = told.label(shades, shades.rows().get(r));
      rows.add(new Tree().put("name", name).put("values", shades.values()[r]));
    }
    Object columns = shades.columns().stream().map(c -> told.label(shades, c)).toList();
    return tree.put("columns", columns)
        .put("rows", rows)
        .put("low", shades.low())
        .put("high", shades.high());
  }

  private static List<Tree> images(ToldScene told, Picture.Images images) {
    return images.images().stream()
        .map(i -> {
          double[] pixels = new double[i.pixels().length];
          Arrays.setAll(pixels, k -> i.pixels()[k]);
          return new Tree()
              .put("name", told.label(images, i.label()))
              .put("height", i.height())
              .put("width", i.width())
              .put("pixels", pixels);
        })
        .toList();
  }

  private static List<Tree> nodes(ToldScene told, Picture.Graph graph) {
    return graph.nodes().stream()
        .map(n ->
            new Tree()
                .put("name", told.label(graph, n.label()))
                .put("x", n.x())
                .put("y", n.y())
                .put("strength", n.strength()))
        .toList();
  }

  private static List<Tree> edges(ToldScene told, Picture.Graph graph) {
    return graph.edges().stream()
        .map(e ->
            new Tree()
                .put("from", e.from())
                .put("to", e.to())
                .put("weight", e.weight())
                .put("name", told.label(graph, e.label())))
        .toList();
  }
}
