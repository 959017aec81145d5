package org.hillock.spiking.equation;

import java.util.List;
import java.util.Optional;

/**
 * A rule of plasticity as kernels need it. All numbers are in coherent units; weights are shares of
 * the largest.
 *
 * <p>What a synapse keeps is laid out as the states of a {@link Rule}: its weight, its other
 * states, and, where these move between events, the step in which they were last brought up to
 * date. A rule of a row (one source, many targets) reads what stands before the synapses as globals
 * and what stands behind them as inputs; a rule of a column (one target, many sources) the other
 * way round. Globals are modulators, then those states, then the number of the present step.
 *
 * @param before names of the states of a presynaptic neuron; kept as their numbers less {@code
 *     beforeShift}
 * @param behind likewise of a postsynaptic one
 * @param within of the other states of a synapse
 * @param modulators in the order of the globals, by their names in the rule
 * @param standard what a modulator is where the network has none
 * @param moving whether states of a synapse move between events
 * @param beforeStep a step of what stands before; empty where nothing does
 * @param behindStep a step of what stands behind
 * @param beforeStart kept numbers at the start
 * @param behindStart likewise
 * @param withinStart of the other states of a synapse
 * @param beforeJump what an arriving spike does before the synapse; empty where nothing. Its
 *     globals are the modulators
 * @param behindJump what a spike of the target does behind it
 * @param onPre of a row: an arriving spike. What it brings stands behind the states where {@code
 *     sends}
 * @param onPost of a column: a spike of the target
 * @param every of rows, at regular times
 * @param refresh of rows: brings states up to date and does nothing else; empty where none moves
 * @param changesOnPre whether an arriving spike changes what a synapse keeps
 * @param changesOnPost whether a spike of the target does
 * @param sends whether a spike brings something else than the weight as it found it
 */
public record LoweredSynapse(
    List<String> before,
    List<String> behind,
    List<String> within,
    List<String> modulators,
    double[] standard,
    boolean moving,
    Optional<Rule> beforeStep,
    Optional<Rule> behindStep,
    double[] beforeStart,
    double[] behindStart,
    double[] withinStart,
    Optional<Rule> beforeJump,
    Optional<Rule> behindJump,
    Rule onPre,
    Rule onPost,
    List<Pass> every,
    Optional<Rule> refresh,
    boolean changesOnPre,
    boolean changesOnPost,
    boolean sends) {

  /** A program whose coefficients are the same for all. */
  public record Rule(StepProgram program, double[][] coefficients) {}

  /**
   * What is done to all synapses at regular times.
   *
   * @param intervalSteps at least 1
   * @param totals one for each sum over the synapses of a neuron: what is added up stands behind
   *     the states
   * @param statements their first inputs are the totals
   */
  public record Pass(int intervalSteps, List<Rule> totals, Rule statements) {
    public Pass {
      totals = List.copyOf(totals);
    }
  }

  /**
   * Numbers that a synapse keeps: its weight, its states, and when they were brought up to date.
   */
  public int kept() {
    return 1 + within.size() + (moving ? 1 : 0);
  }

  /** The global that is the number of the present step, in rules of rows and columns. */
  public int now() {
    return modulators.size() + Math.max(before.size(), behind.size());
  }
}
