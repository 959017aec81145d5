package org.hillock.spiking.block;

import java.util.List;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.Wiring;
import org.hillock.spiking.lowered.TimeGrid;

/** The delays of a projection in steps, as far as its description tells. */
final class Delays {

  private Delays() {}

  /** The delay of all its synapses; 0 where they differ. */
  static int constant(Network network, TimeGrid grid, Projection p) {
    if (p.delays().isEmpty()) {
      return 1;
    }
    var delays = Wiring.delaysMs(network, p).orElseThrow();
    return delays.same() ? grid.statedDelay(path(p), delays.at(0)) : 0;
  }

  /** The delay of all synapses of some projections; 0 where there is no such. */
  static int common(Network network, TimeGrid grid, List<Projection> projections) {
    int common = projections.isEmpty() ? 1 : constant(network, grid, projections.getFirst());
    for (Projection p : projections) {
      common = constant(network, grid, p) == common ? common : 0;
    }
    return common;
  }

  /** The shortest that can come. */
  static int least(Network network, TimeGrid grid, Projection p) {
    int constant = constant(network, grid, p);
    if (constant > 0) {
      return constant;
    }
    return switch (p.delays().orElseThrow()) {
      case Values.Drawn(Distribution d) -> {
        double ms = d.unit().to(Unit.MS, d.least());
        yield ms > 0 ? grid.drawnDelay(path(p), ms) : 1;
      }
      case Values.Listed l -> {
        int least = Integer.MAX_VALUE;
        for (int k = 0; k < l.numbers().size(); k++) {
          double ms = l.unit().to(Unit.MS, l.numbers().get(k));
          least = Math.min(least, grid.statedDelay(path(p), ms));
        }
        yield least;
      }
      case Values.PerChannel _ ->
          throw new IllegalStateException("delays by channel are refused before");
      case Values.Constant _ -> constant;
    };
  }

  /** The delay of one synapse in steps. */
  static int steps(TimeGrid grid, Projection p, double ms) {
    if (p.delays().isEmpty()) {
      return 1;
    }
    boolean drawn = p.delays().get() instanceof Values.Drawn;
    return drawn ? grid.drawnDelay(path(p), ms) : grid.statedDelay(path(p), ms);
  }

  static String path(Projection p) {
    return "projections." + p.name() + ".delay";
  }
}
