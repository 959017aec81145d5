package org.hillock.spiking.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.cell.Release;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.hillock.spiking.lowered.TimeGrid;
import org.hillock.spiking.release.AxonTerminal;

/**
 * A projection whose spikes release vesicles: its synapses by source. Immutable.
 *
 * @param projection its name
 * @param from place of the source population
 * @param to place of the target
 * @param release of each synapse
 * @param pathway number of the projection's pathway: its parts release together
 * @param quantum that a weight is rounded to, in the unit of the weights
 * @param ports of the target
 * @param start by source, its first synapse
 * @param target by synapse, likewise the others
 * @param quanta a vesicle's weight
 * @param delay in steps
 * @param number in the order of the projection
 */
record Terminals(
    String projection,
    int from,
    int to,
    Release release,
    int pathway,
    double quantum,
    Ports ports,
    int[] start,
    int[] target,
    double[] quanta,
    int[] delay,
    int[] number) {

  /** Draws the synapses of a projection. */
  static Terminals of(
      Network network, TimeGrid grid, Projection p, int from, int to, double quantum, Ports ports) {
    Synapses synapses = Wiring.of(network, p);
    int sources = network.population(p.from()).size();
    int count = synapses.count();
    int[] start = new int[sources + 1];
    for (int pre : synapses.pre()) {
      start[pre + 1]++;
    }
    for (int i = 0; i < sources; i++) {
      start[i + 1] += start[i];
    }
    int[] next = start.clone();
    int[] target = new int[count];
    int[] delay = new int[count];
    int[] number = new int[count];
    double[] quanta = new double[count];
    for (int k = 0; k < count; k++) {
      int at = next[synapses.pre()[k]]++;
      target[at] = synapses.post()[k];
      number[at] = k;
      quanta[at] = Math.rint(synapses.weight()[k] / quantum);
      delay[at] = Delays.steps(grid, p, synapses.delayMs()[k]);
    }
    return new Terminals(
        p.name(),
        from,
        to,
        p.release().orElseThrow(),
        network.pathwayIndex(p),
        quantum,
        ports,
        start,
        target,
        quanta,
        delay,
        number);
  }

  /** Those that end in a part of the target, while they run. */
  static final class InBlock {

    private final Terminals all;
    private final BlockLayout.Part part;
    private final double stepMs;

    /** By source, its first synapse here. */
    private final int[] start;

    /** By synapse here, its place in the whole. */
    private final int[] place;

    private final AxonTerminal[] terminals;

    /** What arrives, by step: cells within a row, and quanta. */
    private final List<Calendar> days = new ArrayList<>();

    /** What arrives in one step. */
    private static final class Calendar {
      private int[] cell = new int[8];
      private double[] quanta = new double[8];
      private int size;

      void add(int inCell, double amount) {
        if (size == cell.length) {
          cell = Arrays.copyOf(cell, 2 * size);
          quanta = Arrays.copyOf(quanta, 2 * size);
        }
        cell[size] = inCell;
        quanta[size++] = amount;
      }
    }

    InBlock(Terminals all, BlockLayout.Part part, double stepMs, int window) {
      this.all = all;
      this.part = part;
      this.stepMs = stepMs;
      int[] here = new int[all.start.length];
      List<Integer> places = new ArrayList<>();
      for (int source = 0; source + 1 < all.start.length; source++) {
        for (int k = all.start[source]; k < all.start[source + 1]; k++) {
          if (all.target[k] >= part.start() && all.target[k] < part.end()) {
            places.add(k);
          }
        }
        here[source + 1] = places.size();
      }
      start = here;
      place = places.stream().mapToInt(k -> k).toArray();
      terminals = new AxonTerminal[place.length];
      int longest = Arrays.stream(all.delay).max().orElse(1);
      for (int d = 0; d < longest + 2 * window + 2; d++) {
        days.add(new Calendar());
      }
    }

    String projection() {
      return all.projection;
    }

    int from() {
      return all.from;
    }

    /** A trial begins. */
    void restart(long trialSeed) {
      days.forEach(day -> day.size = 0);
      for (int k = 0; k < place.length; k++) {
        long number = AxonTerminal.number(all.pathway, all.number[place[k]]);
        terminals[k] = new AxonTerminal(all.release, trialSeed, number);
      }
    }

    /** A spike of a source has time t_n of step {@code n}. */
    void spike(int source, long n) {
      for (int k = start[source]; k < start[source + 1]; k++) {
        double released = terminals[k].arrives(n * stepMs, n);
        if (released > 0) {
          int at = place[k];
          double quanta = all.quanta[at];
          int cell = part.cell(all.ports.at(quanta), all.target[at]);
          day(n + all.delay[at]).add(cell, Math.rint(quanta * released));
        }
      }
    }

    private Calendar day(long step) {
      return days.get((int) (step % days.size()));
    }

    /**
     * Puts what arrives in a step into the cells.
     *
     * @param lesioned whether it is lost
     * @return synapses reached
     */
    long deliver(long step, Cells cells, boolean lesioned) {
      Calendar day = day(step);
      int base = cells.base(step);
      boolean single = cells.ints.length > 0;
      long reached = lesioned ? 0 : day.size;
      for (int k = 0; k < day.size && !lesioned; k++) {
        if (single) {
          cells.ints[base + day.cell[k]] += (int) day.quanta[k];
        } else {
          cells.doubles[base + day.cell[k]] += day.quanta[k] * all.quantum;
        }
      }
      day.size = 0;
      return reached;
    }
  }

  /** Bytes that it holds, with its terminals. */
  long bytes() {
    return 4L * start.length + (20L + 120 + 2L * release.sites()) * target.length;
  }
}
