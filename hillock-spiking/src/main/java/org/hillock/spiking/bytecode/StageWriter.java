package org.hillock.spiking.bytecode;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.hillock.spiking.equation.Node;
import org.hillock.spiking.equation.Operation;
import org.hillock.spiking.equation.StepProgram;

/**
 * Writes one stage: a loop over neurons, and within it, where the whole step is one stage, a loop
 * over steps in which the states stay in registers.
 */
final class StageWriter {

  private static final ClassDesc INTS = CD_int.arrayType();

  private final CodeBuilder c;
  private final StepProgram program;
  private final Stages stages;
  private final int stage;
  private final Dialect dialect;
  private final Vocabulary say;
  private final ClassDesc numbers;
  private final boolean fused;
  private final boolean last;

  /** Locals. */
  private final int i;

  private final int p;
  private final int k;
  private final int step;
  private final int at;
  private final int freeAt;
  private final int refractory;

  /** When the neurons now looked at come free. */
  private final int freeThen;

  private final StageArrays arrays;

  /** By node the local that holds its value now; by state the same in fused loops. */
  private final Map<Integer, Integer> held = new HashMap<>();

  private final int[] stateLocal;

  StageWriter(CodeBuilder c, StepProgram program, Stages stages, int stage, Dialect dialect) {
    this.c = c;
    this.program = program;
    this.stages = stages;
    this.stage = stage;
    this.dialect = dialect;
    say = Vocabulary.of(c, dialect);
    arrays = new StageArrays(c, program, stages, dialect, say);
    numbers = dialect.number.arrayType();
    fused = stages.fused();
    last = stage == stages.count() - 1;
    i = c.allocateLocal(TypeKind.INT);
    p = c.allocateLocal(TypeKind.INT);
    k = c.allocateLocal(TypeKind.INT);
    step = c.allocateLocal(TypeKind.INT);
    at = c.allocateLocal(TypeKind.INT);
    freeAt = c.allocateLocal(TypeKind.REFERENCE);
    refractory = c.allocateLocal(TypeKind.REFERENCE);
    freeThen = c.allocateLocal(say.freeAtKind());
    stateLocal = new int[program.states()];
    Arrays.fill(stateLocal, -1);
  }

  void write() {
    c.aload(data()).getfield(dialect.data, "freeAt", INTS).astore(freeAt);
    c.aload(data()).getfield(dialect.data, "refractory", INTS).astore(refractory);
    arrays.fetch();
    c.iload(from()).istore(i);
    Label test = c.newLabel();
    Label body = c.newLabel();
    c.goto_(test).labelBinding(body);
    c.iload(i).aload(data()).getfield(dialect.data, "each", CD_int).iand().istore(p);
    c.iload(i).iload(from()).isub().istore(k);
    c.iload(c.parameterSlot(2)).iload(i).iadd().istore(at);
    c.iload(c.parameterSlot(7)).istore(step);
    lookWhenFree();
    if (fused) {
      steps();
    } else {
      oneStep();
    }
    c.iinc(i, dialect.lanes());
    c.labelBinding(test).iload(i).iload(c.parameterSlot(6)).if_icmplt(body);
    c.return_();
  }

  private void steps() {
    for (int s = 0; s < stateLocal.length; s++) {
      stateLocal[s] = c.allocateLocal(dialect.valueKind());
      arrays.load("state", s, i);
      c.storeLocal(dialect.valueKind(), stateLocal[s]);
    }
    for (int n = 0; n < program.nodes().size(); n++) {
      Operation operation = node(n).operation();
      if (operation == Operation.COEFFICIENT || operation == Operation.NUMBER) {
        value(n);
      }
    }
    Map<Integer, Integer> outside = new HashMap<>(held);
    Label test = c.newLabel();
    Label body = c.newLabel();
    c.goto_(test).labelBinding(body);
    oneStep();
    held.clear();
    held.putAll(outside);
    c.iinc(step, 1);
    c.iload(at).iload(c.parameterSlot(9)).iadd().istore(at);
    c.labelBinding(test);
    c.iload(step).iload(c.parameterSlot(7)).iload(c.parameterSlot(8)).iadd().if_icmplt(body);
    for (int s = 0; s < stateLocal.length; s++) {
      c.loadLocal(dialect.valueKind(), stateLocal[s]);
      arrays.store("state", s, i);
    }
  }

