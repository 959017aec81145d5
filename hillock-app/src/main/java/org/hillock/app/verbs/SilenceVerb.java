package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention.Silence.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock silence}: silences neurons and tells what changes. */
@Command(
    name = "silence",
    header = "Silences neurons and tells what changes.",
    descriptionHeading = "%n",
    description = {
      BeforeAndAfter.MEANING,
      "An intervention that changes nothing is reported as that; one at no neuron is refused."
    },
    parameterListHeading = "%nWhat:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock silence networks/digits-mlp.net.yaml 'hidden1[0..31]' --on digits --input 3",
      "  ./hillock silence networks/brunel-small.net.yaml @inhibitory --scope outputs --for 100ms --from 50ms"
    })
public final class SilenceVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private BenchOptions bench = new BenchOptions();

  @Parameters(index = "1", paramLabel = "SITES", description = BenchOptions.SITES)
  private String what = "";

  @Option(
      names = "--scope",
      paramLabel = "SIDE",
      defaultValue = "outputs",
      description =
          "what falls silent: 'outputs' (others do not hear them), 'inputs' (they do not hear"
              + " others) or 'both'; standard: ${DEFAULT-VALUE}")
  private String scope = "outputs";

  @Mixin private WindowOptions window = new WindowOptions();

  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public SilenceVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Scope side = side();
    String done = "silence " + scope + " of " + what + window.told();
    List<String> words = new ArrayList<>(List.of(what, "--scope", scope));
    words.addAll(window.words());
    return new BeforeAndAfter(terminal, bench, answer)
        .run("silence", words, done, on -> on.silence(what, side, window.window()));
  }

  private Scope side() {
    List<String> known = new ArrayList<>();
    for (Scope each : Scope.values()) {
      String word = each.name().toLowerCase(Locale.ROOT);
      if (word.equals(scope)) {
        return each;
      }
      known.add(word);
    }
    throw new UsageException(
        "--scope", "'" + scope + "' is no side of a neuron; " + NearestName.hint(scope, known));
  }
}
