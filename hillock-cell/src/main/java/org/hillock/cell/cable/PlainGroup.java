package org.hillock.cell.cable;

import org.hillock.cell.membrane.Group;
import org.hillock.core.random.NeuronDraws;
import org.hillock.spiking.bytecode.StepInterpreter;
import org.hillock.spiking.equation.DrawKind;
import org.hillock.spiking.equation.LoweredMechanism;

/** A mechanism in one cell: its programs interpreted, operation after operation. */
final class PlainGroup {

  final Group group;
  private final StepInterpreter start;
  private final StepInterpreter first;
  private final StepInterpreter step;
  private final StepInterpreter before;

  /** By place and kept number. */
  final double[][] kept;

  final double[] arrived;
  private CellDraws draws = CellDraws.UNSEEDED;
  private int slot;
  private int slots;
  private long atStep;

  PlainGroup(Group group) {
    this.group = group;
    start = new StepInterpreter(group.start().program(), false);
    first = new StepInterpreter(group.first().program(), false);
    step = new StepInterpreter(group.step().program(), false);
    before = group.before().map(b -> new StepInterpreter(b.program(), false)).orElse(step);
    kept = new double[group.places()][group.step().program().states()];
    arrived = new double[group.places()];
  }

  /** What a place looks up. */
  interface Lookup {
    double of(Group.Input input, int node);
  }

  void restart(Lookup lookup, CellDraws newDraws, int newSlot, int newSlots) {
    draws = newDraws;
    slot = newSlot;
    slots = newSlots;
    atStep = 0;
    for (int k = 0; k < kept.length; k++) {
      double[] begin = new double[group.start().program().states()];
      run(start, group.start(), k, begin, begin, 0, lookup);
      System.arraycopy(begin, 0, kept[k], 0, group.step().states());
      arrived[k] = 0;
    }
  }

  void step(Lookup lookup, long stepNumber) {
    boolean atStart = stepNumber == 0;
    atStep = stepNumber;
    for (int k = 0; k < kept.length; k++) {
      if (!atStart && before != step) {
        run(before, group.before().orElseThrow(), k, kept[k], kept[k], 0, lookup);
      }
      StepInterpreter now = atStart ? first : step;
      LoweredMechanism lowered = atStart ? group.first() : group.step();
      run(now, lowered, k, kept[k], kept[k], arrived[k], lookup);
      arrived[k] = 0;
    }
  }

  /**
   * Draws as many numbers as a program takes, at the addresses at which {@link GroupState} does.
   */
  private void draw(
      double[] into, StepInterpreter interpreter, LoweredMechanism lowered, int place) {
    int first = interpreter == before && before != step ? group.step().program().draws().size() : 0;
    double[] one = new double[1];
    for (int k = 0; k < into.length; k++) {
      NeuronDraws at = new NeuronDraws(draws.seed(), draws.population(), first + k);
      int address = draws.address(0, slot + place, slots);
      if (lowered.program().draws().get(k) == DrawKind.UNIFORM) {
        at.uniform(address, 1, atStep & GroupState.STEPS, one);
      } else {
        at.normal(address, 1, atStep & GroupState.STEPS, one);
      }
      into[k] = one[0];
    }
  }

  private void run(
      StepInterpreter interpreter,
      LoweredMechanism lowered,
      int place,
      double[] from,
      double[] to,
      double arrives,
      Lookup lookup) {
    StepInterpreter.Meeting m = new StepInterpreter.Meeting(lowered.program());
    for (int k = 0; k < m.coefficient.length; k++) {
      double[] each = lowered.coefficients()[k];
      m.coefficient[k] = each[Math.min(place, each.length - 1)];
    }
    System.arraycopy(from, 0, m.state, 0, Math.min(lowered.states(), from.length));
    for (int k = 0; k < m.input.length; k++) {
      m.input[k] = lookup.of(group.inputs().get(k), group.nodes()[place]);
    }
    java.util.Arrays.fill(m.arrived, arrives);
    draw(m.draw, interpreter, lowered, place);
    interpreter.step(m);
    System.arraycopy(m.after, 0, to, 0, m.after.length);
  }
}
