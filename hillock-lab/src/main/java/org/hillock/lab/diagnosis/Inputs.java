package org.hillock.lab.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.lab.analysis.ReceptiveField;
import org.hillock.lab.analysis.Responses;
import org.hillock.lab.bench.Experiment;

/**
 * The inputs of an examination, to be shown again.
 *
 * @param door the population that they are shown on; empty where there is none
 * @param images a row for each; none where nothing is shown
 */
record Inputs(Optional<String> door, float[][] images) implements Watched.Showing {

  /** Share of noise that is mixed in. */
  private static final float NOISE = 0.1f;

  @Override
  public double[][] again(Experiment changed, String population, Optional<String> variable) {
    if (door.isPresent() && images.length > 0) {
      return shown(changed, population, variable, images);
    }
    try (Session session = changed.open()) {
      changed.play(session);
      return session.read(session.bind(new SiteRef(population, List.of(), Map.of(), variable)));
    }
  }

  private double[][] shown(
      Experiment run, String population, Optional<String> variable, float[][] rows) {
    return Responses.of(run, door.orElseThrow(), rows, Set.of(population), variable, Progress.NONE)
        .of(population);
  }

  @Override
  public double[][] nearby(Experiment run, String population) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float[] image : images) {
      for (float pixel : image) {
        least = Math.min(least, pixel);
        most = Math.max(most, pixel);
      }
    }
    float[][] moved = ReceptiveField.noise(images.length, images[0].length, run.options().seed());
    for (int i = 0; i < moved.length; i++) {
      for (int k = 0; k < moved[i].length; k++) {
        moved[i][k] = (1 - NOISE) * images[i][k] + NOISE * (least + (most - least) * moved[i][k]);
      }
    }
    return shown(run, population, Optional.empty(), moved);
  }
}
