package org.hillock.app.shell;

import org.hillock.lab.decide.Respondent;
import org.hillock.onnx.answer.AnsweringGraph;

/** A graph of an ONNX file as the axes of a comparison ask it. */
public final class GraphRespondent {

  private GraphRespondent() {}

  /** A graph that is run as it stands. */
  public static Respondent.AsItStands of(AnsweringGraph graph) {
    return new Respondent.AsItStands(
        graph.outline(), graph.dataflow(), graph.told(), graph::open, () -> of(graph.steady()));
  }
}
