package org.hillock.report.figure;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.report.text.NeuronNaming;

/**
 * A drawing in which neurons are called by their names where it has their numbers. A name that
 * would run off the page is cut.
 *
 * @param drawing with numbers
 * @param network whose names are taken; empty where nobody knows it
 */
public record NamedFigure(Drawable drawing, Optional<Network> network) implements Drawable {

  @Override
  public Figure at(double width) {
    Figure figure = drawing.at(width);
    List<Mark> marks = figure.marks().stream().map(mark -> named(mark, figure.width())).toList();
    return new Figure(
        figure.width(),
        figure.height(),
        NeuronNaming.of(network, figure.title()),
        NeuronNaming.of(network, figure.description()),
        marks);
  }

  private Mark named(Mark mark, double width) {
    if (!(mark instanceof Mark.Text text)) {
      return mark;
    }
    String name = NeuronNaming.of(network, text.text());
    if (name.equals(text.text())) {
      return mark;
    }
    double room =
        switch (text.anchor()) {
          case START -> width - text.x();
          case END -> text.x();
          case MIDDLE -> 2 * Math.min(text.x(), width - text.x());
        };
    return new Mark.Text(
        text.x(),
        text.y(),
        Lettering.fit(name, text.size(), room),
        text.size(),
        text.anchor(),
        text.ink());
  }
}
