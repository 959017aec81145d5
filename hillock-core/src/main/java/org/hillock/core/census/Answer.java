package org.hillock.core.census;

/** One way to count; the first of each {@link Question} is the standard one. */
public enum Answer {
  ROWS(Question.NEURONS, "rows", "one set of weights that gives one scalar: a row of a matrix"),
  UNITS(Question.NEURONS, "units", "only those with an activation function of their own"),
  HIDDEN(Question.NEURONS, "hidden", "only units that do not give the answer"),

  EACH_PLACE(Question.PLACES, "each", "a neuron at each place, with its own synapses"),
  ONE_FILTER(Question.PLACES, "once", "one neuron, wherever its weights are used"),

  ONE_ROW(
      Question.TOKENS,
      "once",
      "one neuron, which hears one token after the other; multiply-adds are for one token where"
          + " the input is a text"),
  EACH_TOKEN(
      Question.TOKENS,
      "each",
      "a neuron, its synapses and multiply-adds for each token of a full context"),

  INSIDE(Question.PADDING, "inside", "only those inside the source count"),
  ALL(Question.PADDING, "all", "those with zeros around it count, too"),

  LOOKUP(Question.EMBEDDING, "lookup", "fetching is no sum: parameters without neurons"),
  ONE_HOT(
      Question.EMBEDDING,
      "one-hot",
      "a neuron for each column, which sums over all entries, one of them 1"),

  APART(Question.BIAS, "apart", "a parameter, no synapse"),
  SYNAPSE(Question.BIAS, "synapse", "a synapse from a source that is always 1"),

  PART(Question.NORMALISATION, "part", "a part of the neuron before: parameters only"),
  SCALED(Question.NORMALISATION, "neurons", "a neuron with one synapse for each value"),

  NO_NEURON(Question.POOLING, "none", "no weights, so no neurons and no synapses"),
  POOLED(Question.POOLING, "neurons", "a neuron for each window, with fixed connections"),

  GATES(Question.CELLS, "gates", "each gate is a set of weights that gives a scalar"),
  ONE_CELL(Question.CELLS, "cells", "all gates of a unit are one neuron"),

  OUTSIDE(Question.INPUTS, "none", "no weights lead to them, so they are no neurons"),
  SOURCES(Question.INPUTS, "neurons", "each is a neuron without synapses onto it");

  private final Question question;
  private final String word;
  private final String meaning;

  Answer(Question question, String word, String meaning) {
    this.question = question;
    this.word = word;
    this.meaning = meaning;
  }

  /** What it answers. */
  public Question question() {
    return question;
  }

  /** As on the command line and in JSON. */
  public String word() {
    return word;
  }

  /** How is counted then. */
  public String meaning() {
    return meaning;
  }
}
