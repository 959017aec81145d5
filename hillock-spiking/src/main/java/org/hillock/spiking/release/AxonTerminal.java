package org.hillock.spiking.release;

import org.hillock.core.cell.Release;
import org.hillock.core.cell.ReleaseProbability;
import org.hillock.core.random.Philox;
import org.hillock.core.random.Purpose;

/**
 * One axon terminal: takes action potentials in the order of time and says how many vesicles each
 * releases.
 *
 * <p>Between action potentials nothing is stepped: calcium, facilitation and refilling have exact
 * solutions over any gap, so the size of a step means nothing. Vesicles that are drawn have the
 * address (seed, terminal, step, site): the same whichever thread asks, and the same at a site
 * whatever happened at others.
 *
 * <p>Not thread-safe; terminals are independent of each other.
 */
public final class AxonTerminal {

  private final Release release;
  private final long seed;
  private final long number;
  private final Vesicles vesicles;
  private double lastMs = Double.NEGATIVE_INFINITY;
  private long lastStep = -1;

  /** Just after the last action potential: calcium above rest in mM, or facilitation. */
  private double residue;

  /**
   * A terminal that has been silent for long: every site is filled.
   *
   * @param seed of the trial
   * @param number of the terminal or synapse among all of the network, 0 to 2^48 - 1
   */
  public AxonTerminal(Release release, long seed, long number) {
    if (number < 0 || number >= 1L << 48) {
      throw new IllegalArgumentException("terminal " + number);
    }
    this.release = release;
    this.seed = seed;
    this.number = number;
    vesicles = release.stochastic() ? new DrawnVesicles() : new MeanVesicles();
  }

  /** The number of the terminal that a synapse of a pathway has, among all of the network. */
  public static long number(int pathway, int synapse) {
    return ((long) pathway << 32) | synapse;
  }

  /** What is ready at a terminal. */
  private sealed interface Vesicles {

    /** Fills empty sites after a gap, each with that probability. */
    void refill(double probability, long step);

    /** How many are ready. */
    double ready();

    /** Releases each with that probability; how many it were. */
    double release(double probability, long step);
  }

  /**
   * An action potential arrives; calcium is that of the terminal's own fast pool.
   *
   * @param timeMs not before the last one
   * @param step of the simulation in which it arrives, after that of the last one, at least 0
   * @return vesicles released, a whole number where they are drawn
   * @throws IllegalArgumentException where time runs back
   */
  public double arrives(double timeMs, long step) {
    double before = remains(timeMs);
    return switch (release.probability()) {
      case ReleaseProbability.Facilitation f -> {
        double u = before + f.utilisation() * (1 - before);
        yield released(timeMs, step, u, u);
      }
      case ReleaseProbability.BoundCalcium c -> {
        double above = before + c.stepMm();
        yield released(timeMs, step, above, c.at(c.restMm() + above));
      }
    };
  }

  /**
   * The same where the cell computes the calcium of this terminal.
   *
   * @param calciumMm that releases, in mM: at the peak of the inflow
   * @throws IllegalArgumentException where time runs back, or release does not follow from calcium
   */
  public double arrives(double timeMs, long step, double calciumMm) {
    if (release.probability() instanceof ReleaseProbability.BoundCalcium c) {
      return released(timeMs, step, calciumMm - c.restMm(), c.at(calciumMm));
    }
    throw new IllegalArgumentException("release does not follow from calcium");
  }

  private double released(double timeMs, long step, double newResidue, double probability) {
    double gap = gap(timeMs);
    if (step <= lastStep) {
      throw new IllegalArgumentException("step " + step + " after step " + lastStep);
    }
    double tau = release.tauRecoveryMs();
    vesicles.refill(tau == 0 ? 1 : -StrictMath.expm1(-gap / tau), step);
    residue = newResidue;
    lastMs = timeMs;
    lastStep = step;
    return vesicles.release(probability, step);
  }

  private double gap(double timeMs) {
    double gap = timeMs - lastMs;
    if (!(gap >= 0)) {
      throw new IllegalArgumentException("an action potential at " + timeMs + " after " + lastMs);
    }
    return gap;
  }

  /** What is left of {@link #residue}. */
  private double remains(double timeMs) {
    double gap = gap(timeMs);
    double tau =
        switch (release.probability()) {
          case ReleaseProbability.Facilitation f -> f.tauFacilitationMs();
          case ReleaseProbability.BoundCalcium c -> c.tauCalciumMs();
        };
    return residue == 0 || tau == 0 ? 0 : residue * StrictMath.exp(-gap / tau);
  }

  /**
   * Calcium in the terminal's own fast pool, in mM; at rest where release does not follow from it,
   * 0.
   *
   * @param timeMs not before the last action potential
   */
  public double calciumMm(double timeMs) {
    return release.probability() instanceof ReleaseProbability.BoundCalcium c
        ? c.restMm() + remains(timeMs)
        : 0;
  }

  /** How many vesicles stood ready when the last action potential had released its share. */
  public double ready() {
    return vesicles.ready();
  }

  /** The mean of many sites. */
  private final class MeanVesicles implements Vesicles {

    private double ready = release.sites();

    @Override
    public void refill(double probability, long step) {
      ready += (release.sites() - ready) * probability;
    }

    @Override
    public double ready() {
      return ready;
    }

    @Override
    public double release(double probability, long step) {
      double released = probability * ready;
      ready -= released;
      return released;
    }
  }

  /** Each site for itself; draws 2·site refill and 2·site + 1 release. */
  private final class DrawnVesicles implements Vesicles {

    private final boolean[] empty = new boolean[release.sites()];
    private int ready = release.sites();

    @Override
    public void refill(double probability, long step) {
      for (int site = 0; site < empty.length && ready < empty.length; site++) {
        if (empty[site] && uniform(step, 2 * site) < probability) {
          empty[site] = false;
          ready++;
        }
      }
    }

    @Override
    public double ready() {
      return ready;
    }

    @Override
    public double release(double probability, long step) {
      int before = ready;
      for (int site = 0; site < empty.length; site++) {
        if (!empty[site] && uniform(step, 2 * site + 1) < probability) {
          empty[site] = true;
          ready--;
        }
      }
      return before - ready;
    }

    /** In [0, 1). */
    private double uniform(long step, int draw) {
      return (Philox.bits(seed, Purpose.RELEASE, number, step, draw) >>> 11) * 0x1p-53;
    }
  }
}
