package org.hillock.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.representation.Representations;
import org.hillock.report.figure.ColourBar;
import org.hillock.report.figure.DotFigure;
import org.hillock.report.figure.ShadesFigure;
import org.hillock.report.text.NumberText;

/** Draws how alike populations hold images apart. */
final class RepresentationFigures {

  private RepresentationFigures() {}

  static List<ReportFigure> of(Representations it) {
    List<String> names = it.populations().stream().map(RepresentationFigures::name).toList();
    List<ReportFigure> figures = new ArrayList<>();
    figures.add(
        new ReportFigure(
            "representations-dissimilarity",
            "Correlation between the distances that two populations put between "
                + it.conditions().size()
                + " labels, each from images that the other was not shown ("
                + it.images()
                + " images, distances crossvalidated). On the diagonal stands how well a population"
                + " agrees with itself on other images: no correlation in its row can be expected to"
                + " be much higher.",
            shades(
                "Dissimilarities alike", names, it.dissimilarity(), "correlation of distances")));
    figures.add(
        new ReportFigure(
            "representations-alignment",
            "Linear centred kernel alignment (CKA) on the same images, unbiased: 1 where one population"
                + " is a turned and scaled copy of the other, 0 where they have nothing to do with each"
                + " other.",
            shades("Kernels aligned", names, it.alignment(), "alignment (CKA)")));
    it.brain().ifPresent(brain -> figures.add(brain(it, names, brain)));
    return figures;
  }

  private static ShadesFigure shades(
      String title, List<String> names, double[][] values, String bar) {
    StringBuilder best = new StringBuilder();
    for (int a = 1; a < names.size(); a++) {
      best.append(a > 1 ? "; " : "").append(names.get(a)).append(" with ").append(names.getFirst());
      best.append(": ").append(told(values[a][0]));
    }
    return new ShadesFigure(
        title,
        best.toString(),
        "",
        "",
        names,
        names,
        values,
        new ColourBar(0, 1, bar + ", from 0 or less to 1"));
  }

  private static ReportFigure brain(
      Representations it, List<String> names, Representations.Brain brain) {
    List<String> networks =
        new ArrayList<>(
            new LinkedHashSet<>(it.populations().stream().map(p -> p.network()).toList()));
    List<DotFigure.Row> rows = new ArrayList<>();
    StringBuilder described = new StringBuilder();
    for (int a = 0; a < names.size(); a++) {
      double value = brain.correlation()[a];
      String text = told(value) + " of at most " + told(brain.ceiling()[a]);
      Optional<DotFigure.Dot> dot =
          Double.isNaN(value)
              ? Optional.empty()
              : Optional.of(new DotFigure.Dot(value, value, value, List.of()));
      int series = Math.max(0, networks.indexOf(it.populations().get(a).network()) - 1);
      rows.add(new DotFigure.Row(names.get(a), series, dot, text));
      described.append(a > 0 ? "; " : "").append(names.get(a)).append(": ").append(text);
    }
    return new ReportFigure(
        "representations-recorded",
        "Correlation of each population's distances with those of "
            + brain.source()
            + ". 'At most' is what the noise of the population itself leaves; that of the recording is"
            + " not known.",
        new DotFigure(
            "Beside recorded responses",
            described.toString(),
            "correlation with the recorded distances",
            AxisDefinition.Scale.CORRELATION,
            rows,
            List.of()));
  }

  private static String told(double value) {
    return Double.isNaN(value) ? "none" : NumberText.number(value);
  }

  private static String name(Representations.Place place) {
    return place.network().isEmpty()
        ? "the image itself"
        : place.network() + ": " + place.population();
  }
}
