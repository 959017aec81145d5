package org.hillock.formats.yaml;

import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Population;
import org.jspecify.annotations.Nullable;

/** The shapes that a projection's numbers have in a tensor file. */
final class TensorShapes {

  private TensorShapes() {}

  /**
   * [target, source] for a matrix, [filters, rows, columns, channels] for a kernel, else none: a
   * plain list. Populations that are not there are told of elsewhere.
   */
  static List<Long> weights(
      Connectivity connectivity, @Nullable Population from, @Nullable Population to) {
    if (from == null || to == null) {
      return List.of();
    }
    return switch (connectivity) {
      case Connectivity.Dense _ -> List.of((long) to.size(), (long) from.size());
      case Connectivity.Convolution c
          when from.shape().extents().size() == 3 && to.shape().extents().size() == 3 ->
          List.of(
              (long) to.shape().channels(),
              (long) c.height(),
              (long) c.width(),
              (long) from.shape().channels() / c.groups());
      default -> List.of();
    };
  }
}
