package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;

/**
 * What neurons learned to wait for: the weights from every pixel to a neuron, as a picture; the
 * stronger a weight beside the strongest of its neuron, the darker.
 *
 * @param height rows of the image
 * @param width columns of the image
 * @param rows pictures that stand side by side, each row with what is written before it
 */
public record ReceptiveFieldsFigure(int height, int width, Map<String, List<float[]>> rows)
    implements Drawable {

  private static final int MOST_IN_ROW = 12;
  private static final double LABEL = 34;
  private static final double GAP = 5;
  private static final int TONES = 8;

  public ReceptiveFieldsFigure {
    rows = java.util.Collections.unmodifiableMap(new TreeMap<>(rows));
  }

  /**
   * The fields of the neurons that vote, by their labels; empty for a network whose voters do not
   * learn from an image of several rows through listed weights.
   */
  public static Optional<ReceptiveFieldsFigure> of(Network network) {
    if (!(network.decision().orElse(null) instanceof Decision.Votes votes)
        || votes.labels().isEmpty()) {
      return Optional.empty();
    }
    return network.into(votes.population()).stream()
        .filter(p -> p.plasticity().isPresent() && p.connectivity() instanceof Connectivity.Dense)
        .filter(p -> network.population(p.from()).shape().extents().size() == 3)
        .findFirst()
        .flatMap(p -> of(network, p, votes));
  }

  private static Optional<ReceptiveFieldsFigure> of(
      Network network, Projection p, Decision.Votes votes) {
    if (!(p.weights() instanceof Values.Listed listed)) {
      return Optional.empty();
    }
    Population image = network.population(p.from());
    int channels = image.shape().extents().get(2);
    int pixels = image.size() / channels;
    Map<String, List<float[]>> rows = new TreeMap<>();
    for (int neuron = 0; neuron < votes.labels().size(); neuron++) {
      int label = votes.labels().get(neuron);
      List<float[]> own =
          label == Decision.Votes.UNLABELLED
              ? List.of()
              : rows.computeIfAbsent(Integer.toString(label), _ -> new ArrayList<>());
      if (label != Decision.Votes.UNLABELLED && own.size() < MOST_IN_ROW) {
        int first = neuron * image.size();
        float[] field = new float[pixels];
        for (int k = 0; k < pixels; k++) {
          field[k] = (float) Math.abs(listed.numbers().get(first + k * channels));
        }
        own.add(field);
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReceptiveFieldsFigure(
                image.shape().extents().get(0), image.shape().extents().get(1), rows));
  }

  @Override
  public Figure at(double across) {
    Sheet sheet = new Sheet();
    double field = (across - LABEL) / MOST_IN_ROW - GAP;
    double line = field * height / width + GAP;
    double y = 2;
    for (Map.Entry<String, List<float[]>> row : rows.entrySet()) {
      sheet.text(2, y + line / 2, row.getKey());
      for (int k = 0; k < row.getValue().size(); k++) {
        draw(sheet, row.getValue().get(k), LABEL + k * (field + GAP), y, field / width);
      }
      y += line;
    }
    return sheet.figure(
        across,
        y + 4,
        "What the neurons that vote wait for",
        "Each picture is one neuron: the weights of its synapses from the pixels. A row holds"
            + " neurons of one label, at most "
            + MOST_IN_ROW
            + " of them.");
  }

  private void draw(Sheet sheet, float[] weights, double x, double y, double cell) {
    sheet.add(new Mark.Box(x, y, cell * width, cell * height, 0, Ink.BOX, Ink.GRID));
    float most = 0;
    for (float w : weights) {
      most = Math.max(most, w);
    }
    for (int tone = 1; tone <= TONES && most > 0; tone++) {
      float strongest = most;
      int wanted = tone;
      int[] those =
          IntStream.range(0, weights.length)
              .filter(k -> Math.round(weights[k] / strongest * TONES) == wanted)
              .toArray();
      double[] corners = new double[2 * those.length];
      for (int k = 0; k < those.length; k++) {
        corners[2 * k] = x + those[k] % width * cell;
        corners[2 * k + 1] = y + (double) (those[k] / width) * cell;
      }
      if (corners.length > 0) {
        sheet.add(new Mark.Cells(corners, cell, cell, Ink.TEXT, (double) tone / TONES));
      }
    }
  }
}
