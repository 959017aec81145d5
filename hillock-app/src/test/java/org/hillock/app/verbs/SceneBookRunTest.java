package org.hillock.app.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.hillock.app.output.OutputFolder;
import org.hillock.core.training.Progress;
import org.hillock.lab.comparison.StoppedException;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.SceneResult;
import org.hillock.lab.scene.size.SizeScene;
import org.hillock.report.SceneReport;
import org.hillock.report.scene.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneBookRunTest {

  @TempDir private Path folder;

  /** Stops the user's work after so many reports. */
  private static final class StopAfter implements Progress {
    private int left;

    StopAfter(int reports) {
      left = reports;
    }

    @Override
    public void report(double fraction, String what) {
      left--;
    }

    @Override
    public boolean stopped() {
      return left < 0;
    }
  }

  /** A scene of a name that has texts, with a result that these can tell. */
  private record Quick(String name) implements Scene {
    @Override
    public SceneResult run(long seed, Progress progress) {
      progress.report(0.5, "");
      StoppedException.check(progress);
      List<Finding> numbers =
          List.of(
                  "right.least",
                  "right.most",
                  "gained",
                  "gained.top",
                  "right.drawn",
                  "hidden.most",
                  "hidden.before",
                  "worm",
                  "fly",
                  "human",
                  "gpt-3",
                  "said",
                  "human.synapses",
                  "gpt-3.synapses")
              .stream()
              .map(id -> Finding.of(id, 1))
              .toList();
      List<Picture> pictures =
          List.of(
              new Picture.Lines("more", List.of(), false), new Picture.Dots("counted", List.of()));
      Claim claim = Claim.above("gained", numbers.getFirst(), 0);
      return new SceneResult("size", numbers, List.of(claim), pictures);
    }
  }

  @Test
  void whatWasFinishedBeforeTheUserStoppedIsInTheBook() {
    List<Scene> scenes = List.of(new Quick("size"), new Quick("learning"), new SizeScene());
    try (OutputFolder place = OutputFolder.claim(folder.resolve("book"))) {
      SceneBookRun run = new SceneBookRun(scenes, 1, Language.ENGLISH);
      run.all(new StopAfter(2), place, name -> "./hillock scene " + name);
      run.write(place, "./hillock scene --all");
      place.publish();
      assertThat(run.told()).hasSize(1);
      assertThat(run.missing()).containsExactly("learning", "size");
    }
    assertThat(folder.resolve("book").resolve(SceneReport.BOOK))
        .content()
        .contains("Stopped before the end", "learning, size");
    assertThat(folder.resolve("book/scenes.json")).content().contains("\"missing\"");
    assertThat(folder.resolve("book/size/scene.json")).isNotEmptyFile();
  }

  @Test
  void nothingIsWrittenWhereNothingWasFinished() {
    try (OutputFolder place = OutputFolder.claim(folder.resolve("book"))) {
      SceneBookRun run = new SceneBookRun(List.of(new Quick("size")), 1, Language.ENGLISH);
      assertThatThrownBy(() -> run.all(new StopAfter(-1), place, name -> name))
          .isInstanceOf(StoppedException.class);
    }
    assertThat(folder.resolve("book")).doesNotExist();
  }
}
