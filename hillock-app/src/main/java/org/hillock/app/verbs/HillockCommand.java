package org.hillock.app.verbs;

import java.util.concurrent.Callable;
import org.hillock.app.Versions;
import org.hillock.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** {@code hillock} alone: lists the verbs. */
@Command(
    name = "hillock",
    synopsisSubcommandLabel = "VERB",
    versionProvider = HillockCommand.Version.class,
    description = {
      "A bench for neurons of both kinds: how alike are the neurons of brains and of deep networks,"
          + " measured?"
    },
    commandListHeading = "%nVerbs:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  ./hillock compare digits --quick", "  ./hillock compare --help"})
public final class HillockCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "shows the versions of Hillock and of what it computes with")
  private boolean version;

  public HillockCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    org.hillock.app.Main.commands(terminal).usage(terminal.out());
    return 0;
  }

  /** What {@code --version} says. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return Versions.all().entrySet().stream()
          .map(e -> e.getKey() + " " + e.getValue())
          .toArray(String[]::new);
    }
  }
}
