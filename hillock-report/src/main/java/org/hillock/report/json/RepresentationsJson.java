package org.hillock.report.json;

import org.hillock.lab.representation.Representations;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How alike populations hold images apart, as JSON: matrices by row, null where there is no value.
 */
final class RepresentationsJson {

  private RepresentationsJson() {}

  static void write(ObjectNode node, Representations representations) {
    representations.conditions().forEach(node.putArray("conditions")::add);
    node.put("images", representations.images());
    ArrayNode populations = node.putArray("populations");
    for (Representations.Place place : representations.populations()) {
      ObjectNode one = populations.addObject();
      one.put("network", place.network());
      one.put("population", place.population());
    }
    matrix(node.putArray("dissimilarity"), representations.dissimilarity());
    matrix(node.putArray("ceiling"), representations.ceiling());
    matrix(node.putArray("alignment"), representations.alignment());
    representations
        .brain()
        .ifPresent(brain -> {
          ObjectNode beside = node.putObject("brain");
          beside.put("source", brain.source());
          row(beside.putArray("correlation"), brain.correlation());
          row(beside.putArray("ceiling"), brain.ceiling());
        });
  }

  private static void matrix(ArrayNode rows, double[][] values) {
    for (double[] row : values) {
      row(rows.addArray(), row);
    }
  }

  private static void row(ArrayNode to, double[] values) {
    for (double value : values) {
      if (Double.isFinite(value)) {
        to.add(value);
      } else {
        to.addNull();
      }
    }
  }
}
