package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hillock.app.Versions;
import org.hillock.app.output.OutputFolder;
import org.hillock.app.output.Repeat;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.lab.cell.NerveCellScene;
import org.hillock.lab.summation.Addition;
import org.hillock.report.AdditionReport;
import org.hillock.report.NerveCellReport;
import org.hillock.report.scene.SceneNumbers;
import org.hillock.report.scene.SceneText;
import org.hillock.report.text.AdditionText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock scene}: something to watch, with all its numbers. */
@Command(
    name = "scene",
    header = "Shows a nerve cell at work and writes figures and numbers.",
    descriptionHeading = "%n",
    description = {
      "nerve-cell: a cell with its parts; the potential as it travels, ion currents, all or none,"
          + " refractoriness, strength and duration, excitation against inhibition, spread without"
          + " channels, and axons with and without myelin.",
      "the-sum: how linear addition at the hillock is, and how many units of a deep network it"
          + " takes to predict a nerve cell."
    },
    parameterListHeading = "%nSubject:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExample:%n",
    footer = "  ./hillock scene nerve-cell")
public final class SceneVerb implements Callable<Integer> {

  private static final String NERVE_CELL = "nerve-cell";
  private static final String THE_SUM = "the-sum";
  private static final List<String> SCENES = List.of(NERVE_CELL, THE_SUM);

  private final Terminal terminal;

  @Parameters(paramLabel = "SCENE", arity = "0..1", description = "nerve-cell or the-sum")
  private @Nullable String scene;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "folder for scene.json, figures and the page; standard: "
              + OutputFolder.HOME
              + "/scene-…")
  private @Nullable String out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public SceneVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (scene == null) {
      throw new UsageException(
          "scene: say which: '" + NERVE_CELL + "', such as './hillock scene " + NERVE_CELL + "'");
    }
    if (!SCENES.contains(scene)) {
      throw new UsageException(
          "scene '" + scene + "' is unknown; " + NearestName.hint(scene, SCENES));
    }
    String name = out == null ? OutputFolder.HOME + "/scene-" + scene : out;
    try (OutputFolder folder = OutputFolder.claim(terminal.path("--out", name))) {
      if (scene.equals(THE_SUM)) {
        theSum(folder, name);
      } else {
        tell(shown(folder), name);
      }
    }
    return 0;
  }

  private void theSum(OutputFolder folder, String name) {
    Addition addition;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      int[] begun = new int[1];
      // one half is pairs on passive dendrites, the other on active ones
      addition = Addition.measure(what -> progress.report(begun[0]++ / 2.0, what));
    }
    AdditionReport.write(addition, OutputFolder.SCENE, folder.file("."));
    folder.publish();
    AdditionText.lines(addition).forEach(terminal::say);
    terminal.say("");
    terminal.say("Numbers: " + name + "/" + OutputFolder.SCENE);
    terminal.say("Figures: " + name + "/" + AdditionReport.FIGURES);
  }

  private SceneNumbers shown(OutputFolder folder) {
    NerveCellScene measured;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      measured = NerveCellScene.run(progress);
    }
    SceneNumbers numbers = new SceneNumbers(measured);
    Map<String, String> versions = Versions.all();
    folder.json(OutputFolder.SCENE, numbers.tree(command(), versions));
    NerveCellReport.write(measured, command(), versions, folder.file("."));
    folder.publish();
    return numbers;
  }

  private String command() {
    List<String> words = new ArrayList<>(List.of("scene", NERVE_CELL));
    return Repeat.command(words);
  }

  private void tell(SceneNumbers numbers, String folder) {
    terminal.say(SceneText.of(numbers).stripTrailing());
    terminal.say("");
    terminal.say("Page:    " + folder + "/" + NerveCellReport.PAGE);
    terminal.say("Numbers: " + folder + "/" + OutputFolder.SCENE);
    terminal.say("Figures: " + folder + "/" + NerveCellReport.FIGURES);
  }
}
