package org.hillock.lab.trace;

import java.util.List;
import java.util.Optional;

/**
 * What followed from a cause.
 *
 * @param cause in words
 * @param reached neurons that did something else because of it, first those that changed first (in
 *     time) or most (without time)
 * @param links the synapses that it went through, strongest first for each neuron reached
 * @param carriers the smallest set found that carries it to the target; empty where no target was
 *     asked for, or nothing reached it
 * @param controls the same question to networks with shuffled wiring; none where there is no such
 *     control, see {@code noControl}
 * @param noControl why there is no control; empty where there is
 */
public record Trace(
    String cause,
    List<Reached> reached,
    List<Link> links,
    Optional<Carriers> carriers,
    List<Control> controls,
    String noControl) {

  /**
   * A neuron that did something else.
   *
   * @param before its level without the cause: Hz, or its value
   * @param after with it
   * @param firstMs when its spikes first differ in ms; {@link Double#NaN} without spikes
   * @param gained spikes that it made only with the cause; 0 without spikes
   * @param lost spikes that it made only without it
   */
  public record Reached(
      Neuron neuron, double before, double after, double firstMs, int gained, int lost) {}

  /**
   * A synapse that brought a neuron something else than without the cause, before that changed.
   *
   * @param projection its name
   * @param weight with the sign of its receptor
   * @param atMs when it brought that; {@link Double#NaN} without time
   * @param brought what it brought more: the weight of a spike gained, less that of one lost;
   *     without time the change of weight times value
   */
  public record Link(
      String projection, Neuron from, Neuron to, double weight, double atMs, double brought) {}

  /**
   * A set of neurons that is enough for the effect and of which none can be left out.
   *
   * @param target in words
   * @param unit of the effect
   * @param effect on the target, of the whole network
   * @param kept share of the effect that is left when all other neurons reached are cut off
   * @param without share that is left when these are cut off
   * @param neurons the set
   * @param candidates neurons that it was searched among
   * @param runs that it took
   * @param whole whether the search came to its end; else the set can be smaller
   */
  public record Carriers(
      String target,
      String unit,
      double effect,
      double kept,
      double without,
      List<Neuron> neurons,
      int candidates,
      int runs,
      boolean whole) {}

  /**
   * One network with shuffled wiring.
   *
   * @param reached how many neurons the cause reached there
   * @param effect on the target there
   * @param kept share of the true effect that the carriers alone make there
   */
  public record Control(int reached, double effect, double kept) {}

  public Trace {
    reached = List.copyOf(reached);
    links = List.copyOf(links);
    controls = List.copyOf(controls);
  }
}
