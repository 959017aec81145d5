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

/** {@code hillock stimulate}: adds to what neurons receive and tells what changes. */
@Command(
    name = "stimulate",
    header = "Adds to what neurons receive and tells what changes.",
    descriptionHeading = "%n",
    description = {
      "It is added to the sum at the hillock: to the bias of a neuron, as a current at a place of a cell, to a value of a graph, to the input of a modulator.",
      BeforeAndAfter.MEANING
    },
    parameterListHeading = "%nWhat:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock stimulate networks/brunel-small.net.yaml 'exc[0..9]' --by 20mV/ms --for 60ms --from 20ms --until 30ms",
      "  ./hillock stimulate networks/digits-mlp.net.yaml 'out[7]' --by 5 --on digits --input 3"
    })
public final class StimulateVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private BenchOptions bench = new BenchOptions();

  @Parameters(index = "1", paramLabel = "SITES", description = BenchOptions.SITES)
  private String what = "";

  @Option(
      names = "--by",
      required = true,
      paramLabel = "AMOUNT",
      description =
          "how much, in the unit of the neuron's bias (mV/ms, pA or a plain number), such as 50pA")
  private String amount = "";

  @Mixin private WindowOptions window = new WindowOptions();

  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public StimulateVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Quantity by = Quantity.parse(amount);
    List<String> words = new ArrayList<>(List.of(what, "--by", amount));
    words.addAll(window.words());
    return new BeforeAndAfter(terminal, bench, answer)
        .run(
            "stimulate",
            words,
            "stimulate " + what + " by " + amount + window.told(),
            on -> on.stimulate(what, by, window.window()));
  }
}
