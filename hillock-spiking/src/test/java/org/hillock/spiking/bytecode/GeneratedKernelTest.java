package org.hillock.spiking.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.Readout;
import org.hillock.spiking.equation.StepProgram;
import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated does what the interpreter does, to the bit, neuron by neuron. */
class GeneratedKernelTest {

  private static final int SIZE = 300;
  private static final int PADDED = 304;
  private static final int STEPS = 6;
  private static final float QUANTUM = 0x1p-4f;

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void singlePrecisionIsWhatTheInterpreterSays(long seed) {
    StepProgram program = RandomPrograms.of(seed, seed % 2 == 0);
    StepProgram free = program.unperturbed();
    for (boolean alike : new boolean[] {true, false}) {
      LoweredEquations lowered = lowered(program, seed, alike);
      String judged = floats(lowered, free, null, null, seed);
      assertThat(floats(lowered, free, KernelCompiler.floats(free, false), null, seed))
          .isEqualTo(judged);
      assertThat(floats(lowered, free, KernelCompiler.floats(free, true), null, seed))
          .isEqualTo(judged);
      Acts none = acts(false);
      assertThat(floats(lowered, program, KernelCompiler.floats(program, false), none, seed))
          .isEqualTo(floats(lowered, program, null, none, seed));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doublePrecisionIsWhatTheInterpreterSays(long seed) {
    StepProgram program = RandomPrograms.of(seed, seed % 2 == 0);
    StepProgram free = program.unperturbed();
    for (boolean alike : new boolean[] {true, false}) {
      LoweredEquations lowered = lowered(program, seed, alike);
      String judged = doubles(lowered, free, null, null, seed);
      assertThat(doubles(lowered, free, KernelCompiler.doubles(free, false), null, seed))
          .isEqualTo(judged);
      assertThat(doubles(lowered, free, KernelCompiler.doubles(free, true), null, seed))
          .isEqualTo(judged);
    }
  }

  private static LoweredEquations lowered(StepProgram program, long seed, boolean alike) {
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, 1);
    int width = alike ? 1 : SIZE;
    double[][] coefficients = numbers(draws, program.coefficients(), width);
    double[][] initial = numbers(draws, program.states(), SIZE);
    int[] refractory = IntStream.range(0, width).map(_ -> draws.below(3)).toArray();
    NeuronEquations none =
        new NeuronEquations(
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new LoweredEquations(
        none,
        List.of("a", "b"),
        program,
        SIZE,
        width,
        coefficients,
        new double[program.states()][width],
        initial,
        refractory,
        new boolean[program.states()],
        new boolean[0],
        List.of(),
        Readout.NOTHING,
        Optional.empty());
  }

  private static double[][] numbers(Draws draws, int rows, int columns) {
    double[][] all = new double[rows][columns];
    for (double[] row : all) {
      for (int i = 0; i < columns; i++) {
        row[i] = (float) (2 * draws.normal());
      }
    }
    return all;
  }

  private static Acts acts(boolean holding) {
    boolean[] held = new boolean[SIZE];
    held[7] = holding;
    return new Acts(
        0,
        SIZE,
        new boolean[SIZE],
        held,
        new double[SIZE],
        new double[SIZE],
        new double[16],
        new double[16]);
  }

  /** All that can be seen of some steps; by the interpreter where there is no kernel. */
  private static String floats(
      LoweredEquations lowered,
      StepProgram program,
      @Nullable FloatStep step,
      @Nullable Acts acts,
      long seed) {
    EquationFloats n =
        new EquationFloats(lowered, 0, SIZE, PADDED, KernelCompiler.temporaries(program));
    Noise noise = new Noise(program.draws(), 3, 0, 0.1);
    noise.restart(seed);
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, 2);
    n.global[0] = 0.75f;
    for (int i = 0; i < SIZE; i++) {
      for (int k = 0; k < n.state.length; k++) {
        n.state[k][i] = (float) lowered.initial()[k][i];
      }
      n.input[0][i] = (float) draws.normal();
    }
    int stride = RandomPrograms.PORTS * PADDED;
    int[] cells = new int[STEPS * stride];
    for (int c = 0; c < cells.length; c++) {
      cells[c] = draws.uniform() < 0.2 ? draws.below(100) - 50 : 0;
    }
    FiredSpikes fired = new FiredSpikes();
    List<String> spikes = new ArrayList<>();
    if (step != null) {
      Span span = new Span(0, PADDED, 5, STEPS, stride, 0);
      step.step(n, cells, 0, PADDED, QUANTUM, span, noise, fired, acts);
      for (int k = 0; k < fired.size(); k++) {
        spikes.add(fired.neuron(k) + "@" + fired.step(k));
      }
    } else {
      for (int s = 0; s < STEPS; s++) {
        for (int i = 0; i < SIZE; i++) {
          interpret(lowered, program, n, cells, s * stride, noise, 5 + s, i, spikes);
        }
      }
    }
    spikes.sort(null);
    StringBuilder seen = new StringBuilder(spikes.toString());
    for (int i = 0; i < SIZE; i++) {
      for (float[] state : n.state) {
        seen.append(' ').append(Integer.toHexString(Float.floatToIntBits(state[i])));
      }
      seen.append(' ').append(Integer.toHexString(Float.floatToIntBits(n.output[i])));
      seen.append(' ').append(n.freeAt[i]);
    }
    return seen.toString();
  }

  private static void interpret(
      LoweredEquations lowered,
      StepProgram program,
      EquationFloats n,
      int[] cells,
      int row,
      Noise noise,
      int step,
      int i,
      List<String> spikes) {
    StepInterpreter.Meeting m = new StepInterpreter.Meeting(program);
    int p = lowered.width() == 1 ? 0 : i;
    for (int k = 0; k < m.coefficient.length; k++) {
      m.coefficient[k] = lowered.coefficients()[k][p];
    }
    for (int k = 0; k < m.state.length; k++) {
      m.state[k] = n.state[k][i];
    }
    for (int k = 0; k < m.arrived.length; k++) {
      m.arrived[k] = cells[row + k * PADDED + i] * QUANTUM;
    }
    float[] drawn = new float[EquationFloats.TILE];
    for (int k = 0; k < m.draw.length; k++) {
      noise.draw(k, i, 1, step, drawn);
      m.draw[k] = drawn[0];
    }
    m.input[0] = n.input[0][i];
    m.global[0] = n.global[0];
    m.timeMs = noise.timeMs(step);
    m.free = n.freeAt[i] <= step;
    new StepInterpreter(program, true).step(m);
    for (int k = 0; k < m.state.length; k++) {
      n.state[k][i] = (float) m.after[k];
    }
    n.output[i] = (float) m.output;
    if (m.fired) {
      spikes.add(i + "@" + step);
      n.freeAt[i] = step + 1 + lowered.refractorySteps()[p];
    }
  }

  private static String doubles(
      LoweredEquations lowered,
      StepProgram program,
      @Nullable DoubleStep step,
      @Nullable Acts acts,
      long seed) {
    EquationDoubles n =
        new EquationDoubles(lowered, 0, SIZE, PADDED, KernelCompiler.temporaries(program));
    Noise noise = new Noise(program.draws(), 3, 0, 0.1);
    noise.restart(seed);
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, 2);
    n.global[0] = 0.75;
    for (int i = 0; i < SIZE; i++) {
      for (int k = 0; k < n.state.length; k++) {
        n.state[k][i] = lowered.initial()[k][i];
      }
      n.input[0][i] = draws.normal();
    }
    int stride = RandomPrograms.PORTS * PADDED;
    double[] cells = new double[STEPS * stride];
    for (int c = 0; c < cells.length; c++) {
      cells[c] = draws.uniform() < 0.2 ? draws.normal() : 0;
    }
    FiredSpikes fired = new FiredSpikes();
    List<String> spikes = new ArrayList<>();
    if (step != null) {
      Span span = new Span(0, PADDED, 5, STEPS, stride, 0);
      step.step(n, cells, 0, PADDED, 0.7, span, noise, fired, acts);
      for (int k = 0; k < fired.size(); k++) {
        spikes.add(fired.neuron(k) + "@" + fired.step(k));
      }
    } else {
      for (int s = 0; s < STEPS; s++) {
        for (int i = 0; i < SIZE; i++) {
          interpret(lowered, program, n, cells, s * stride, noise, 5 + s, i, spikes);
        }
      }
    }
    spikes.sort(null);
    StringBuilder seen = new StringBuilder(spikes.toString());
    for (int i = 0; i < SIZE; i++) {
      for (double[] state : n.state) {
        seen.append(' ').append(Long.toHexString(Double.doubleToLongBits(state[i])));
      }
      seen.append(' ').append(Long.toHexString(Double.doubleToLongBits(n.output[i])));
      seen.append(' ').append(n.freeAt[i]);
    }
    return seen.toString();
  }

