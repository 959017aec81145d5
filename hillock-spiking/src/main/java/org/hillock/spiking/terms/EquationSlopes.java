package org.hillock.spiking.terms;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.Node;
import org.hillock.spiking.equation.Operation;
import org.hillock.spiking.equation.Readout;
import org.hillock.spiking.equation.StepProgram;

/** Walks a neuron told by equations backwards. */
final class EquationSlopes {

  private final EquationMembrane membrane;
  private final LoweredEquations lowered;
  private final StepProgram program;
  private final Membrane.Explained what;
  private final Linearity linearity;

  private EquationSlopes(EquationMembrane membrane, Membrane.Explained what) {
    this.membrane = membrane;
    this.what = what;
    lowered = membrane.lowered();
    program = lowered.program();
    linearity = new Linearity(program.nodes(), n -> moves(program.nodes().get(n)));
  }

  private static boolean moves(Node node) {
    return switch (node.operation()) {
      case STATE, ARRIVED, INPUT, STIMULUS, DRAW -> true;
      default -> false;
    };
  }

  static Optional<Slopes> of(
      EquationMembrane membrane, Membrane.Explained what, Membrane.Window w) {
    EquationSlopes slopes = new EquationSlopes(membrane, what);
    return slopes.straight() ? Optional.of(slopes.back(w)) : Optional.empty();
  }

  /** Whether all that is explained hangs on what comes in straight lines. */
  private boolean straight() {
    BitSet needed = new BitSet();
    BitSet looked = new BitSet();
    if (lowered.hasState(what.name())) {
      needed.set(lowered.state(what.name()));
    } else if (membrane.defines(what.name())) {
      Readout readout = lowered.readout();
      Linearity of = read();
      if (!of.straight(readout.roots().get(readout.names().indexOf(what.name())))) {
        return false;
      }
      readout.nodes().stream()
          .filter(n -> n.operation() == Operation.STATE)
          .forEach(n -> needed.set(n.index()));
    } else {
      if (!linearity.straight(program.output())) {
        return false;
      }
      states(program.output(), needed);
    }
    while (looked.cardinality() < needed.cardinality()) {
      int k = looked.nextClearBit(0);
      while (!needed.get(k)) {
        k = looked.nextClearBit(k + 1);
      }
      looked.set(k);
      for (int root : List.of(program.next().get(k), program.reset().get(k))) {
        if (root != StepProgram.NONE) {
          if (!linearity.straight(root)) {
            return false;
          }
          states(root, needed);
        }
      }
    }
    return true;
  }

  private Linearity read() {
    List<Node> nodes = lowered.readout().nodes();
    return new Linearity(nodes, n -> nodes.get(n).operation() == Operation.STATE);
  }

  private void states(int root, BitSet into) {
    BitSet seen = new BitSet();
    seen.set(root);
    for (int n = root; n >= 0; n--) {
      if (!seen.get(n) || linearity.fixed(n)) {
        continue;
      }
      Node node = program.nodes().get(n);
      if (node.operation() == Operation.STATE) {
        into.set(node.index());
      }
      for (int k = 0; k < node.operation().arguments(); k++) {
        seen.set(node.argument(k));
      }
    }
  }

  private Slopes back(Membrane.Window w) {
    int steps = (int) (w.end() - w.begin());
    double[][] arriving = new double[membrane.slots()][steps];
    double[] pushing = new double[steps];
    double noise = 0;
    double held = 0;
    boolean[] free = free(w, steps);
    EquationStep step = new EquationStep(membrane);
    double[] byState = new double[program.states()];
    double[] slope = new double[program.nodes().size()];
    for (int s = steps - 1; s >= 0; s--) {
      long n = w.begin() + s;
      Surroundings around = w.around(n);
      step.meet(n, around, Membrane.Share.ALL, free[s]);
      // values of what is fixed hang on no state, and nothing else is looked at
      step.interpreter.reckon(step.m);
      java.util.Arrays.fill(slope, 0);
      if (s == steps - 1) {
        seed(slope, around);
      } else {
        boolean fires = w.fires(n);
        for (int k = 0; k < byState.length; k++) {
          int reset = program.reset().get(k);
          slope[fires && reset != StepProgram.NONE ? reset : program.next().get(k)] += byState[k];
        }
      }
      boolean holds = !Double.isNaN(step.m.held);
      linearity.back(step.interpreter::value, slope, holds);
      java.util.Arrays.fill(byState, 0);
      for (int k = 0; k < slope.length; k++) {
        Node node = program.nodes().get(k);
        switch (node.operation()) {
          case STATE -> byState[node.index()] = slope[k];
          case ARRIVED ->
              arriving[node.index()][s] = slope[k] * step.scale(node.index(), around.silent());
          case INPUT -> {
            int slot = program.ports() + node.index();
            arriving[slot][s] = slope[k] * step.scale(slot, around.silent());
          }
          case STIMULUS -> pushing[s] = slope[k];
          case DRAW -> noise += slope[k] * step.drawn(node.index());
          case DECIDED -> held += holds ? slope[k] * step.m.held : 0;
          default -> {}
        }
      }
    }
    double history = 0;
    for (int k = 0; k < byState.length; k++) {
      double more = membrane.state()[k] - lowered.initial()[k][membrane.neuron()];
      history += more == 0 ? 0 : byState[k] * more;
    }
    return new Slopes(w.begin(), arriving, pushing, Map.of(), history, noise, held);
  }

  /** By step whether it was not refractory. */
  private boolean[] free(Membrane.Window w, int steps) {
    boolean[] free = new boolean[steps];
    long freeAt = membrane.freeAt();
    int column = lowered.width() == 1 ? 0 : membrane.neuron();
    for (int s = 0; s < steps; s++) {
      long n = w.begin() + s;
      free[s] = freeAt <= n;
      if (program.refractory() && w.fires(n)) {
        freeAt = n + 1 + lowered.refractorySteps()[column];
      }
    }
    return free;
  }

  /** The slope of what is explained by what the last step reaches. */
  private void seed(double[] slope, Surroundings around) {
    if (lowered.hasState(what.name())) {
      slope[program.next().get(lowered.state(what.name()))] = 1;
    } else if (membrane.defines(what.name())) {
      seedDefinition(slope);
    } else if (!around.held()) {
      slope[program.output()] = 1;
    }
  }

  private void seedDefinition(double[] slope) {
    Readout readout = lowered.readout();
    List<Node> nodes = readout.nodes();
    double[] byNode = new double[nodes.size()];
    byNode[readout.roots().get(readout.names().indexOf(what.name()))] = 1;
    double[] values = readout.values(lowered.width() == 1 ? 0 : membrane.neuron());
    read().back(n -> values[n], byNode, false);
    for (int n = 0; n < byNode.length; n++) {
      if (nodes.get(n).operation() == Operation.STATE) {
        slope[program.next().get(nodes.get(n).index())] += byNode[n];
      }
    }
  }
}
