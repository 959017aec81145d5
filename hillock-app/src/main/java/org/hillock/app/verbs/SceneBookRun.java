package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hillock.app.Versions;
import org.hillock.app.output.OutputFolder;
import org.hillock.core.training.Progress;
import org.hillock.lab.comparison.StoppedException;
import org.hillock.lab.scene.Scene;
import org.hillock.report.SceneReport;
import org.hillock.report.html.SceneBook;
import org.hillock.report.scene.Language;
import org.hillock.report.scene.SceneJson;
import org.hillock.report.scene.SceneTexts;
import org.hillock.report.scene.ToldScene;

/** Runs scenes one after the other for a book; what was finished when the user stops is kept. */
final class SceneBookRun {

  private final List<Scene> scenes;
  private final long seed;
  private final Language language;
  private final List<SceneBook.Chapter> chapters = new ArrayList<>();

  SceneBookRun(List<Scene> scenes, long seed, Language language) {
    this.scenes = scenes;
    this.seed = seed;
    this.language = language;
  }

  /**
   * Runs them and writes the files of each.
   *
   * @param command that repeats the scene of a name
   * @throws StoppedException where the user stopped before the first one was finished
   */
  void all(Progress progress, OutputFolder place, UnaryOperator<String> command) {
    // Texts first: nobody should wait for minutes to hear that one is missing.
    List<SceneTexts> texts = scenes.stream().map(s -> SceneTexts.of(s.name(), language)).toList();
    for (int i = 0; i < scenes.size(); i++) {
      Scene scene = scenes.get(i);
      double share = 1.0 / scenes.size();
      Progress part = progress.part(i * share, (i + 1) * share, scene.name());
      try {
        StoppedException.check(part);
        part.report(0, "");
        ToldScene told = new ToldScene(scene.run(seed, part), texts.get(i));
        files(told, place, command.apply(scene.name()));
      } catch (StoppedException e) {
        if (chapters.isEmpty()) {
          throw e;
        }
        return;
      }
    }
  }

  private void files(ToldScene told, OutputFolder place, String command) {
    String folder = told.name() + "/";
    SceneReport.figures(told, place.file(folder + "."));
    var tree = SceneJson.tree(told, seed, command, Versions.all());
    place.json(folder + OutputFolder.SCENE, tree);
    chapters.add(new SceneBook.Chapter(told, command));
  }

  List<ToldScene> told() {
    return chapters.stream().map(SceneBook.Chapter::told).toList();
  }

  /** Names of scenes that were not finished. */
  List<String> missing() {
    return scenes.stream().skip(chapters.size()).map(Scene::name).toList();
  }

  /** Writes the book and its table of contents as numbers, which it gives. */
  Map<String, Object> write(OutputFolder place, String command) {
    SceneReport.book(
        chapters, missing(), SceneTexts.shared(language), command, Versions.all(), place.file("."));
    List<Map<String, Object>> all = new ArrayList<>();
    for (ToldScene told : told()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("scene", told.name());
      one.put("title", told.title());
      one.put("verdict", told.result().verdict().name());
      one.put("file", told.name() + "/" + OutputFolder.SCENE);
      all.add(one);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SceneJson.SCHEMA);
    tree.put("language", language.code());
    tree.put("command", command);
    tree.put("seed", seed);
    tree.put("versions", Versions.all());
    tree.put("scenes", all);
    tree.put("missing", missing());
    place.json(OutputFolder.SCENES, tree);
    return tree;
  }
}
