package org.hillock.app.verbs;

import java.util.concurrent.Callable;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.problem.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hillock import}: other people's descriptions, as network files. */
@Command(
    name = "import",
    header = "Makes a network file of a connectome's tables.",
    synopsisSubcommandLabel = "KIND",
    descriptionHeading = "%n",
    description =
        "A table of synapses, and of neurons, as CSV or Parquet, becomes a network that every verb"
            + " takes: docs/connectomes.md.",
    commandListHeading = "%nKinds:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {ImportTableVerb.EXAMPLE, ImportTableVerb.EXAMPLE_ELECTRICAL})
public final class ImportVerb implements Callable<Integer> {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  /** The command line with its kinds. */
  public static picocli.CommandLine commands(Terminal terminal) {
    return new picocli.CommandLine(new ImportVerb()).addSubcommand(new ImportTableVerb(terminal));
  }

  @Override
  public Integer call() {
    throw new UsageException("import: say what kind of thing; known: table");
  }
}