  private void oneStep() {
    for (int n : stages.arithmetic(stage)) {
      value(n);
      if (stages.temporary(n) >= 0) {
        c.loadLocal(kind(n), local(n));
        arrays.store("temporary", stages.temporary(n), k);
      }
    }
    if (stage == 0) {
      for (int n : stages.leavesToKeep()) {
        value(n);
        c.loadLocal(kind(n), local(n));
        arrays.store("temporary", stages.temporary(n), k);
      }
    }
    if (last) {
      finish();
    }
  }

  /** New states, the decision to fire, and what follows from it. */
  private void finish() {
    int[] result = new int[program.states()];
    for (int n = 0; n < program.nodes().size(); n++) {
      // arrivals leave their cells in every step, also those that only a reset looks at
      if (node(n).operation() == Operation.ARRIVED) {
        value(n);
      }
    }
    program.next().forEach(this::value);
    for (int s = 0; s < result.length; s++) {
      result[s] = c.allocateLocal(dialect.valueKind());
      c.loadLocal(dialect.valueKind(), local(program.next().get(s)));
      c.storeLocal(dialect.valueKind(), result[s]);
    }
    if (program.output() != StepProgram.NONE) {
      value(program.output());
      c.loadLocal(dialect.valueKind(), local(program.output()));
      c.aload(data()).getfield(dialect.data, "output", numbers).iload(i);
      say.store();
    }
    if (program.spike() != StepProgram.NONE) {
      spike(result);
    }
    for (int s = 0; s < result.length; s++) {
      c.loadLocal(dialect.valueKind(), result[s]);
      if (fused) {
        c.storeLocal(dialect.valueKind(), stateLocal[s]);
      } else {
        arrays.store("state", s, i);
      }
    }
  }

  private void spike(int[] result) {
    int truth = program.spike();
    value(truth);
    int spikes = c.allocateLocal(say.spikesKind());
    c.loadLocal(dialect.truthKind(), local(truth));
    say.spikes(program.uses(Operation.DECIDED), c.parameterSlot(11), i);
    c.storeLocal(say.spikesKind(), spikes);
    Label none = c.newLabel();
    say.ifNone(spikes, none);
    say.note(spikes, i, step, c.parameterSlot(10));
    Map<Integer, Integer> before = new HashMap<>(held);
    for (int s = 0; s < result.length; s++) {
      int after = program.reset().get(s);
      if (after != StepProgram.NONE) {
        value(after);
        c.loadLocal(dialect.valueKind(), result[s]);
        c.loadLocal(dialect.valueKind(), local(after));
        c.loadLocal(dialect.truthKind(), local(truth));
        say.operation(Operation.SELECT);
        c.storeLocal(dialect.valueKind(), result[s]);
      }
    }
    if (program.refractory()) {
      say.refract(spikes, freeAt, refractory, i, p, step);
      if (fused) {
        lookWhenFree();
      }
    }
    c.labelBinding(none);
    held.clear();
    held.putAll(before);
  }

  private void lookWhenFree() {
    if (program.uses(Operation.FREE)) {
      say.freeAt(freeAt, i);
      c.storeLocal(say.freeAtKind(), freeThen);
    }
  }

  private Node node(int n) {
    return program.nodes().get(n);
  }

  private int local(int n) {
    Integer there = held.get(n);
    if (there == null) {
      throw new IllegalStateException("node " + n + " is not reckoned in stage " + stage);
    }
    return there;
  }

  private TypeKind kind(int n) {
    return node(n).operation().truth() ? dialect.truthKind() : dialect.valueKind();
  }

