package org.hillock.lab.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Session;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.lab.bench.Experiment;

/**
 * Receptive fields of some neurons.
 *
 * @param site whose they are
 * @param door the population that noise was shown on
 * @param images how many
 * @param height rows of an image
 * @param width columns; channels, where there are several, are run together with them
 * @param neurons each with its field
 */
public record Fields(
    SiteRef site, String door, int images, int height, int width, List<ReceptiveField> neurons) {

  /** Neurons that fields are kept of. */
  public static final int MOST = 120;

  /**
   * Shows noise.
   *
   * @param scale maps noise of 0..1 to what the network takes
   * @throws UsageException where the site is unknown or has more than {@value #MOST} neurons
   */
  public static Fields of(
      Experiment run,
      SiteRef site,
      String door,
      int images,
      java.util.function.UnaryOperator<float[]> scale,
      Progress progress) {
    Population shown;
    int[] neurons;
    String name;
    try (Session session = run.open()) {
      Site bound = session.bind(site);
      name = bound.population().name();
      neurons = bound.neurons().toArray();
      Population at = session.network().populations().get(door);
      if (at == null) {
        throw new UsageException("there is no population '" + door + "' to show images on");
      }
      shown = at;
    }
    if (neurons.length > MOST) {
      throw new UsageException(
          "site '"
              + site
              + "' has "
              + neurons.length
              + " neurons; fields are shown of up to "
              + MOST
              + ", such as "
              + name
              + "[0..11]");
    }
    float[][] noise = ReceptiveField.noise(images, shown.size(), run.options().seed());
    for (int i = 0; i < noise.length; i++) {
      noise[i] = scale.apply(noise[i]);
    }
    Responses responses = Responses.of(run, door, noise, Set.of(name), progress);
    Optional<double[][]> weights =
        run.subject().described().flatMap(n -> ReceptiveField.weights(n, door, name));
    List<ReceptiveField> all = new ArrayList<>();
    for (int n : neurons) {
      all.add(ReceptiveField.of(n, responses.of(name, n), noise, weights.map(w -> w[n])));
    }
    List<Integer> extents = shown.shape().extents();
    // a foreign graph's images stand as [channels, rows, columns], the others as [rows, columns, …]
    boolean foreign = run.subject().described().isEmpty();
    int height =
        extents.size() < 2 ? 1 : foreign ? extents.get(extents.size() - 2) : extents.get(0);
    return new Fields(site, door, images, height, shown.size() / height, List.copyOf(all));
  }
}
