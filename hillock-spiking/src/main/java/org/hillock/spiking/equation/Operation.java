package org.hillock.spiking.equation;

/** What a node of a {@link Graph} does. */
public enum Operation {
  /** A number. */
  NUMBER(0, Kind.LEAF),
  /** A number that each neuron has, known before the first step: a parameter. */
  PARAMETER(0, Kind.LEAF),
  /** Another number that each neuron has, found by the compiler. */
  DERIVED(0, Kind.LEAF),
  /** A number that each neuron has, laid out for the kernel. */
  COEFFICIENT(0, Kind.LEAF),
  /** A state as the step found it. */
  STATE(0, Kind.LEAF),
  /** Sum of the weights that arrived at a port. */
  ARRIVED(0, Kind.LEAF),
  /** A sum that stands during the step. */
  INPUT(0, Kind.LEAF),
  /** What interventions add to the bias. */
  STIMULUS(0, Kind.LEAF),
  /** A slow variable that all neurons of the population share. */
  GLOBAL(0, Kind.LEAF),
  /** Time at which the step began, in ms. */
  TIME(0, Kind.LEAF),
  /** A random number. */
  DRAW(0, Kind.LEAF),
  /** Whether the neuron is not refractory. */
  FREE(0, Kind.LEAF),
  /** The value as interventions leave it: they may hold it. */
  DECIDED(1, Kind.ARITHMETIC),
  NEGATE(1, Kind.ARITHMETIC),
  ABS(1, Kind.ARITHMETIC),
  SQRT(1, Kind.ARITHMETIC),
  ADD(2, Kind.ARITHMETIC),
  SUBTRACT(2, Kind.ARITHMETIC),
  MULTIPLY(2, Kind.ARITHMETIC),
  DIVIDE(2, Kind.ARITHMETIC),
  MIN(2, Kind.ARITHMETIC),
  MAX(2, Kind.ARITHMETIC),
  SELECT(3, Kind.ARITHMETIC),
  EXP(1, Kind.FUNCTION),
  EXPREL(1, Kind.FUNCTION),
  LOG(1, Kind.FUNCTION),
  TANH(1, Kind.FUNCTION),
  SIGMOID(1, Kind.FUNCTION),
  SIN(1, Kind.FUNCTION),
  COS(1, Kind.FUNCTION),
  FLOOR(1, Kind.FUNCTION),
  POW(2, Kind.FUNCTION),
  ABOVE(2, Kind.TRUTH),
  AT_LEAST(2, Kind.TRUTH),
  AND(2, Kind.TRUTH),
  OR(2, Kind.TRUTH),
  NOT(1, Kind.TRUTH);

  /** How a kernel comes by it. */
  public enum Kind {
    /** Loaded. */
    LEAF,
    /** One instruction. */
    ARITHMETIC,
    /** A loop of its own over a tile of neurons. */
    FUNCTION,
    /** A comparison, or truths joined. */
    TRUTH
  }

  private final int arguments;
  private final Kind kind;

  Operation(int arguments, Kind kind) {
    this.arguments = arguments;
    this.kind = kind;
  }

  public int arguments() {
    return arguments;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether the result is true or false. */
  public boolean truth() {
    return kind == Kind.TRUTH || this == FREE;
  }
}
