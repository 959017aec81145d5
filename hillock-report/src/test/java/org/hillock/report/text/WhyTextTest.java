package org.hillock.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.report.SampleAnswers;
import org.junit.jupiter.api.Test;

class WhyTextTest {

  private static final int WIDTH = 100;

  @Test
  void aSpikeIsToldAsATreeOfThoseThatMadeIt() {
    String text = WhyText.of(SampleAnswers.fired(), WIDTH, 3);
    assertThat(text)
        .startsWith("target[0] fired at 33.7 ms: v was 20.8 mV, threshold 20 mV.\n")
        .contains("Made of 5 terms of 4 sources, exact")
        .contains("+14.5 mV ████████████")
        .contains("relay[2]: arrived at 33 ms, weight 15")
        .contains("│    relay[2] fired at 31.5 ms: v was 21.5 mV")
        .contains("list[4]: 2 spikes, weight 4, input")
        .contains("−1.5 mV ▒");
    assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= WIDTH);
  }

  @Test
  void whyNotIsToldInSentences() {
    String text = WhyText.of(SampleAnswers.silent(), WIDTH, 3);
    assertThat(text.replace('\n', ' '))
        .contains("did not fire at 33.7 ms: v was 12.5 mV, 7.5 mV short of its threshold.")
        .contains("It had not fired before.", "Held down by inh[1] (−2 mV).")
        .contains("Missing: 4 excitatory sources were silent, strongest list[3] (weight 18 mV).")
        .contains("Stopped:");
  }

  @Test
  void whatIsHandedOnIsALineAndManyAreAddedUp() {
    String text = WhyText.of(SampleAnswers.shared(), WIDTH, 3);
    assertThat(text)
        .startsWith("out[7] = 12, handed on from sum[7].\n")
        .contains("sum[7]: sum = 12", "± 0.25", "27 more: +");
  }

  @Test
  void narrowTerminalsCutLines() {
    String text = WhyText.of(SampleAnswers.fired(), 60, 3);
    assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 60);
  }

  @Test
  void aNeuronByItselfIsATable() {
    String text = IsolationText.of(SampleAnswers.isolation(true));
    assertThat(text)
        .contains("out[0] cut out of sample, from 0 to 100 ms.")
        .contains("In the network: 4 spikes", "The two are the same to the bit.")
        .contains("spikes without", "in[3]", "bias", "12 inputs that brought less");
    assertThat(IsolationText.of(SampleAnswers.isolation(false)))
        .contains("the same but for rounding, 10⁻⁷", "output without", "sum without");
  }
}
