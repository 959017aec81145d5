package org.hillock.deep;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.quantity.Unit;
import org.hillock.core.session.Site;
import org.hillock.spiking.modulation.Activity;
import org.hillock.spiking.modulation.Hand;
import org.hillock.spiking.modulation.Levels;

/**
 * The levels of a network's modulators from one pass to the next.
 *
 * <p>A pass is a point of their clock. Pass 0 meets the levels of the start; before each later one
 * they go on by the time that a pass takes, {@link Modulator#pass}, driven by what the populations
 * gave in the pass before. During a pass they stand.
 */
final class PassLevels {

  private final Network network;
  private final Levels levels;
  private final double passMs;
  private long passes;

  PassLevels(Network network) {
    this.network = network;
    passMs =
        network.modulators().values().stream()
            .filter(Modulator::changes)
            .findFirst()
            .map(Modulator::pass)
            .orElse(Modulator.STANDARD_PASS)
            .in(Unit.MS);
    levels = new Levels(network, passMs);
  }

  /** What populations gave in a pass; none of them makes spikes. */
  private record Given(ToDoubleFunction<String> mean) implements Activity {
    @Override
    public long spikes(String population) {
      throw new IllegalArgumentException("population '" + population + "' makes no spikes");
    }

    @Override
    public double meanValue(String population) {
      return mean.applyAsDouble(population);
    }
  }

  /** Back to the levels of the start. */
  void restart() {
    passes = 0;
    levels.restart();
  }

  /**
   * Goes on to the next pass.
   *
   * @param hands what is done by hand, by modulator
   * @param mean of the values of a population in the last pass
   */
  void next(Map<String, Hand> hands, ToDoubleFunction<String> mean) {
    double nowMs = passes * passMs;
    levels.heed(hands, nowMs);
    if (passes > 0) {
      levels.advance(nowMs - passMs, nowMs, new Given(mean));
    }
    passes++;
  }

  /** What the modulators scale a population's sum with. */
  double gain(String population) {
    return levels.gain(population);
  }

  /** The modulators that make a gain other than 1 of a population's sum. */
  List<String> acting(String population) {
    return network.modulators().values().stream()
        .filter(m -> levels.level(m.name()) != 0)
        .filter(m ->
            m.targets().stream()
                .anyMatch(t -> t.population().equals(population) && t.strength() != 0))
        .map(Modulator::name)
        .toList();
  }

  /** A variable of a modulator. */
  double value(Site site) {
    return levels.value(site.modulator().orElseThrow(), site.variable().name());
  }
}
