package org.hillock.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;

/** What populations sent in passes before, as far back as a projection hears of it. */
final class SentBefore {

  private final Network network;
  private final Map<String, Integer> depth = new HashMap<>();
  private final Map<String, Deque<NDArray>> sent = new HashMap<>();
  private long rows;

  SentBefore(Network network) {
    this.network = network;
    for (Projection p : network.projections().values()) {
      if (p.passes() > 0) {
        depth.merge(p.from(), p.passes(), Math::max);
      }
    }
    clear();
  }

  /** Nothing was sent. */
  void clear() {
    sent.values().forEach(passes -> passes.forEach(NDArray::close));
    sent.clear();
    depth.keySet().forEach(name -> sent.put(name, new ArrayDeque<>()));
    rows = 1;
  }

  /** Rows of what is remembered; 1 where all of it holds for any row, or there is none. */
  int rows() {
    return Math.toIntExact(rows);
  }

  /** What a projection carries: of this pass, of one before, or nothing before the first. */
  NDArray carried(Projection projection, Map<String, NDArray> now, NDManager pass) {
    if (projection.passes() == 0) {
      return Objects.requireNonNull(now.get(projection.from()));
    }
    return back(projection, projection.passes() - 1)
        .orElseGet(() -> {
          int neurons = network.population(projection.from()).size();
          return pass.zeros(new Shape(1, neurons), DataType.FLOAT32);
        });
  }

  /**
   * What a projection that hears of passes before carried in the last pass, which is over; empty
   * where that was nothing.
   */
  Optional<NDArray> wasCarried(Projection projection) {
    return back(projection, projection.passes());
  }

  private Optional<NDArray> back(Projection projection, int passes) {
    return Objects.requireNonNull(sent.get(projection.from())).stream().skip(passes).findFirst();
  }

  /**
   * Remembers what was sent in a pass that is over.
   *
   * @param now by population; none that is left out is heard of
   * @param owner of what is remembered, which outlives the pass
   * @param copied whether to keep copies, and free those that are no longer heard of
   */
  void remember(Map<String, NDArray> now, NDManager owner, boolean copied) {
    sent.forEach((name, passes) -> {
      NDArray value = now.get(name);
      if (value == null) {
        return;
      }
      rows = Math.max(rows, value.getShape().get(0));
      if (copied) {
        value = value.duplicate();
        value.attach(owner);
      }
      passes.addFirst(value);
      // one more than is heard of next, so that it can be told what was heard of last
      if (passes.size() > Objects.requireNonNull(depth.get(name)) + 1) {
        NDArray last = passes.removeLast();
        if (copied) {
          last.close();
        }
      }
    });
  }
}
