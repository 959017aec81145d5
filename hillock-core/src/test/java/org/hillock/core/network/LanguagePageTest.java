package org.hillock.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hillock.core.equation.Function;
import org.hillock.core.equation.Method;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;

/** What docs/neuron-language.md shows is so. */
class LanguagePageTest {

  private static String page() throws Exception {
    return Files.readString(Path.of("..", "docs", "neuron-language.md"));
  }

  private static String example() throws Exception {
    List<String> examples =
        Pattern.compile("```neuron\n(.*?)```", Pattern.DOTALL)
            .matcher(page())
            .results()
            .map((MatchResult r) -> r.group(1))
            .toList();
    assertThat(examples).hasSize(1);
    return examples.getFirst();
  }

  @Test
  void theExampleIsRead() throws Exception {
    NeuronModel model = NeuronTexts.read("neuron-language.md", example());
    assertThat(model.name()).isEqualTo("adaptive");
    assertThat(model.equations().orElseThrow().states()).hasSize(3);
    assertThat(model.receptors()).hasSize(1);
  }

  @Test
  void itsMessageIsWhatIsSaid() throws Exception {
    String spoilt = example().replace("+ i_syn - w_ad", "+ v_th - w_ad");
    assertThatThrownBy(() -> NeuronTexts.read("my.neuron", spoilt))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(
            "dv/dt: 'g_l*(e_l - v)' is a current (pA) but 'v_th' is a voltage (mV): they cannot be"
                + " added");
    assertThat(page())
        .contains("'g_l*(e_l - v)' is a current (pA) but 'v_th' is a voltage (mV): they cannot");
  }

  @Test
  void everyWordIsTold() throws Exception {
    String page = page();
    for (Function function : Function.values()) {
      assertThat(page).containsPattern("\\b" + function.word() + "\\b");
    }
    for (Method method : Method.values()) {
      assertThat(page).contains("`" + method.word() + "`");
    }
  }
}
