package org.hillock.spiking.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.hillock.spiking.equation.Node;
import org.hillock.spiking.equation.Operation;
import org.hillock.spiking.equation.StepProgram;

/**
 * The order in which a program is reckoned: stages of plain arithmetic, each one loop over a tile
 * of neurons, and between them functions, each a loop of its own. So loops stay small enough for
 * the JVM to compile well, and a function is compiled once for all models.
 */
final class Stages {

  /** Operations of one loop: more make compilation slow, and fewer go through memory more often. */
  private static final int MOST = 100;

  private final StepProgram program;

  /**
   * By node: the stage that reckons it, a function's the stage that it stands before; -1 unused.
   */
  private final int[] stage;

  /** Arithmetic of each stage. */
  private final List<List<Integer>> arithmetic = new ArrayList<>();

  /** Functions that stand before each stage. */
  private final List<List<Integer>> functions = new ArrayList<>();

  /** Nodes that are needed only where a neuron fires. */
  private final List<Integer> onSpike = new ArrayList<>();

  /** By node the place between stages where its value lies; -1 where it is not kept. */
  private final int[] temporary;

  private int temporaries;

  Stages(StepProgram program) {
    this.program = program;
    int nodes = program.nodes().size();
    stage = new int[nodes];
    temporary = new int[nodes];
    Arrays.fill(stage, -1);
    Arrays.fill(temporary, -1);
    BitSet always = new BitSet();
    program.next().forEach(n -> reach(n, always));
    for (int root : new int[] {program.spike(), program.output()}) {
      if (root != StepProgram.NONE) {
        reach(root, always);
      }
    }
    BitSet reset = new BitSet();
    program.reset().stream().filter(n -> n != StepProgram.NONE).forEach(n -> reach(n, reset));
    for (int n = 0; n < nodes; n++) {
      // arrivals leave their cells in every step, whoever looks at them
      boolean taken = node(n).operation() == Operation.ARRIVED;
      boolean function = node(n).operation().kind() == Operation.Kind.FUNCTION;
      if (taken || (function && reset.get(n))) {
        reach(n, always);
      }
    }
    place(always, levels(always));
    keep(always, reset);
    for (int n = 0; n < nodes; n++) {
      if (reset.get(n) && !always.get(n)) {
        onSpike.add(n);
      }
    }
  }

  private Node node(int n) {
    return program.nodes().get(n);
  }

  private void reach(int n, BitSet seen) {
    if (seen.get(n)) {
      return;
    }
    seen.set(n);
    for (int k = 0; k < node(n).operation().arguments(); k++) {
      reach(node(n).argument(k), seen);
    }
  }

  /** By node the least number of functions that stand one after the other before it. */
  private int[] levels(BitSet used) {
    int[] level = new int[stage.length];
    for (int n = 0; n < level.length; n++) {
      if (used.get(n)) {
        int most = 0;
        for (int k = 0; k < node(n).operation().arguments(); k++) {
          most = Math.max(most, level[node(n).argument(k)]);
        }
        level[n] = most + (node(n).operation().kind() == Operation.Kind.FUNCTION ? 1 : 0);
      }
    }
    return level;
  }

  /** Puts each node as late as its users allow, so that few values are kept between stages. */
  private void place(BitSet used, int[] level) {
    int last = 0;
    for (int n = 0; n < level.length; n++) {
      last = used.get(n) ? Math.max(last, level[n]) : last;
    }
    int[] latest = new int[stage.length];
    Arrays.fill(latest, last);
    for (int n = stage.length - 1; n >= 0; n--) {
      if (used.get(n)) {
        boolean function = node(n).operation().kind() == Operation.Kind.FUNCTION;
        latest[n] = function ? level[n] : latest[n];
        for (int k = 0; k < node(n).operation().arguments(); k++) {
          int argument = node(n).argument(k);
          latest[argument] = Math.min(latest[argument], function ? level[n] - 1 : latest[n]);
        }
      }
    }
    for (int l = 0; l <= last; l++) {
      functions.add(new ArrayList<>());
      arithmetic.add(new ArrayList<>());
      for (int n = 0; n < stage.length; n++) {
        if (!used.get(n) || latest[n] != l) {
          continue;
        }
        if (node(n).operation().kind() == Operation.Kind.FUNCTION) {
          functions.getLast().add(n);
          stage[n] = firstOfLevel();
        } else if (node(n).operation().kind() != Operation.Kind.LEAF) {
          if (arithmetic.getLast().size() == MOST) {
            functions.add(new ArrayList<>());
            arithmetic.add(new ArrayList<>());
          }
          arithmetic.getLast().add(n);
          stage[n] = arithmetic.size() - 1;
        }
      }
    }
  }

  /** Functions come before the first stage of their level, the one that was just begun. */
  private int firstOfLevel() {
    return arithmetic.size() - 1;
  }

  /** Gives a place to what a later stage or a function needs. */
  private void keep(BitSet used, BitSet reset) {
    int last = arithmetic.size() - 1;
    for (int n = 0; n < stage.length; n++) {
      if (!used.get(n)) {
        continue;
      }
      boolean function = node(n).operation().kind() == Operation.Kind.FUNCTION;
      if (function) {
        give(n);
      }
      for (int k = 0; k < node(n).operation().arguments(); k++) {
        if (function) {
          give(node(n).argument(k));
        } else {
          need(node(n).argument(k), stage[n]);
        }
      }
    }
    List<Integer> ends = new ArrayList<>(program.next());
    ends.add(program.spike());
    ends.add(program.output());
    for (int n = 0; n < stage.length; n++) {
      if (reset.get(n)) {
        ends.add(n);
      }
    }
    for (int n : ends) {
      if (n != StepProgram.NONE && used.get(n)) {
        need(n, last);
      }
    }
    for (int n = 0; n < stage.length && last > 0; n++) {
      // arrivals leave their cells when they are taken: once, in the first stage
      if (used.get(n) && node(n).operation() == Operation.ARRIVED) {
        give(n);
      }
    }
  }

  /** A stage needs a value; truths are not kept but found again. */
  private void need(int n, int in) {
    switch (node(n).operation().kind()) {
      case LEAF -> {}
      case TRUTH -> {
        for (int k = 0; k < node(n).operation().arguments(); k++) {
          need(node(n).argument(k), in);
        }
      }
      case ARITHMETIC, FUNCTION -> {
        if (stage[n] < in) {
          give(n);
        }
      }
    }
  }

  private void give(int n) {
    if (temporary[n] < 0) {
      temporary[n] = temporaries++;
    }
  }

  int count() {
    return arithmetic.size();
  }

  List<Integer> arithmetic(int of) {
    return arithmetic.get(of);
  }

  List<Integer> functions(int before) {
    return functions.get(before);
  }

  List<Integer> onSpike() {
    return onSpike;
  }

  /** Where a value lies between stages; -1 where it does not. */
  int temporary(int n) {
    return temporary[n];
  }

  int temporaries() {
    return temporaries;
  }

  /** Leaves that functions before a stage, or the one after it, take. */
  List<Integer> leavesToKeep() {
    List<Integer> leaves = new ArrayList<>();
    for (int n = 0; n < temporary.length; n++) {
      if (temporary[n] >= 0 && node(n).operation().kind() == Operation.Kind.LEAF) {
        leaves.add(n);
      }
    }
    return leaves;
  }

  /**
   * Whether all is one loop without random numbers or time, so that steps may be its inner loop.
   */
  boolean fused() {
    return arithmetic.size() == 1
        && temporaries == 0
        && program.draws().isEmpty()
        && !program.uses(Operation.TIME);
  }
}
