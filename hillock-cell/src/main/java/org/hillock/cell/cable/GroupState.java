package org.hillock.cell.cable;

import java.util.Arrays;
import java.util.List;
import org.hillock.cell.membrane.Group;
import org.hillock.spiking.bytecode.DoubleStep;
import org.hillock.spiking.bytecode.EquationDoubles;
import org.hillock.spiking.bytecode.KernelCompiler;
import org.hillock.spiking.bytecode.Noise;
import org.hillock.spiking.equation.LoweredMechanism;
import org.hillock.spiking.equation.StepProgram;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.kernel.Span;

/** The states of a mechanism in cells side by side: number {@code place·cells + cell}. */
final class GroupState {

  /** Fewer places than that are reckoned one at a time, to the same bits. */
  private static final int FEWEST = 64;

  /**
   * So many places are reckoned one at a time before vectors take over: until the JVM has compiled
   * vector code it is far slower than code for one place, and a short run ends before that.
   */
  static final long FIRST_PLACES = 2_000_000;

  /** What is left of the number of a step where kernels are told it. */
  static final long STEPS = 0xFFFFFFF;

  private static final FiredSpikes NO_SPIKES = new FiredSpikes();

  final Group group;
  private final int cells;
  private final int count;
  private final long firstPlaces;
  private final int padded;
  private final double stepMs;
  private final Program first;
  private final Program step;
  private final Program before;

  /** What arrived, by place and cell; empty but for receptors. */
  final double[] arrived;

  /** By kept number, as the last step left them: states, then outcomes. */
  double[][] kept;

  /** A program with the coefficients of these places. */
  private final class Program {
    private final StepProgram program;
    private DoubleStep kernel;
    private Noise noise;
    private boolean vectors;
    private long done;
    final EquationDoubles n;

    Program(LoweredMechanism lowered) {
      double[][] coefficients = new double[lowered.coefficients().length][];
      for (int k = 0; k < coefficients.length; k++) {
        double[] each = lowered.coefficients()[k];
        coefficients[k] = each.length == 1 ? each : sideBySide(each);
      }
      program = lowered.program();
      noise = new Noise(List.of(), 0, 0, stepMs);
      kernel = KernelCompiler.doubles(program, false);
      n = new EquationDoubles(lowered.program(), coefficients, padded);
    }

    /** Draws at these addresses from now on. */
    void drawAt(CellDraws draws, int[] addresses, int firstDraw) {
      if (!program.draws().isEmpty()) {
        noise = Noise.at(program.draws(), draws.population(), addresses, firstDraw, stepMs);
        noise.restart(draws.seed());
      }
    }

    /** Goes on from the states of another. */
    void run(double[][] from, double[] cellsArrived, long atStep) {
      done += count;
      if (!vectors && count >= FEWEST && done > firstPlaces) {
        vectors = true;
        kernel = KernelCompiler.doubles(program, true);
      }
      for (int k = 0; k < group.step().states(); k++) {
        if (from[k] != n.state[k]) {
          System.arraycopy(from[k], 0, n.state[k], 0, count);
        }
      }
      Span span = new Span(0, padded, (int) (atStep & STEPS), 1, 0, 0);
      kernel.step(n, cellsArrived, 0, 0, 1, span, noise, NO_SPIKES, null);
      kept = n.state;
    }
  }

  /**
   * States of a mechanism.
   *
   * @param firstPlaces that are reckoned one at a time
   */
  GroupState(Group group, int cells, double stepMs, long firstPlaces) {
    this.firstPlaces = firstPlaces;
    this.group = group;
    this.cells = cells;
    count = group.places() * cells;
    int lanes = FloatKernels.LANES;
    padded = (count + lanes - 1) / lanes * lanes;
    this.stepMs = stepMs;
    first = new Program(group.first());
    step = new Program(group.step());
    before = group.before().map(Program::new).orElse(step);
    arrived = new double[group.before().isPresent() ? padded : 0];
    kept = step.n.state;
  }

  private double[] sideBySide(double[] byPlace) {
    double[] all = new double[count];
    for (int i = 0; i < count; i++) {
      all[i] = byPlace[i / cells];
    }
    return all;
  }

  /** What the programs look up: by input and place. */
  interface Lookup {

    /** Fills in the values of an input at all places, cells side by side. */
    void fill(Group.Input input, int[] nodes, double[] into);
  }

  /**
   * States at the start.
   *
   * @param slot number of the first place among those of all mechanisms
   * @param slots how many these are
   */
  void restart(Lookup lookup, CellDraws draws, int slot, int slots) {
    Program start = new Program(group.start());
    int[] addresses = new int[padded];
    for (int i = 0; i < count; i++) {
      addresses[i] = draws.address(i % cells, slot + i / cells, slots);
    }
    for (Program each : List.of(start, first, step)) {
      each.drawAt(draws, addresses, 0);
    }
    if (before != step) {
      before.drawAt(draws, addresses, group.step().program().draws().size());
    }
    fill(lookup, start);
    start.run(start.n.state, new double[padded], 0);
    double[][] begin = start.n.state;
    kept = step.n.state;
    for (int k = 0; k < group.step().states(); k++) {
      System.arraycopy(begin[k], 0, kept[k], 0, count);
    }
    Arrays.fill(arrived, 0);
  }

  private void fill(Lookup lookup, Program program) {
    for (int k = 0; k < program.n.input.length; k++) {
      lookup.fill(group.inputs().get(k), group.nodes(), program.n.input[k]);
    }
  }

  /** One step: states, then outcomes. */
  void step(Lookup lookup, long atStep) {
    Program now = atStep == 0 ? first : step;
    if (atStep > 0 && before != step) {
      fill(lookup, before);
      before.run(kept, arrived, atStep);
    }
    fill(lookup, now);
    now.run(kept, arrived, atStep);
  }

  /** Adds currents, outward above 0, and their slopes to those of the nodes. */
  void addTo(double[] into, double[] slopes) {
    add(kept[group.current()], kept[group.slope()], into, slopes);
  }

  /**
   * Adds the currents of a carried ion, per area, and their slopes.
   *
   * @param membraneUm2 by node
   */
  void addIon(int carried, double[] membraneUm2, double[] current, double[] slope) {
    double[] from = kept[group.current(carried)];
    double[] fromSlope = kept[group.current(carried) + 1];
    for (int k = 0; k < group.places(); k++) {
      int to = group.nodes()[k] * cells;
      // 1 for what is reckoned per area
      double share = group.areaUm2()[k] / membraneUm2[group.nodes()[k]];
      for (int c = 0; c < cells; c++) {
        current[to + c] += share * from[k * cells + c];
        slope[to + c] += share * fromSlope[k * cells + c];
      }
    }
  }

  private void add(double[] current, double[] slope, double[] into, double[] slopes) {
    int[] nodes = group.nodes();
    double[] areas = group.areaUm2();
    if (cells == 1) {
      for (int k = 0; k < nodes.length; k++) {
        into[nodes[k]] -= areas[k] * current[k];
        slopes[nodes[k]] += areas[k] * slope[k];
      }
      return;
    }
    for (int k = 0; k < nodes.length; k++) {
      int to = nodes[k] * cells;
      int from = k * cells;
      double area = areas[k];
      for (int c = 0; c < cells; c++) {
        into[to + c] -= area * current[from + c];
        slopes[to + c] += area * slope[from + c];
      }
    }
  }

  /** A kept number of a place of a cell; its shift is added where it is a state. */
  double kept(int number, int place, int cell) {
    double shift = number < group.step().states() ? group.shift(number, place) : 0;
    return kept[number][place * cells + cell] + shift;
  }
}
