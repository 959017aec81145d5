package org.hillock.spiking.block;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.Numbers;
import org.hillock.core.problem.UsageException;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.kernel.PoissonPart;
import org.hillock.spiking.lowered.ArrivalGrid;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.SourceRates;
import org.hillock.spiking.lowered.SpikeSchedule;
import org.hillock.spiking.lowered.TimeGrid;

/** Sources in one block that make spikes which are then delivered like those of neurons. */
interface SpikeSource {

  /** Makes the spikes of some steps. */
  void step(long from, int steps, long origin, FiredSpikes fired);

  /** Back to the start of a trial. */
  void restart(long trialSeed);

  /** Poisson sources of any rates. */
  final class Noise implements SpikeSource {
    private final BlockLayout.Part part;
    private final SourceRates rates;
    private final PoissonPart sources;
    private final FloatKernels kernels;

    Noise(
        String population,
        int place,
        BlockLayout.Part part,
        Dynamics.Poisson sources,
        FloatKernels kernels) {
      this.part = part;
      this.kernels = kernels;
      rates = new SourceRates(population, sources.meanPerStep());
      this.sources = new PoissonPart(place, part.start(), part.count());
      changed();
    }

    private void changed() {
      sources.tables(Arrays.copyOfRange(rates.now(), part.start(), part.end()));
    }

    @Override
    public void step(long from, int steps, long origin, FiredSpikes fired) {
      for (long n = from; n < from + steps; n++) {
        kernels.fire(sources, n, (int) (n - origin), fired);
      }
    }

    /**
     * Fires at a frame's numbers times the rates of its own from step {@code n} on.
     *
     * @throws UsageException as {@link SourceRates#present}
     */
    void present(float[] row, long n) {
      rates.present(row, n, 0);
      changed();
    }

    /** Fires no more from step {@code n} on. */
    void presentNothing(long n) {
      rates.presentNothing(n, 0);
      changed();
    }

    @Override
    public void restart(long trialSeed) {
      sources.restart(trialSeed);
      if (rates.anyShown()) {
        rates.restart();
        changed();
      }
    }
  }

  /** Listed spikes of a whole population. */
  final class Listed implements SpikeSource {
    private final String population;
    private final int size;
    private final TimeGrid grid;
    private final SpikeSchedule own;
    private SpikeSchedule schedule;
    private int next;

    Listed(String population, int size, TimeGrid grid, SpikeSchedule own) {
      this.population = population;
      this.size = size;
      this.grid = grid;
      this.own = own;
      schedule = own;
      check(own);
    }

    /** A spike of step s has time t_s, so it is found in step s - 1. */
    @Override
    public void step(long from, int steps, long origin, FiredSpikes fired) {
      while (next < schedule.size() && schedule.step()[next] <= from + steps) {
        fired.add(schedule.neuron()[next], (int) (schedule.step()[next] - 1 - origin));
        next++;
      }
    }

    @Override
    public void restart(long trialSeed) {
      schedule = own;
      next = 0;
    }

    /**
     * Takes trains that count from t_n, in place of what was listed.
     *
     * @throws UsageException where there is not one train for each neuron, or a time does not fit
     */
    void present(List<Numbers> timesMs, long n) {
      if (timesMs.size() != size) {
        throw new UsageException(
            "a stimulus for '"
                + population
                + "' has "
                + timesMs.size()
                + " spike trains where the population has "
                + size
                + " neurons");
      }
      SpikeSchedule presented = SpikeSchedule.of(population, timesMs, grid, n, 1);
      check(presented);
      schedule = presented;
      next = 0;
    }

    /** Ends all listed spikes. */
    void presentNothing() {
      schedule = SpikeSchedule.EMPTY;
      next = 0;
    }

    /** More spikes at once than the grid of weights leaves room for would be counted wrongly. */
    private void check(SpikeSchedule listed) {
      int run = 1;
      for (int k = 1; k < listed.size(); k++) {
        boolean again =
            listed.step()[k] == listed.step()[k - 1]
                && listed.neuron()[k] == listed.neuron()[k - 1];
        run = again ? run + 1 : 1;
        if (run > ArrivalGrid.MOST_COINCIDENT) {
          throw new UsageException(
              "spikes of '"
                  + population
                  + "', neuron "
                  + listed.neuron()[k]
                  + ": more than "
                  + ArrivalGrid.MOST_COINCIDENT
                  + " at one time, "
                  + grid.timeMs(listed.step()[k])
                  + " ms");
        }
      }
    }
  }
}
