package org.hillock.core.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message names source, line, what stands there and what is needed. */
class BadNeuronTextTest {

  /** Lines 1 to 5; what a case adds stands in line 6 and after. */
  private static final String BEFORE =
      """
      neuron n
      parameter g_l = 30 nS > 0
      parameter t_ref = 2 ms >= 0
      state v = -70 mV
      state x = 0
      """;

  private static final String FIRES = "spike when v > -50 mV\ndv/dt = -v/ms\n";

  private static String message(String text) {
    try {
      NeuronText.read("n", text);
    } catch (UsageException problem) {
      assertThat(problem.path()).isEqualTo("n");
      return String.valueOf(problem.getMessage());
    }
    return Assertions.fail("nothing is said of " + text);
  }

  /** What is said of lines that stand in a text that is right without them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          dx/dt = g_l*v + v|dx/dt: 'g_l*v' is a current (pA) but 'v' is a voltage (mV): they cannot be added
          dx/dt = g_l*v|dx/dt: the right side is a current (pA), but 'x' is a plain number, and so its derivative must be a rate (1/ms)
          dy/dt = 1/ms|dy/dt: state 'y' is unknown; did you mean 'v'?. What has a derivative needs a line 'state y = …' with its initial value
          dg_l/dt = 1/ms|dg_l/dt: 'g_l' is a parameter, not a state
          y = g_ll*v|'y': 'g_ll' is unknown; did you mean 'g_l'?
          y = tahn(x)|function 'tahn' is unknown; did you mean 'tanh'?
          y = clip(x, 1)|'clip' (x, but at least the second and at most the third) takes 3 values, not 2
          y = uniform(1)|'uniform' (a random number in [0, 1), another one in each step) takes 0 values, not 1
          y = exp(v)|'y': 'v' is a voltage (mV), but what 'exp' takes must be a plain number: divide by something of the same unit
          y = min(v, x)|'y': 'v' is a voltage (mV) but 'x' is a plain number: they cannot be compared
          y = clip(v, 0, x)|'y': 'v' is a voltage (mV) but 'x' is a plain number: they cannot be compared
          y = where(v > x, 1, 2)|'y': 'v' is a voltage (mV) but 'x' is a plain number: they cannot be compared
          y = where(x, 1, 2)|'y': 'x' is a number where a condition is needed, such as 'v > -50 mV'
          y = (x > 1) + 1|'y': 'x > 1' is a condition where a number is needed; 'where(condition, a, b)' makes a number of one
          y = sqrt(v)|'y': 'sqrt(v)' is measured in sqrt(mV): nothing is measured in that; write it where it is used
          y = v^x|'y': 'v' is a voltage (mV), and so its exponent 'x' must be a number; only plain numbers are raised to what can change
          y = v^0.3|'y': 'v' is a voltage (mV), and so its exponent '0.3' must be a whole or half number from -20 to 20
          y = 2^v|'y': 'v' is a voltage (mV), but an exponent must be a plain number: divide by something of the same unit
          y = sqrt(sqrt(v))|'y': 'sqrt(v)' is measured in sqrt(mV), of which the power '0.5' has no unit
          y = (v^20)^20|'y': 'v^20' has a unit with exponents beyond all sense
          y = x/0|'y': 'x/0' divides by 0
          y = 2 v|behind the number stands its unit, but unit 'v' is unknown; did you mean 'V'? A product needs '*', a value its operator
          y = 3 ms^x|'ms^' raises the unit and needs a whole number; put the number with its unit in parentheses to raise both
          y = 1e999|1e999 is out of range: numbers are between 4.9e-324 and 1.8e308 in magnitude
          y = 1e-999|1e-999 is out of range: numbers are between 4.9e-324 and 1.8e308 in magnitude
          y = 1e308 V|'y': '1.0E308 V' is out of range
          y = x +|the end of the line stands where a value is needed
          y = x + * 2|'*' stands where a value is needed
          y = (x|')' is needed where the end of the line stands
          y = x)|ends before ')': nothing may follow here
          y = x 2|ends before '2': nothing may follow here
          y = not|the end of the line stands where a value is needed
          y = + 1|'+' stands where a value is needed; a sign is only '-'
          y = x $ 2|'$' is not read here
          y = πx|'π' is not read: names are of the letters a-z and A-Z, digits and '_'
          y = 3 µm|'µ' is not read here: write 'u' for micro, as in 'um'
          y = xi|'y': 'xi', white noise, may only stand in derivatives, not in a definition
          y = w|'y': 'w', the weight of an arriving spike, is known only behind 'on', not in a definition
          y = bias|'y': 'bias' is unknown; a neuron that takes a constant input says so with a line such as 'bias in pA'
          y = where(v crosses 1 mV, 1, 2)|'y': 'crosses' may only be the whole condition of 'spike when'
          y = y + 1|'y': needs itself: y → y; a value that has a past is a state
          g_l = 3|'g_l': the name is that of a parameter in line 2; each needs its own
          state v = 3|'v': the name is that of a state in line 4; each needs its own
          tanh = 3|'tanh': the name is that of a function
          t = 3|'t': the name is reserved: it means the same in every text
          crosses = 3|'crosses': the name is a word of the language
          value = 3|'value': the name is that of what every neuron shows
          method = 3|'method' begins a line of its own and is no name
          state y = v|'y': 'v' is a state, and an initial value may only read parameters
          state y = dt|'y': 'dt' changes, and an initial value may only read parameters
          state y = uniform()|'y': 'uniform()' gives another number in each step and cannot stand in an initial value; a network can draw a parameter for each neuron
          dx/dt = -x*xi*xi|dx/dt: 'xi' may be a factor of an added term once, not twice as in '-x*xi*xi'
          dx/dt = exp(xi*sqrt(ms))/ms|dx/dt: 'xi' may only be a factor of added terms, not stand in 'exp(xi*sqrt(1 ms))'
          dx/dt = sqrt(1/ms)/ms/xi|dx/dt: 'xi' may only be a factor of added terms, not stand in 'sqrt(1/ms)/ms/xi'
          method rk5|method 'rk5' is unknown; did you mean 'rk4'?
          parameter p = 0 ms > 0|'p': 0 ms is not > 0, as it must be
          parameter p = 1 ms > 5|'p': a range is '> 0' or '>= 0', not '> 5'
          parameter p = 1 msec|'p': unit 'msec' is unknown; did you mean 'ms'?
          parameter p = x|'p': 'x' is not a number with a unit, such as '20 ms' or '-70 mV'
          parameter p 3|'=' is needed where '3' stands
          input p in pB|unit 'pB' is unknown; did you mean 'pA'?
          input p in|behind 'in' a unit is needed, such as 'pA'
          paramter p = 3|'paramter' begins no line; did you mean 'parameter'?
          3 = x|a line begins with a word or a name, not with '3'
          v/dt = x|a line that begins 'd…/dt =' gives a derivative; this one begins none
          on a: v += x|on a: 'w' must be a factor of each added term exactly once, but in 'x' it stands nowhere
          on a: v += w*w|on a: 'w' must be a factor of each added term exactly once, but in 'w*w' it stands 2 times
          on a: v += w + v|on a: 'w' must be a factor of each added term exactly once, but in 'w + v' the terms differ
          on a: v += exp(w)|on a: 'w' may only be a factor of added terms, not stand in 'exp(w)'
          on a: v = w|on a: gives 'v' a new value, but spikes that arrive together act as one of their summed weight, and so a spike can only add: 'v += …'
          on a: v += w; x += w|on a: 'w' is a voltage (mV) but 'x' is a plain number: it cannot be added
          on a: y += w|on a: state 'y' is unknown; did you mean 'v'?
          on a excite: v += w|'excite' does not say what weights do; did you mean 'excites'?
          on a: v ++ w|'+=', '-=' or '=' is needed behind 'v' where '+' stands
          receptor b = a|receptor b: 'a' is no receptor that an 'on', 'input' or 'coupling' line describes; there are none here
          coupling c in nS: i = w*(v - v_pre)|coupling c: 'w*(v - v_pre)' is not of the form 'w*(v_pre - v)', which an electrical synapse has
          reset: y = 3|reset: state 'y' is unknown; did you mean 'v'?
          reset: v = 3|reset: '3' is a plain number but 'v' is a voltage (mV): it cannot be its new value
          refractory g_l|refractory: 'g_l' is a conductance (nS) where a time is needed
          refractory x*1 ms|refractory: 'x' is a state, and a refractory time may only read parameters
          refractory -1*t_ref - 1 ms|refractory: '-1*t_ref - 1 ms' is always below 0 ms
          refractory t_ref holding g_l|holding: 'g_l' is a parameter, not a state
          refractory t_ref holding v, v|holding: 'v' is there twice
          output v|the neuron has both 'spike when' (line 7) and 'output'; it sends spikes or numbers, not both
          spike when x > 1|'spike' is there twice, first in line 6
          neuron 5|'5' is no name of a neuron: at most 40 letters, digits, '_' and '-', starting with a letter
          """)
  void saysWhatIsWrong(String line, String said) {
    String message = message(BEFORE + line + "\n" + FIRES);
    assertThat(message).startsWith("n: line ").endsWith(": " + said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          v|'v' is a number where a condition is needed, such as 'v > -50 mV'
          v > x|'v' is a voltage (mV) but 'x' is a plain number: they cannot be compared
          x > 1|'x > 1' reads nothing that ever changes: no state with a derivative or with spikes that change it, no input and no time
          g_l > 2 nS|'g_l > 2 nS' reads nothing that ever changes: no state with a derivative or with spikes that change it, no input and no time
          tanh(v/mV) > 2|'tanh(v/mV) > 2' can never be true, and so the neuron could not fire: 'tanh(v/mV)' lies between -1 and 1
          v^2 >= -1 mV^2|'v^2 >= -1 mV^2' is always true, and so the neuron would fire in every step: 'v^2' is at least 0 mV^2
          v > 1 mV and uniform() > 1|'v > 1 mV and uniform() > 1' can never be true, and so the neuron could not fire: 'uniform()' lies between 0 and 1
          not sin(t/ms) < 3|'not sin(t/ms) < 3' can never be true, and so the neuron could not fire: 'sin(t/ms)' lies between -1 and 1
          abs(v) crosses -1 mV|'abs(v) crosses -1 mV' can never be true, and so the neuron could not fire: 'abs(v)' is at least 0 mV
          v > xi|'xi', white noise, may only stand in derivatives, not in the condition of a spike
          v crosses x|'v' is a voltage (mV) but 'x' is a plain number: they cannot cross
          """)
  void aSpikeMustBePossible(String condition, String said) {
    assertThat(message(BEFORE + "spike when " + condition + "\ndv/dt = -v/ms"))
        .isEqualTo("n: line 6: spike when: " + said);
  }

  @Test
  void theLineIsThatWhereAStatementBegins() {
    assertThat(message("neuron n\r\n\r\nstate v = 1 # a\n   + 2 mV\nspike when v > 0"))
        .isEqualTo(
            "n: line 3: 'v': '1' is a plain number but '2 mV' is a voltage (mV): they cannot be"
                + " added");
  }

  @Test
  void definitionsStandInNoCircle() {
    assertThat(message(BEFORE + "a = b\nb = x + c\nc = a*2\n" + FIRES))
        .isEqualTo(
            "n: line 6: 'a': needs itself: a → b → c → a; a value that has a past is a state");
  }

  @Test
  void whatAWholeTextNeeds() {
    assertThat(message("")).isEqualTo("n: the text says nothing of a neuron");
    assertThat(message("state v = 1")).contains("'neuron NAME' is missing");
    assertThat(message("neuron n\nstate v = 1"))
        .isEqualTo(
            "n: the neuron sends nothing: 'spike when CONDITION' or 'output NAME' is missing");
    assertThat(message("neuron n\nstate v = 1\noutput u"))
        .isEqualTo(
            "n: line 3: output: 'u' is unknown, not a state or a definition; did you mean"
                + " 'v'?");
    assertThat(message("neuron n\nstate v = 1\nreset: v = 2\noutput v"))
        .isEqualTo("n: line 3: 'reset' is for neurons that spike; this one sends numbers");
    assertThat(message("  neuron n")).contains("continues the line before it");
    assertThatThrownBy(() -> NeuronText.read("n", "other", "neuron n\nstate v = 1\noutput v"))
        .hasMessage(
            "n: line 1: names the neuron 'n', which is 'other' here; use one name, or leave the"
                + " line out");
    assertThat(NeuronText.read("n", "other", "state v = 1\noutput v").name()).isEqualTo("other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\u001b[31m", "\u202e", "\u2028", "\ud800", "\u200b", "\ufeff"})
  void whatShowsNothingIsRefusedEvenInComments(String hostile) {
    assertThat(message("neuron n # " + hostile + "\nstate v = 1\noutput v"))
        .startsWith("n: line 1: character 12 is U+")
        .contains("shows nothing");
  }

  @Test
  void commentsMayBeInAnyLanguage() {
    String text = "neuron n\nstate v = 1  # Spannung, 電位 𝒱 µ\noutput v";
    assertThat(NeuronText.read("n", text).equations().states().getFirst().meaning())
        .isEqualTo("Spannung, 電位 𝒱 µ");
  }

  @Test
  void textsHaveLimits() {
    assertThat(message("#" + "x".repeat(70_000))).contains("longer than the 65536");
    assertThat(message("neuron n\ny = " + "(".repeat(70) + "1" + ")".repeat(70)))
        .contains("nested more than 64 deep");
    assertThat(message("neuron n\ny = " + "-".repeat(70) + "1")).contains("more than 64 deep");
    assertThat(message("neuron n\ny = " + "2^".repeat(70) + "1")).contains("more than 64 deep");
    assertThat(message("neuron n\ny = " + "not ".repeat(70) + "1")).contains("more than 64 deep");
    assertThat(message("neuron n\ny = 1" + "+1".repeat(600))).contains("more than 512 operators");
    assertThat(message("neuron n\n" + "a".repeat(41) + " = 1"))
        .isEqualTo(
            "n: line 2: 'aaaaaaaaaaaa…' has 41 characters; names and numbers have at most 40");
    assertThat(message("neuron n\n" + lines(65, "state s%d = 0")))
        .isEqualTo("n: line 66: is one more than the 64 states that a neuron may have");
    assertThat(message(lines(129, "parameter s%d = 0"))).contains("the 128 parameters");
    assertThat(message(lines(257, "s%d = 0"))).contains("the 256 definitions");
    assertThat(message(lines(65, "input s%d"))).contains("the 64 receptors");
  }

  private static String lines(int count, String pattern) {
    return String.join(
        "\n", IntStream.range(0, count).mapToObj(i -> pattern.formatted(i)).toList());
  }
}
