package org.hillock.deep;

import ai.djl.ndarray.NDArray;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.network.RateFunction;
import org.hillock.core.session.Site;

/** What populations gave in the last pass, and what they made it of. */
final class PassValues {

  /** What of a population. */
  enum Of {
    /** What its neurons gave, or are held at. */
    VALUE,
    /** Their sums. */
    SUM,
    /** The second factors of products. */
    RIGHT,
    /** What others received of them. */
    SENT;

    /** What a site of neurons shows. */
    static Of site(Site site) {
      return switch (site.variable().name()) {
        case TensorSession.VALUE -> VALUE;
        case RateFunction.RIGHT -> RIGHT;
        default -> SUM;
      };
    }
  }

  private final Map<Of, Map<String, NDArray>> known = new EnumMap<>(Of.class);

  /** Those that were read, so that each is fetched once. */
  private final Map<NDArray, float[]> fetched = new IdentityHashMap<>();

  PassValues() {
    for (Of what : Of.values()) {
      known.put(what, new HashMap<>());
    }
  }

  void clear() {
    known.values().forEach(Map::clear);
    fetched.clear();
  }

  /** All of one kind, by population. */
  Map<String, NDArray> all(Of what) {
    return Objects.requireNonNull(known.get(what));
  }

  void put(Of what, String population, NDArray tensor) {
    all(what).put(population, tensor);
  }

  /** All numbers of a population, row after row. */
  float[] flat(Of what, String population) {
    return flat(Objects.requireNonNull(all(what).get(population)));
  }

  private float[] flat(NDArray tensor) {
    return fetched.computeIfAbsent(tensor, NDArray::toFloatArray);
  }

  /** One row of a population. */
  double[] row(Of what, String population, int row) {
    return row(Objects.requireNonNull(all(what).get(population)), row);
  }

  /** One row of a tensor of this pass or one before; the only one of those with one. */
  double[] row(NDArray tensor, int row) {
    float[] flat = flat(tensor);
    int rows = Math.toIntExact(tensor.getShape().get(0));
    double[] wide = new double[flat.length / rows];
    // a population that no batch reaches has one row, which holds for all
    int start = rows == 1 ? 0 : row * wide.length;
    for (int i = 0; i < wide.length; i++) {
      wide[i] = flat[start + i];
    }
    return wide;
  }
}