  private static void interpret(
      LoweredEquations lowered,
      StepProgram program,
      EquationDoubles n,
      double[] cells,
      int row,
      Noise noise,
      int step,
      int i,
      List<String> spikes) {
    StepInterpreter.Meeting m = new StepInterpreter.Meeting(program);
    int p = lowered.width() == 1 ? 0 : i;
    for (int k = 0; k < m.coefficient.length; k++) {
      m.coefficient[k] = lowered.coefficients()[k][p];
    }
    for (int k = 0; k < m.state.length; k++) {
      m.state[k] = n.state[k][i];
    }
    for (int k = 0; k < m.arrived.length; k++) {
      m.arrived[k] = cells[row + k * PADDED + i] * 0.7;
    }
    double[] drawn = new double[EquationDoubles.TILE];
    for (int k = 0; k < m.draw.length; k++) {
      noise.draw(k, i, 1, step, drawn);
      m.draw[k] = drawn[0];
    }
    m.input[0] = n.input[0][i];
    m.global[0] = n.global[0];
    m.timeMs = noise.timeMs(step);
    m.free = n.freeAt[i] <= step;
    new StepInterpreter(program, false).step(m);
    for (int k = 0; k < m.state.length; k++) {
      n.state[k][i] = m.after[k];
    }
    n.output[i] = m.output;
    if (m.fired) {
      spikes.add(i + "@" + step);
      n.freeAt[i] = step + 1 + lowered.refractorySteps()[p];
    }
  }
}
