package org.hillock.deep;

import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.FailureException;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;

/**
 * The weights of a projection of any connectivity as one matrix: 0 where there is no synapse, the
 * sum where there are several.
 *
 * @param sources number of rows
 * @param targets number of columns
 * @param bySource [source, target], row by row: the shape in which a batch of rows is multiplied
 */
record WeightMatrix(int sources, int targets, double[] bySource) {

  /**
   * Lays a projection's synapses out.
   *
   * @throws FailureException where the matrix is too large for one array
   */
  static WeightMatrix of(Network network, Projection projection) {
    Population from = network.population(projection.from());
    Population to = network.population(projection.to());
    int sources = from.size();
    int targets = to.size();
    double[] matrix = new double[cells(projection, sources, targets)];
    Synapses synapses = Wiring.of(network, projection);
    for (int k = 0; k < synapses.count(); k++) {
      matrix[synapses.pre()[k] * targets + synapses.post()[k]] += synapses.weight()[k];
    }
    return new WeightMatrix(sources, targets, matrix);
  }

  private static int cells(Projection projection, int sources, int targets) {
    long cells = (long) sources * targets;
    if (cells > Integer.MAX_VALUE - 8) {
      throw new FailureException(
          "projections."
              + projection.name()
              + ": as a matrix it has "
              + cells
              + " cells, more than the "
              + (Integer.MAX_VALUE - 8)
              + " of the largest array");
    }
    return (int) cells;
  }

  /** In single precision, [source, target]. */
  float[] toFloats() {
    float[] floats = new float[bySource.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) bySource[i];
    }
    return floats;
  }

  /** From [source, target] to the [target, source] in which a network lists dense weights. */
  static double[] listed(float[] bySource, int sources, int targets) {
    double[] byTarget = new double[bySource.length];
    for (int source = 0; source < sources; source++) {
      for (int target = 0; target < targets; target++) {
        byTarget[target * sources + source] = bySource[source * targets + target];
      }
    }
    return byTarget;
  }
}
