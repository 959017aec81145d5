package org.hillock.spiking.lowered;

import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Stimulus;

/** What stimuli the populations of spiking sessions take, told where one does not. */
public final class Stimuli {

  private Stimuli() {}

  /**
   * The row of a frame.
   *
   * @throws UsageException where there are several
   */
  public static float[] onlyRow(Stimulus.Frames frames) {
    if (frames.rows().length != 1) {
      throw new UsageException(
          "a stimulus for '"
              + frames.population()
              + "' has "
              + frames.rows().length
              + " rows; the spiking engine runs one at a time");
    }
    return frames.rows()[0];
  }

  /** What to tell where a population takes no stimulus of that kind. */
  public static UsageException cannotTake(Population population, Stimulus stimulus) {
    String what =
        switch (stimulus) {
          case Stimulus.Frames _ ->
              "a frame; populations of 'input' and 'poisson' neurons take one";
          case Stimulus.SpikeTrains _ ->
              "spike trains; populations of 'spike-list' neurons take them";
          case Stimulus.Nothing _ ->
              "a stimulus; 'input', 'poisson' and 'spike-list' neurons can, and so end one";
        };
    return new UsageException(
        "population '"
            + population.name()
            + "' of model '"
            + population.neuron()
            + "' cannot take "
            + what);
  }
}
