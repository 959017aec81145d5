package org.hillock.app.verbs;

import java.util.concurrent.Callable;
import org.hillock.app.bench.CellBench;
import org.hillock.app.bench.CellFigures;
import org.hillock.app.output.JsonText;
import org.hillock.app.terminal.StopSignal;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hillock bench cells}: how fast cells with parts run on this machine. */
@Command(
    name = "cells",
    header = "Measures how fast cells with parts run on this machine.",
    descriptionHeading = "%n",
    description =
        "Runs a branched cell of 497 compartments alone and many of them, with a leak, with Hodgkin"
            + " and Huxley's channels and with all kinds of channels, in steps of 0.025 ms on one"
            + " thread, and prints ns for a compartment and step, beside what a bare solution of the"
            + " tree and bare exponentials take here, in the same run.",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExample:%n",
    footer = "  ./hillock bench cells --json")
public final class BenchCellsVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--cells",
      paramLabel = "N",
      description = "how many cells where there are many; standard: ${DEFAULT-VALUE}")
  private int cells = 256;

  @Option(
      names = "--seconds",
      paramLabel = "T",
      description =
          "wall time that each kind of cell is measured for, after a warm-up four times as long;"
              + " standard: ${DEFAULT-VALUE}")
  private double seconds = 2;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public BenchCellsVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    CellFigures figures;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      figures = CellBench.measure(cells, seconds, progress);
    }
    terminal.say(json ? JsonText.of(figures.byName()).stripTrailing() : figures.text());
    return terminal.stopped().getAsBoolean() ? StopSignal.EXIT_CODE : 0;
  }
}
