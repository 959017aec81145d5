package org.hillock.app.verbs;

import java.util.concurrent.Callable;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.problem.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hillock test}: done by the launcher, which alone knows where the sources are. */
@Command(
    name = "test",
    header = "Runs the whole test suite (done by the launcher).",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    description =
        "From the sources. The launcher ./hillock does this itself; it" + " takes minutes.")
public final class TestVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public TestVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    throw new UsageException(
        "'test' is done by the launcher: run './hillock test' in the folder of the sources, not"
            + " Java itself (here: "
            + terminal.folder().toAbsolutePath().normalize()
            + ")");
  }
}
