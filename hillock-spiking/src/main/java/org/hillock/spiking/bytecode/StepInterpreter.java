package org.hillock.spiking.bytecode;

import org.hillock.spiking.equation.Node;
import org.hillock.spiking.equation.Operation;
import org.hillock.spiking.equation.StepProgram;
import org.hillock.spiking.function.ScalarDoubleFunctions;
import org.hillock.spiking.function.ScalarFloatFunctions;

/**
 * The plain twin of generated kernels: does the operations of a program one after the other, for
 * one neuron, to the same bits. Not thread-safe.
 */
public final class StepInterpreter {

  private final StepProgram program;
  private final boolean single;
  private final double[] value;

  /** What one neuron meets in one step; numbers of single precision are kept as doubles. */
  public static final class Meeting {
    public final double[] state;
    public final double[] coefficient;
    public final double[] arrived;
    public final double[] input;
    public final double[] global;
    public final double[] draw;
    public double stimulus;
    public double timeMs;
    public boolean free = true;

    /** Where interventions hold what they may hold, as it is kept; NaN where they do not. */
    public double held = Double.NaN;

    /** By state, after the step. */
    public final double[] after;

    /** Whether the neuron fired: reached what makes it fire. */
    public boolean fired;

    /** What it sends. */
    public double output;

    public Meeting(StepProgram program) {
      state = new double[program.states()];
      after = new double[program.states()];
      coefficient = new double[program.coefficients()];
      arrived = new double[program.ports()];
      input = new double[program.inputs()];
      global = new double[program.globals()];
      draw = new double[program.draws().size()];
    }
  }

  public StepInterpreter(StepProgram program, boolean single) {
    this.program = program;
    this.single = single;
    value = new double[program.nodes().size()];
  }

  /** Does a step. */
  public void step(Meeting m) {
    reckon(m);
    finish(m, m.fired);
  }

  /** Does a step as far as what becomes of the neuron if it does not fire. */
  public void reckon(Meeting m) {
    for (int n = 0; n < value.length; n++) {
      Node node = program.nodes().get(n);
      value[n] =
          node.operation().kind() == Operation.Kind.LEAF ? leaf(node, m) : operation(node, m);
    }
    m.fired = program.spike() != StepProgram.NONE && value[program.spike()] != 0;
    m.output = program.output() == StepProgram.NONE ? 0 : value[program.output()];
    finish(m, false);
  }

  /**
   * Ends a step that was reckoned, with a spike or without, whatever the neuron itself would do.
   */
  public void finish(Meeting m, boolean spike) {
    for (int s = 0; s < m.after.length; s++) {
      int reset = program.reset().get(s);
      boolean resets = spike && reset != StepProgram.NONE;
      m.after[s] = value[resets ? reset : program.next().get(s)];
    }
  }

  /** The value of a node in the last step. */
  public double value(int node) {
    return value[node];
  }

  /** What first went wrong in the last step on the way to a node, as the end of a message. */
  public String culprit(int root) {
    for (int n = 0; n <= root; n++) {
      Node node = program.nodes().get(n);
      boolean inner = node.operation().arguments() > 0;
      boolean bad = inner && !Double.isFinite(value[n]);
      for (int k = 0; bad && k < node.operation().arguments(); k++) {
        bad = Double.isFinite(value(node.argument(k)));
      }
      if (bad) {
        return switch (node.operation()) {
          case DIVIDE -> ": a division by zero";
          case LOG -> ": the logarithm of " + value(node.a());
          case SQRT -> ": the square root of " + value(node.a());
          case EXP -> ": exp(" + value(node.a()) + ")";
          case POW -> ": pow(" + value(node.a()) + ", " + value(node.b()) + ")";
          default -> ": too large a number";
        };
      }
    }
    boolean fixed = program.nodes().stream().anyMatch(n -> n.operation() == Operation.COEFFICIENT);
    return fixed ? ": a number made of its parameters is none" : "";
  }

  private double leaf(Node node, Meeting m) {
    double exact =
        switch (node.operation()) {
          case NUMBER -> node.number();
          case COEFFICIENT -> m.coefficient[node.index()];
          case STATE -> m.state[node.index()];
          case ARRIVED -> m.arrived[node.index()];
          case INPUT -> m.input[node.index()];
          case GLOBAL -> m.global[node.index()];
          case DRAW -> m.draw[node.index()];
          case STIMULUS -> m.stimulus;
          case TIME -> m.timeMs;
          case FREE -> m.free ? 1 : 0;
          default -> throw new IllegalStateException(node.operation() + " in a program");
        };
    return single ? (float) exact : exact;
  }

  private double operation(Node node, Meeting m) {
    double a = value[node.a()];
    double b = node.b() < 0 ? 0 : value[node.b()];
    double c = node.c() < 0 ? 0 : value[node.c()];
    if (node.operation().kind() == Operation.Kind.FUNCTION) {
      return single
          ? function(node.operation(), (float) a, (float) b)
          : function(node.operation(), a, b);
    }
    double exact =
        switch (node.operation()) {
          case DECIDED -> Double.isNaN(m.held) ? a : m.held;
          case NEGATE -> -a;
          case ABS -> Math.abs(a);
          case SQRT -> Math.sqrt(a);
          case ADD -> a + b;
          case SUBTRACT -> a - b;
          case MULTIPLY -> a * b;
          case DIVIDE -> a / b;
          case MIN -> Math.min(a, b);
          case MAX -> Math.max(a, b);
          case SELECT -> a != 0 ? b : c;
          case ABOVE -> a > b ? 1 : 0;
          case AT_LEAST -> a >= b ? 1 : 0;
          case AND -> a != 0 && b != 0 ? 1 : 0;
          case OR -> a != 0 || b != 0 ? 1 : 0;
          case NOT -> a != 0 ? 0 : 1;
          default -> throw new IllegalStateException(node.operation() + " is no operation");
        };
    // an operation on floats done in double precision and rounded is the operation on floats
    return single ? (float) exact : exact;
  }

  private static double function(Operation operation, float a, float b) {
    return switch (operation) {
      case EXP -> ScalarFloatFunctions.exp(a);
      case EXPREL -> ScalarFloatFunctions.exprel(a);
      case SIGMOID -> ScalarFloatFunctions.sigmoid(a);
      case LOG -> ScalarFloatFunctions.log(a);
      case TANH -> ScalarFloatFunctions.tanh(a);
      case SIN -> ScalarFloatFunctions.sin(a);
      case COS -> ScalarFloatFunctions.cos(a);
      case POW -> ScalarFloatFunctions.pow(a, b);
      case FLOOR -> (float) Math.floor(a);
      default -> throw new IllegalStateException(operation + " is no function");
    };
  }

  private static double function(Operation operation, double a, double b) {
    return switch (operation) {
      case EXP -> ScalarDoubleFunctions.exp(a);
      case EXPREL -> ScalarDoubleFunctions.exprel(a);
      case SIGMOID -> ScalarDoubleFunctions.sigmoid(a);
      case LOG -> ScalarDoubleFunctions.log(a);
      case TANH -> ScalarDoubleFunctions.tanh(a);
      case SIN -> ScalarDoubleFunctions.sin(a);
      case COS -> ScalarDoubleFunctions.cos(a);
      case POW -> ScalarDoubleFunctions.pow(a, b);
      case FLOOR -> Math.floor(a);
      default -> throw new IllegalStateException(operation + " is no function");
    };
  }
}
