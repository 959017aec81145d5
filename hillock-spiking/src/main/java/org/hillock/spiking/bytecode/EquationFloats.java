package org.hillock.spiking.bytecode;

import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.StepProgram;

/**
 * Neurons of a slice of a population in single precision, and room to reckon in.
 *
 * <p>Parameters of neuron i stand at {@code i & each}: each has its own, or all have the same and
 * there are as many copies as a vector has lanes.
 */
public final class EquationFloats {

  /** Neurons that are reckoned together, so that what lies between stays in the cache. */
  static final int TILE = 128;

  /** By state and neuron. */
  public final float[][] state;

  /** By coefficient and {@code i & each}. */
  final float[][] coefficient;

  final int each;

  /** By neuron: the first step in which it is not refractory. */
  public final int[] freeAt;

  /** Steps that a spike makes it refractory for, by {@code i & each}. */
  final int[] refractory;

  /** By input and neuron: sums that stand during a step. */
  public final float[][] input;

  /** Slow variables. */
  public final float[] global;

  /** What each neuron sends; empty where it sends no numbers. */
  public final float[] output;

  /** What lies between the stages of a step, by neuron of a tile. */
  final float[][] temporary;

  /** Random numbers of a step, by draw and neuron of a tile. */
  final float[][] draw;

  /** When the step began, in ms. */
  float time;

  /**
   * Places that one program serves, all numbers 0.
   *
   * @param coefficients by coefficient and place, or one for all
   * @param padded room for so many, a multiple of the widest vector's lanes
   */
  public EquationFloats(StepProgram program, double[][] coefficients, int padded) {
    int lanes = org.hillock.spiking.kernel.FloatKernels.LANES;
    boolean alike = java.util.Arrays.stream(coefficients).allMatch(c -> c.length == 1);
    int room = alike ? lanes : padded;
    each = alike ? lanes - 1 : -1;
    state = new float[program.states()][padded];
    coefficient = new float[coefficients.length][room];
    for (int k = 0; k < coefficient.length; k++) {
      double[] values = coefficients[k];
      for (int i = 0; i < room; i++) {
        coefficient[k][i] = (float) values[Math.min(i, values.length - 1)];
      }
    }
    refractory = new int[room];
    freeAt = new int[padded];
    input = new float[program.inputs()][padded];
    global = new float[program.globals()];
    output = new float[0];
    temporary = new float[KernelCompiler.temporaries(program)][TILE];
    draw = new float[program.draws().size()][TILE];
  }

  /**
   * Neurons at their start, nowhere refractory.
   *
   * @param from first neuron of the population
   * @param count how many
   * @param padded room for so many, a multiple of the widest vector's lanes
   */
  public EquationFloats(
      LoweredEquations lowered, int from, int count, int padded, int temporaries) {
    int lanes = org.hillock.spiking.kernel.FloatKernels.LANES;
    boolean alike = lowered.width() == 1;
    int room = alike ? lanes : padded;
    each = alike ? lanes - 1 : -1;
    state = new float[lowered.program().states()][padded];
    coefficient = new float[lowered.coefficients().length][room];
    for (int k = 0; k < coefficient.length; k++) {
      double[] values = lowered.coefficients()[k];
      for (int i = 0; i < room; i++) {
        // padding repeats the last neuron, so that nothing odd is reckoned there
        int neuron = alike ? 0 : from + Math.min(i, Math.max(0, count - 1));
        coefficient[k][i] = (float) values[Math.min(neuron, values.length - 1)];
      }
    }
    refractory = new int[room];
    for (int i = 0; i < room && lowered.program().refractory(); i++) {
      int neuron = alike ? 0 : from + Math.min(i, Math.max(0, count - 1));
      refractory[i] = lowered.refractorySteps()[Math.min(neuron, lowered.width() - 1)];
    }
    freeAt = new int[padded];
    for (int i = count; i < padded; i++) {
      freeAt[i] = Integer.MAX_VALUE;
    }
    input = new float[lowered.program().inputs()][padded];
    global = new float[lowered.program().globals()];
    output = new float[lowered.program().output() < 0 ? 0 : padded];
    temporary = new float[temporaries][TILE];
    draw = new float[lowered.program().draws().size()][TILE];
  }
}
