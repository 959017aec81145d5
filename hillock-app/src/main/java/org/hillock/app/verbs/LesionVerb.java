package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hillock.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock lesion}: cuts all synapses of projections and tells what changes. */
@Command(
    name = "lesion",
    header = "Cuts all synapses of projections and tells what changes.",
    descriptionHeading = "%n",
    description = {BeforeAndAfter.MEANING},
    parameterListHeading = "%nWhat:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock lesion networks/brunel-small.net.yaml 'inh_*' --for 100ms --from 50ms",
      "  ./hillock lesion networks/digits-mlp.net.yaml hidden1_hidden2 --on digits --input 3"
    })
public final class LesionVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private BenchOptions bench = new BenchOptions();

  @Parameters(
      index = "1",
      paramLabel = "PROJECTIONS",
      description = "projections by name, * for any letters; several joined by +")
  private String what = "";

  @Mixin private WindowOptions window = new WindowOptions();

  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public LesionVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<String> words = new ArrayList<>(List.of(what));
    words.addAll(window.words());
    return new BeforeAndAfter(terminal, bench, answer)
        .run(
            "lesion",
            words,
            "lesion " + what + window.told(),
            on -> on.lesion(what, window.window()));
  }
}
