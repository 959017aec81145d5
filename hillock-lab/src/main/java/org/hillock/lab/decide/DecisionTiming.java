package org.hillock.lab.decide;

import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Presentation;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;

/**
 * How long a network that lives in time is given for one decision. Networks without time ignore it.
 *
 * @param stepMs step of the engine in ms
 * @param windowMs time from the onset of the image to the answer in ms, a whole number of steps
 */
public record DecisionTiming(double stepMs, double windowMs) {

  /** Time for a decision where nothing else is asked for. */
  public static final double STANDARD_WINDOW_MS = 32;

  /** Time of a trial of a network that is asked nothing: enough for slow cells to fire. */
  public static final double LEFT_ALONE_MS = 200;

  private static final double COARSE_STEP_MS = 1;
  private static final double FINE_STEP_MS = 0.1;

  /**
   * What the network's {@link Presentation} or {@link Decision.Votes} states; else the standard
   * window ({@link #LEFT_ALONE_MS} where the network decides nothing), in steps of 1 ms where all
   * delays are whole milliseconds and all spiking neurons are perfect integrators (for which the
   * step changes nothing but the grid), else in steps of 0.1 ms; so, too, where the network decides
   * nothing and rate neurons follow equations of their own in time.
   */
  public static DecisionTiming of(Network network) {
    if (network.presentation().filter(p -> !p.countsPasses()).isPresent()) {
      Presentation shown = network.presentation().get();
      return new DecisionTiming(shown.step().in(Unit.MS), shown.windowMs());
    }
    if (network.decision().orElse(null) instanceof Decision.Votes votes) {
      return new DecisionTiming(votes.step().in(Unit.MS), votes.window().in(Unit.MS));
    }
    boolean coarse =
        network.projections().values().stream().allMatch(DecisionTiming::wholeMs)
            && network.populations().values().stream()
                .allMatch(p -> anyStep(p.model(), network.decision().isPresent()));
    return new DecisionTiming(
        coarse ? COARSE_STEP_MS : FINE_STEP_MS,
        network.decision().isPresent() ? STANDARD_WINDOW_MS : LEFT_ALONE_MS);
  }

  private static boolean anyStep(NeuronModel model, boolean decides) {
    boolean plain = model.equations().isEmpty() || decides;
    return model.family() == NeuronModel.Family.RATE ? plain : model.name().equals("if");
  }

  private static boolean wholeMs(Projection projection) {
    return projection
        .delays()
        .filter(_ -> projection.passes() == 0)
        .map(delays ->
            delays instanceof Values.Constant(var delay)
                && delay.in(Unit.MS) == Math.rint(delay.in(Unit.MS)))
        .orElse(true);
  }

  /** Steps of one decision. */
  public int steps() {
    return (int) Math.round(windowMs / stepMs);
  }
}
