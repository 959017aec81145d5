package org.hillock.app.verbs;

import java.util.Map;
import java.util.concurrent.Callable;
import org.hillock.app.facts.FactsText;
import org.hillock.app.facts.TransmitterFacts;
import org.hillock.app.output.JsonText;
import org.hillock.app.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock transmitters}: the catalogue of transmitters and receptors. */
@Command(
    name = "transmitters",
    header = "Tells what transmitters and receptors there are, and what they do.",
    descriptionHeading = "%n",
    description = {
      "Lists transmitters with their class, fast sign and receptors, receptors with their time"
          + " course, and the ions that are taken for transmitters; with a NAME, everything that is"
          + " known of that one, and its source.",
      "A projection of a network file names one as 'transmitter': the target's receptors decide its"
          + " sign and time course."
    },
    parameterListHeading = "%nSubject:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock transmitters",
      "  ./hillock transmitters glutamate",
      "  ./hillock transmitters nmda --json"
    })
public final class TransmittersVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "a transmitter, receptor or ion, such as gaba, nmda, Na+")
  private @Nullable String name;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public TransmittersVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Map<String, Object> facts = name == null ? TransmitterFacts.all() : TransmitterFacts.of(name);
    terminal.say(
        (json ? JsonText.of(JsonText.withPlainKeys(facts)) : FactsText.of(facts)).stripTrailing());
    return 0;
  }
}
