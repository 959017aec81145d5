package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.app.Versions;
import org.hillock.app.output.OutputFolder;
import org.hillock.app.output.Repeat;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.lab.cell.NerveCellScene;
import org.hillock.lab.summation.Addition;
import org.hillock.report.AdditionReport;
import org.hillock.report.NerveCellReport;
import org.hillock.report.scene.SceneNumbers;
import org.hillock.report.scene.SceneText;
import org.hillock.report.text.AdditionText;

/** The two scenes that have no claims yet. */
final class CellScenes {

  static final String NERVE_CELL = "nerve-cell";
  static final String THE_SUM = "the-sum";
  static final List<String> NAMES = List.of(NERVE_CELL, THE_SUM);

  private final Terminal terminal;

  CellScenes(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(String scene, @org.jspecify.annotations.Nullable String out) {
    String name = out == null ? OutputFolder.HOME + "/scene-" + scene : out;
    try (OutputFolder folder = OutputFolder.claim(terminal.path("--out", name))) {
      if (scene.equals(THE_SUM)) {
        theSum(folder, name);
      } else {
        tell(shown(folder), name);
      }
    }
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
