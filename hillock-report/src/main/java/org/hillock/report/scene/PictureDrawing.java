package org.hillock.report.scene;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.hillock.core.cell.Place;
import org.hillock.core.cell.SectionKind;
import org.hillock.lab.axis.AxisDefinition.Scale;
import org.hillock.lab.comparison.Raster;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;
import org.hillock.report.figure.CellFigure;
import org.hillock.report.figure.CellFramesFigure;
import org.hillock.report.figure.ColourBar;
import org.hillock.report.figure.Dash;
import org.hillock.report.figure.DotFigure;
import org.hillock.report.figure.Drawable;
import org.hillock.report.figure.FigureWords;
import org.hillock.report.figure.GraphFigure;
import org.hillock.report.figure.ImagesFigure;
import org.hillock.report.figure.Ink;
import org.hillock.report.figure.LinesFigure;
import org.hillock.report.figure.RasterFigure;
import org.hillock.report.figure.ShadesFigure;
import org.hillock.report.text.NumberText;

/** Draws a picture of a scene with the words of a language. */
final class PictureDrawing {

  /** From this ratio of largest to smallest, values need an axis of powers of ten. */
  private static final double LOG_FROM = 500;

  private final ToldScene told;
  private final Picture picture;
  private final String title;
  private final String caption;

  PictureDrawing(ToldScene told, Picture picture) {
    this.told = told;
    this.picture = picture;
    title = filled("title");
    caption = filled("caption");
  }

  private String filled(String key) {
    return told.filled(told.texts().get("picture." + picture.id() + "." + key));
  }

  private String orElse(String key, String other) {
    return told.texts().find("picture." + picture.id() + "." + key).map(told::filled).orElse(other);
  }

  private String label(Label label) {
    return told.label(picture, label);
  }

  private FigureWords words() {
    SceneTexts texts = told.texts();
    return new FigureWords(
        texts.get("figure.undefined"),
        texts.get("figure.not-from-zero"),
        texts.get("figure.logarithmic"),
        texts.get("figure.cut-off"),
        texts.get("figure.neurons"),
        texts.get("figure.time"),
        texts.get("figure.strengthens"),
        texts.get("figure.weakens"));
  }

  Drawable drawable() {
    return switch (picture) {
      case Picture.Lines lines -> lines(lines);
      case Picture.Dots dots -> dots(dots);
      case Picture.Spikes spikes -> spikes(spikes);
      case Picture.Shades shades -> shades(shades);
      case Picture.Images images -> images(images);
      case Picture.Graph graph -> graph(graph);
      case Picture.Cell cell -> cell(cell);
      case Picture.Film film -> film(film);
    };
  }

  private Drawable lines(Picture.Lines lines) {
    List<LinesFigure.Curve> curves = new ArrayList<>();
    for (Picture.Curve curve : lines.curves()) {
      Dash dash = curve.dashed() ? Dash.DASHED : Dash.SOLID;
      String name = label(curve.label());
      curves.add(new LinesFigure.Curve(name, curves.size(), dash, curve.x(), curve.y()));
    }
    return new LinesFigure(title, caption, filled("x"), filled("y"), curves, lines.marked());
  }

  private Drawable dots(Picture.Dots dots) {
    List<DotFigure.Row> rows = new ArrayList<>();
    for (Picture.Dot dot : dots.rows()) {
      boolean known = Double.isFinite(dot.value());
      rows.add(
          new DotFigure.Row(
              label(dot.label()),
              dot.series(),
              known
                  ? Optional.of(
                      new DotFigure.Dot(
                          dot.value(),
                          Double.isFinite(dot.low()) ? dot.low() : dot.value(),
                          Double.isFinite(dot.high()) ? dot.high() : dot.value(),
                          List.of()))
                  : Optional.empty(),
              known ? NumberText.number(dot.value()) : told.texts().get("figure.undefined")));
    }
    double[] values =
        dots.rows().stream()
            .flatMapToDouble(d -> DoubleStream.of(d.low(), d.value(), d.high()))
            .filter(Double::isFinite)
            .toArray();
    double least = DoubleStream.of(values).min().orElse(0);
    double most = DoubleStream.of(values).max().orElse(0);
    Scale scale = least > 0 && most / least >= LOG_FROM ? Scale.LOGARITHMIC : Scale.LINEAR;
    return new DotFigure(title, caption, filled("x"), scale, rows, List.of(), words());
  }

  private Drawable spikes(Picture.Spikes spikes) {
    List<Raster.Lane> lanes =
        spikes.lanes().stream()
            .map(l -> new Raster.Lane(label(l.label()), l.neurons(), l.timesMs(), l.of()))
            .toList();
    return new RasterFigure(lanes, spikes.fromMs(), spikes.toMs(), title, caption, words());
  }

  private Drawable shades(Picture.Shades shades) {
    return new ShadesFigure(
        title,
        caption,
        orElse("x", ""),
        orElse("y", ""),
        shades.rows().stream().map(this::label).toList(),
        shades.columns().stream().map(this::label).toList(),
        shades.values(),
        new ColourBar(shades.low(), shades.high(), orElse("value", title)));
  }

  private Drawable images(Picture.Images images) {
    return new ImagesFigure(
        title,
        caption,
        orElse("x", ""),
        images.images().stream()
            .map(i -> new ImagesFigure.Image(label(i.label()), i.height(), i.width(), i.pixels()))
            .toList());
  }

  private Drawable graph(Picture.Graph graph) {
    return new GraphFigure(
        title,
        caption,
        graph.nodes().stream()
            .map(n -> new GraphFigure.Node(label(n.label()), n.x(), n.y(), n.strength()))
            .toList(),
        graph.edges().stream()
            .map(e -> new GraphFigure.Edge(e.from(), e.to(), e.weight(), label(e.label())))
            .toList(),
        words());
  }

  private Drawable cell(Picture.Cell cell) {
    Map<SectionKind, String> names = new EnumMap<>(SectionKind.class);
    Map<SectionKind, String> does = new EnumMap<>(SectionKind.class);
    for (SectionKind kind : SectionKind.values()) {
      names.put(kind, told.texts().get("part." + kind));
      does.put(kind, told.texts().get("part.does." + kind));
    }
    List<CellFigure.Spot> spots =
        cell.spots().stream()
            .map(s ->
                new CellFigure.Spot(
                    Place.parse("place", s.place()),
                    s.mark(),
                    Ink.series(s.series()),
                    label(s.label())))
            .toList();
    return new CellFigure(title, caption, cell.tree(), spots, names, does);
  }

  private Drawable film(Picture.Film film) {
    List<CellFramesFigure.Frame> frames = new ArrayList<>();
    for (int still : film.stills()) {
      String at = String.format(Locale.ROOT, "%.1f ms", film.timesMs()[still]);
      frames.add(new CellFramesFigure.Frame(at, film.values()[still]));
    }
    return new CellFramesFigure(
        title, caption, film.tree(), film.pieces(), frames, film.low(), film.high(), filled("x"));
  }
}
