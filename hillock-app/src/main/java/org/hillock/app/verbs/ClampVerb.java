package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.quantity.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock clamp}: holds neurons at a value and tells what changes. */
@Command(
    name = "clamp",
    header = "Holds neurons at a value and tells what changes.",
    descriptionHeading = "%n",
    description = {
      "Held are the value of a neuron that speaks in numbers, the potential of one that spikes (which then does not fire) or of a place of a cell, and the level of a modulator.",
      BeforeAndAfter.MEANING
    },
    parameterListHeading = "%nWhat:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock clamp networks/digits-mlp.net.yaml 'hidden1[5]' --at 2 --on digits --input 3",
      "  ./hillock clamp networks/brunel-small.net.yaml 'exc[0..9]' --at -65mV --for 50ms"
    })
public final class ClampVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private BenchOptions bench = new BenchOptions();

  @Parameters(index = "1", paramLabel = "SITES", description = BenchOptions.SITES)
  private String what = "";

  @Option(
      names = "--at",
      required = true,
      paramLabel = "LEVEL",
      description = "where they are held, such as -65mV, or a plain number in the site's unit")
  private String level = "";

  @Mixin private WindowOptions window = new WindowOptions();

  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public ClampVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Quantity at = Quantity.parse(level);
    List<String> words = new ArrayList<>(List.of(what, "--at", level));
    words.addAll(window.words());
    return new BeforeAndAfter(terminal, bench, answer)
        .run(
            "clamp",
            words,
            "clamp " + what + " at " + level + window.told(),
            on -> on.clamp(what, at, window.window()));
  }
}
