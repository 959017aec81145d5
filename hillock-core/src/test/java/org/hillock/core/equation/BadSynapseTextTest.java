package org.hillock.core.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a synapse's text that cannot be meant. */
class BadSynapseTextTest {

  private static final String GOOD =
      """
      synapse s
      parameter tau = 20 ms > 0
      modulator dopamine = 0
      pre x = 0
      dx/dt = -x/tau
      post y = 0
      dy/dt = -y/tau
      state c = 0
      dc/dt = -c/tau
      both = x*y
      """;

  private static String problem(String text) {
    Throwable thrown = catchThrowable(() -> SynapseText.read("s.synapse", text));
    assertThat(thrown).as("a problem of\n" + text).isInstanceOf(UsageException.class);
    UsageException e = (UsageException) thrown;
    return String.valueOf(e.getMessage());
  }

  /** Of line 11, behind the good ones. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          on pre: y += 1              | on pre: 'y' is a state of each postsynaptic neuron, which only 'on post' may change
          on post: x += 1             | on post: 'x' is a state of each presynaptic neuron, which only 'on pre' may change
          every 1 ms: x = 0           | every: 'x' is a state of each presynaptic neuron, which only 'on pre' may change
          on pre: x += y              | on pre: reads 'y', a state of the postsynaptic neuron, but 'x' belongs to each presynaptic neuron
          on pre: x += w              | on pre: reads 'w', the weight, but 'x' belongs to each presynaptic neuron
          on post: y += both          | on post: reads 'x', a state of the presynaptic neuron through 'both', but 'y' belongs to each postsynaptic
          on pre: w += t/(1 ms)       | on pre: 't', the time, cannot be read by a synapse
          on pre: w += xi             | on pre: 'xi', white noise, cannot be read by a synapse
          on pre: w += uniform()      | on pre: 'uniform()' draws random numbers, and plastic synapses draw none
          on pre: w += tau            | on pre: 'tau' is a time (ms) but 'w' is a plain number: it cannot be added
          on pre: w += z              | on pre: 'z' is unknown
          on pre: cc += 1             | on pre: state 'cc' is unknown; did you mean 'c'?
          on pre: tau = 1 ms          | on pre: 'tau' is a parameter, not a state
          on por: w += 1              | 'on por' is unknown; a synapse knows spikes that arrive, 'on pre'
          on pre excites: w += 1      | 'on pre' of a synapse has no 'excites'
          bias in pA                  | 'bias' belongs to neurons and begins no line of a synapse
          w += 1                      | 'w' begins no line of a synapse
          sendd w                     | 'sendd' begins no line of a synapse; did you mean 'send'?
          send tau                    | send: 'tau' is a time (ms), but what is sent is a share of the largest weight
          send w < 1                  | send: 'w < 1' is a condition where a number is needed
          every x*(1 ms): w = 0       | every: 'x' is a state, and the time of an 'every' line may only read parameters
          every 3: w = 0              | every: '3' is a plain number, but behind 'every' stands a time
          every 1 ms: s = incoming w  | every: changes nothing
          every 1 ms: w = 0; s = incoming w | 's': a sum over incoming synapses stands before what changes them
          every 1 ms w = 0            | ':' is needed where 'w' stands
          w = 3                       | 'w': the name is reserved
          pre pre = 0                 | 'pre': the name is a word of the language
          pre tau = 0                 | 'tau': the name is that of a parameter in line 2
          post = 3                    | 'post' begins a line of its own and is no name
          pre z = x                   | 'z': 'x' is a state, and an initial value may only read parameters
          """)
  void aLineThatCannotBeMeantIsTold(String line, String message) {
    assertThat(problem(GOOD + line)).startsWith("s.synapse: line 11: " + message.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          dx/dt = -x/tau | dx/dt = -c/tau | dx/dt: reads 'c', a state of the synapse, but the derivative of a state of each presynaptic neuron
          dx/dt = -x/tau | dx/dt = -x     | dx/dt: the right side is a plain number, but 'x' is a plain number, and so its derivative must be a rate (1/ms)
          dc/dt = -c/tau | dc/dt = -x/tau | dc/dt: reads 'x', a state of the presynaptic neuron, but the derivative of a synapse's state
          dc/dt = -c/tau | dc/dt = -c*dopamine/tau | dc/dt: reads 'dopamine', a modulator, but the derivative
          dc/dt = -c/tau | dc/dt = -c^2/tau | dc/dt: '-c^2/tau' is not linear
          both = x*y     | both = x*both  | 'both': needs itself
          """)
  void anEquationThatCannotBeMeantIsTold(String line, String instead, String message) {
    assertThat(problem(GOOD.replace(line.strip(), instead.strip()) + "on pre: w += both"))
        .contains(message.strip());
  }

  @Test
  void aTraceThatOnlyGrowsIsTold() {
    assertThat(problem("synapse s\npre x = 0\non pre: x += 1\non post: w += 0.1*x"))
        .isEqualTo(
            "s.synapse: line 2: trace 'x': has no time constant: nothing makes it smaller; a line"
                + " such as 'dx/dt = -x/(20 ms)' does");
    assertThat(problem("synapse s\npost y = 0\non post: y -= 1; w += 0.1*y"))
        .contains("trace 'y': has no time constant: nothing brings it back");
  }

  @Test
  void aTraceThatNothingChangesIsTold() {
    assertThat(problem("synapse s\npre x = 0\non post: w += 0.1*x"))
        .isEqualTo(
            "s.synapse: line 2: trace 'x': nothing changes it; a number that stays is a parameter");
    assertThat(problem("synapse s\npre x = 0\ndx/dt = -x/(20 ms)\non post: w += 0.1*x"))
        .isEqualTo("s.synapse: line 3: trace 'x': no spike changes it, and so it tells of none");
    assertThat(problem("synapse s\nstate c = 0\non post: w += 0.1*c"))
        .isEqualTo(
            "s.synapse: line 2: 'c': nothing changes this state; a number that stays is a"
                + " parameter");
  }

  @Test
  void aSumIsKnownToItsOwnLine() {
    String text = "synapse s\nevery 1 ms: sum = incoming w; w = w/sum\non pre: w += 0.1*sum";
    assertThat(problem(text))
        .isEqualTo(
            "s.synapse: line 3: on pre: reads 'sum', but a sum over incoming synapses is known only"
                + " to the statements of its own 'every' line");
  }

  @Test
  void aSynapseThatNeverChangesIsTold() {
    assertThat(problem(GOOD)).contains("the synapse is never changed");
    assertThat(problem("synapse s\nparameter a = 1"))
        .isEqualTo(
            "s.synapse: the synapse is never changed: no statement changes 'w', and no line 'send"
                + " …' says what a spike brings");
  }

  @Test
  void aLineThatMayBeThereOnceIsTold() {
    assertThat(problem("synapse s\non pre: w += 1\non pre: w -= 1"))
        .isEqualTo("s.synapse: line 3: 'on pre' is there twice, first in line 2");
    assertThat(problem("synapse s\nsend w\nsend w"))
        .isEqualTo("s.synapse: line 3: 'send' is there twice, first in line 2");
  }

  @Test
  void aTextWithoutNameIsTold() {
    assertThat(problem("on pre: w += 1")).contains("'synapse NAME' is missing");
    assertThat(problem("synapse 3x\non pre: w += 1")).contains("'3x' is no name of a synapse");
  }
}
