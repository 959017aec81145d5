package org.hillock.core.census;

import java.util.List;

/**
 * What a layer computes, with the dimensions that its counts follow from.
 *
 * <p>Anything that is none of these is {@link Uncounted} and named, never taken for nothing.
 */
public sealed interface Operator {

  /** In a word or two. */
  String word();

  /**
   * y = Wx + b.
   *
   * @param outputs rows of W
   * @param inputs columns of W
   * @param bias whether there is b
   * @param trained whether W can be learnt; else it is no parameter
   */
  record Linear(long outputs, long inputs, boolean bias, boolean trained) implements Operator {
    public Linear(long outputs, long inputs, boolean bias) {
      this(outputs, inputs, bias, true);
    }

    @Override
    public String word() {
      return "linear";
    }
  }

  /**
   * Filters that slide over a source of any number of axes.
   *
   * @param window along each axis
   * @param inputs channels of the source
   * @param outputs channels made: filters
   * @param pairs of source and made channel that are joined: {@code inputs * outputs / groups}, or
   *     as a table says
   * @param bias whether each filter has one
   */
  record Convolution(List<Axis> window, long inputs, long outputs, long pairs, boolean bias)
      implements Operator {
    public Convolution {
      window = List.copyOf(window);
    }

    /**
     * In groups: a filter sees the channels of its group.
     *
     * @throws org.hillock.core.problem.UsageException where the groups do not divide the channels
     */
    public static Convolution grouped(
        List<Axis> window, long inputs, long outputs, long groups, boolean bias) {
      if (groups < 1 || inputs % groups != 0 || outputs % groups != 0) {
        throw new org.hillock.core.problem.UsageException(
            groups + " groups do not divide " + inputs + " channels into " + outputs);
      }
      return new Convolution(window, inputs, outputs, Exact.times(inputs / groups, outputs), bias);
    }

    @Override
    public String word() {
      return "convolution";
    }
  }

  /**
   * The largest or mean of a window, channel by channel.
   *
   * @param kind such as max or mean
   * @param window along each axis
   * @param channels of source and result
   * @param trained whether each channel has a factor and a bias that are learnt (LeNet-5)
   */
  record Pooling(String kind, List<Axis> window, long channels, boolean trained)
      implements Operator {
    public Pooling {
      window = List.copyOf(window);
    }

    @Override
    public String word() {
      return kind + " pooling";
    }
  }

  /**
   * Values brought to a common scale.
   *
   * @param kind such as batch, layer or rms
   * @param scales learnt factors
   * @param shifts learnt summands
   * @param values that are normalised, for one token
   */
  record Normalisation(String kind, long scales, long shifts, long values) implements Operator {
    @Override
    public String word() {
      return kind + " normalisation";
    }
  }

  /** Which recurrent unit. */
  enum Cell {
    RNN(1, 0),
    GRU(3, 3),
    LSTM(4, 3);

    private final int gates;
    private final int products;

    Cell(int gates, int products) {
      this.gates = gates;
      this.products = products;
    }

    /** Sets of weights of one unit. */
    public int gates() {
      return gates;
    }

    /** Products of two values of one unit and step. */
    public int products() {
      return products;
    }
  }

  /**
   * Units that hear their own last values.
   *
   * @param cell which unit
   * @param inputs values of a step
   * @param hidden units of one direction
   * @param directions 1, or 2 for both ways
   * @param biases of each gate: 0, 1, or 2 where input and recurrence have one each
   * @param peepholes whether gates see their own cell (LSTM)
   */
  record Recurrent(
      Cell cell, long inputs, long hidden, int directions, int biases, boolean peepholes)
      implements Operator {
    @Override
    public String word() {
      return cell.name();
    }
  }

  /**
   * A table from which a row is fetched.
   *
   * @param entries rows
   * @param width numbers of a row
   */
  record Embedding(long entries, long width) implements Operator {
    @Override
    public String word() {
      return "embedding";
    }
  }

  /**
   * Products of values with values, which no weight takes part in.
   *
   * @param word what for
   * @param width products for one key of one token
   * @param keys that a token is held against, at most; 1 for gates
   * @param causal whether a token sees only those before it and itself
   */
  record Products(String word, long width, long keys, boolean causal) implements Operator {
    /** One for each value. */
    public static Products elementwise(String word, long width) {
      return new Products(word, width, 1, false);
    }
  }

  /**
   * Learnt numbers that are added or put beside, such as a class token.
   *
   * @param word what they are
   * @param count how many
   */
  record Constants(String word, long count) implements Operator {}

  /**
   * No weights: activations, additions, softmax, changes of shape.
   *
   * @param word which
   */
  record Weightless(String word) implements Operator {}

  /**
   * Neurons with synapses that are known by their number, as in a network of cells.
   *
   * @param word how they are wired
   * @param neurons that hear
   * @param synapses onto them
   * @param weights that can be set one by one
   * @param biases of their own
   * @param events whether synapses act when spikes come and not once for each input
   */
  record Wired(
      String word, Amount neurons, Amount synapses, Amount weights, long biases, boolean events)
      implements Operator {}

  /**
   * Weights of which a file tells the shape, but not how often they are used.
   *
   * @param word what they seem to be
   * @param weights distinct numbers
   * @param why the rest is not known
   */
  record WeightsOnly(String word, long weights, String why) implements Operator {}

  /**
   * What is not counted.
   *
   * @param word name of the operator, as its file has it
   * @param why it is not
   */
  record Uncounted(String word, String why) implements Operator {}
}
