package org.hillock.core.equation;

import java.util.List;
import java.util.Optional;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/** A line of a text as it was read, before names and units are looked at together. */
sealed interface Statement {

  TextPlace place();

  /** {@code neuron NAME}. */
  record Title(TextPlace place, String name) implements Statement {}

  /** {@code channel NAME}, {@code pool NAME}, {@code receptor NAME}. */
  record Mechanism(TextPlace place, MechanismText.Kind kind, String name) implements Statement {}

  /** {@code ion NAME}. */
  record Ions(TextPlace place, List<String> names) implements Statement {}

  /** {@code current ION = EXPRESSION}, outward above 0. */
  record Current(TextPlace place, Optional<String> ion, Expression value) implements Statement {}

  /** {@code about TEXT}. */
  record About(TextPlace place, String text) implements Statement {}

  /** {@code doi TEXT}. */
  record Doi(TextPlace place, String text) implements Statement {}

  /** {@code parameter NAME = QUANTITY RANGE}. */
  record Parameter(
      TextPlace place, String name, Quantity standard, NeuronText.Range range, String meaning)
      implements Statement {}

  /** {@code modulator NAME = QUANTITY}. */
  record Modulator(TextPlace place, String name, Quantity standard, String meaning)
      implements Statement {}

  /** {@code bias in UNIT}. */
  record Bias(TextPlace place, Unit unit) implements Statement {}

  /** {@code input NAME in UNIT}. */
  record Input(TextPlace place, String name, Unit unit, String meaning) implements Statement {}

  /** {@code state NAME = EXPRESSION}; of synapses also {@code pre …} and {@code post …}. */
  record State(TextPlace place, Owner owner, String name, Expression initial, String meaning)
      implements Statement {}

  /** Whose state it is. */
  enum Owner {
    /** Of what the text describes. */
    OWN,
    /** Of the presynaptic neuron, in the text of a synapse. */
    BEFORE,
    /** Of the postsynaptic neuron, in the text of a synapse. */
    BEHIND
  }

  /** {@code NAME = EXPRESSION}. */
  record Definition(TextPlace place, String name, Expression value, String meaning)
      implements Statement {}

  /** {@code dNAME/dt = EXPRESSION}. */
  record Derivative(TextPlace place, String name, Expression value) implements Statement {}

  /** {@code method WORD}. */
  record Integration(TextPlace place, Method method) implements Statement {}

  /** {@code on NAME SIGN: CHANGES}. */
  record On(TextPlace place, String name, Optional<NeuronText.Sign> sign, List<Change> changes)
      implements Statement {}

  /** {@code receptor NAME = -PORT} or {@code receptor NAME = PORT, PORT}. */
  record Alias(TextPlace place, String name, boolean negative, String port, Optional<String> below0)
      implements Statement {}

  /** {@code coupling NAME in UNIT: VARIABLE = w*(STATE_pre - STATE)}. */
  record Electrical(TextPlace place, String name, Unit weight, String variable, Expression value)
      implements Statement {}

  /** {@code spike when CONDITION}. */
  record Spike(TextPlace place, Expression condition) implements Statement {}

  /** {@code reset: CHANGES}. */
  record Reset(TextPlace place, List<Change> changes) implements Statement {}

  /** {@code refractory EXPRESSION holding NAMES}. */
  record Refractory(TextPlace place, Expression time, List<String> held) implements Statement {}

  /** {@code every TIME: NAME = incoming EXPRESSION; CHANGES}. */
  record Every(TextPlace place, Expression interval, List<Total> totals, List<Change> changes)
      implements Statement {}

  /** {@code NAME = incoming EXPRESSION}. */
  record Total(TextPlace place, String name, Expression of) {}

  /** {@code send EXPRESSION}. */
  record Send(TextPlace place, Expression value) implements Statement {}

  /** {@code output NAME}. */
  record Output(TextPlace place, String name) implements Statement {}

  /**
   * {@code x += e}, {@code x -= e}, {@code x = e}.
   *
   * @param sign the first character: {@code +}, {@code -} or {@code =}
   */
  record Change(TextPlace place, String state, char sign, Expression value) {}
}