  /** Reckons a node, if that has not been done, and keeps it in a local. */
  private void value(int n) {
    if (held.containsKey(n)) {
      return;
    }
    Node node = node(n);
    boolean here =
        node.operation().kind() == Operation.Kind.TRUTH
            || stages.arithmetic(stage).contains(n)
            || stages.onSpike().contains(n);
    boolean taken = node.operation() == Operation.ARRIVED && stage > 0;
    if (node.operation().kind() == Operation.Kind.LEAF && !taken) {
      leaf(node);
    } else if (!here) {
      if (stages.temporary(n) < 0) {
        throw new IllegalStateException("node " + n + " is not kept for stage " + stage);
      }
      arrays.load("temporary", stages.temporary(n), k);
    } else {
      for (int a = 0; a < node.operation().arguments(); a++) {
        value(node.argument(a));
      }
      operation(node);
    }
    int local = c.allocateLocal(kind(n));
    c.storeLocal(kind(n), local);
    held.put(n, local);
  }

  private void operation(Node node) {
    switch (node.operation()) {
      case DECIDED -> {
        push(node.a());
        c.aload(c.parameterSlot(11)).iload(i).iload(p);
        word("decided", dialect.value(), dialect.value(), KernelWriter.ACTS, CD_int, CD_int);
      }
      case SELECT -> {
        push(node.c());
        push(node.b());
        push(node.a());
        say.operation(node.operation());
      }
      case ABOVE, AT_LEAST -> {
        push(node.a());
        say.between(node.operation());
        push(node.b());
        say.operation(node.operation());
      }
      default -> {
        for (int a = 0; a < node.operation().arguments(); a++) {
          push(node.argument(a));
        }
        say.operation(node.operation());
      }
    }
  }

  private void push(int n) {
    c.loadLocal(kind(n), local(n));
  }

  private void leaf(Node node) {
    switch (node.operation()) {
      case NUMBER -> {
        say.beforeLoad();
        constant(node.number());
        say.number();
      }
      case COEFFICIENT -> arrays.load("coefficient", node.index(), p);
      case STATE -> {
        if (fused) {
          c.loadLocal(dialect.valueKind(), stateLocal[node.index()]);
        } else {
          arrays.load("state", node.index(), i);
        }
      }
      case ARRIVED -> arrived(node.index());
      case INPUT -> arrays.load("input", node.index(), i);
      case DRAW -> arrays.load("draw", node.index(), k);
      case GLOBAL -> {
        say.beforeLoad();
        c.aload(data()).getfield(dialect.data, "global", numbers).loadConstant(node.index());
        c.arrayLoad(TypeKind.from(dialect.number));
        say.number();
      }
      case TIME -> {
        say.beforeLoad();
        c.aload(data()).getfield(dialect.data, "time", dialect.number);
        say.number();
      }
      case STIMULUS -> {
        c.aload(c.parameterSlot(11)).iload(i);
        word("stimulus", dialect.value(), KernelWriter.ACTS, CD_int);
      }
      case FREE -> {
        c.loadLocal(say.freeAtKind(), freeThen);
        say.free(step);
      }
      default -> throw new IllegalStateException(node.operation() + " is no leaf of a kernel");
    }
  }

  private void arrived(int port) {
    say.arrived(
        c.parameterSlot(1),
        () -> c.iload(at).iload(c.parameterSlot(3)).loadConstant(port).imul().iadd(),
        c.parameterSlot(4),
        c.parameterSlot(11),
        i);
  }

  private void constant(double number) {
    if (dialect.number.equals(CD_float)) {
      c.loadConstant((float) number);
    } else if (dialect.number.equals(CD_double)) {
      c.loadConstant(number);
    }
  }

  private void word(String name, ClassDesc result, ClassDesc... parameters) {
    c.invokestatic(dialect.words, name, MethodTypeDesc.of(result, parameters));
  }

  private int data() {
    return c.parameterSlot(0);
  }

  private int from() {
    return c.parameterSlot(5);
  }
}
