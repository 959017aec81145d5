package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hillock.app.Versions;
import org.hillock.app.output.JsonText;
import org.hillock.app.output.OutputFolder;
import org.hillock.app.output.Repeat;
import org.hillock.app.terminal.StopSignal;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.Scenes;
import org.hillock.report.SceneReport;
import org.hillock.report.scene.Language;
import org.hillock.report.scene.SceneJson;
import org.hillock.report.scene.SceneTelling;
import org.hillock.report.scene.SceneTexts;
import org.hillock.report.scene.ToldScene;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock scene}: what people say of nerve cells and networks, put to the test. */
@Command(
    name = "scene",
    header = "Puts what people say of nerve cells and networks to the test.",
    descriptionHeading = "%n",
    description = {
      "A scene is a claim, an experiment on a small network that could refute it, and a control that"
          + " must fail. One scene gives a page with its figures and numbers; --all makes one book"
          + " of all of them. 'hillock scene --list' names them."
    },
    parameterListHeading = "%nSubject:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  ./hillock scene --list", "  ./hillock scene nerve-cell --lang ko"})
public final class SceneVerb implements Callable<Integer> {

  private final Terminal terminal;
  private final List<Scene> scenes;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "a scene, such as nerve-cell")
  private @Nullable String name;

  @Option(names = "--all", description = "all scenes, and a book of them: scenes.html")
  private boolean all;

  @Option(names = "--list", description = "names the scenes, and runs none")
  private boolean list;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "language of the texts: en or ko; standard: ${DEFAULT-VALUE}")
  private String lang = "en";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of everything that is drawn; standard: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "folder for the page or book, scene.json and figures; standard: "
              + OutputFolder.HOME
              + "/scene-… or "
              + OutputFolder.HOME
              + "/scenes")
  private @Nullable String out;

  @Option(
      names = "--json",
      description = "answers as JSON, and prints nothing else to standard output")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public SceneVerb(Terminal terminal) {
    this(terminal, Scenes.all());
  }

  /** With scenes of its own. */
  SceneVerb(Terminal terminal, List<Scene> scenes) {
    this.terminal = terminal;
    this.scenes = scenes;
  }

  @Override
  public Integer call() {
    Language language = Language.of(lang);
    if ((name == null ? 0 : 1) + (all ? 1 : 0) + (list ? 1 : 0) > 1) {
      throw new UsageException("scene: a name, --all and --list exclude each other");
    }
    if (list) {
      list(language);
      return 0;
    }
    if (all) {
      return book(language);
    }
    one(scene(), language);
    return 0;
  }

  private List<String> names() {
    return scenes.stream().map(Scene::name).toList();
  }

  private Scene scene() {
    if (name == null) {
      throw new UsageException(
          "scene: say which: " + String.join(", ", names()) + ", or --all for a book of them");
    }
    String wanted = name;
    return scenes.stream()
        .filter(s -> s.name().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "scene '" + wanted + "' is unknown; " + NearestName.hint(wanted, names())));
  }

  private void list(Language language) {
    if (json) {
      List<Map<String, String>> all =
          scenes.stream().map(s -> Map.of("name", s.name(), "title", title(s, language))).toList();
      terminal.say(JsonText.of(Map.of("scenes", all)).stripTrailing());
      return;
    }
    int widest = names().stream().mapToInt(String::length).max().orElse(0);
    for (Scene scene : scenes) {
      String room = " ".repeat(widest - scene.name().length());
      terminal.say(scene.name() + room + "  " + title(scene, language));
    }
  }

  private static String title(Scene scene, Language language) {
    return SceneTexts.of(scene.name(), language).get("title");
  }

  private void one(Scene scene, Language language) {
    String folder = out == null ? OutputFolder.HOME + "/scene-" + scene.name() : out;
    try (OutputFolder place = OutputFolder.claim(terminal.path("--out", folder))) {
      ToldScene told;
      try (TerminalProgress progress = new TerminalProgress(terminal)) {
        SceneTexts texts = SceneTexts.of(scene.name(), language);
        told = new ToldScene(scene.run(seed, progress), texts);
      }
      String command = command(Optional.of(scene.name()), language);
      var tree = SceneJson.tree(told, seed, command, Versions.all());
      place.json(OutputFolder.SCENE, tree);
      SceneReport.page(told, command, Versions.all(), place.file("."));
      place.publish();
      if (json) {
        terminal.say(JsonText.of(tree).stripTrailing());
        return;
      }
      terminal.say(SceneTelling.render(told, terminal.columns()).stripTrailing());
      where(folder, SceneReport.PAGE, OutputFolder.SCENE);
      terminal.say("Figures: " + folder + "/" + SceneReport.FIGURES);
    }
  }

  private int book(Language language) {
    String folder = out == null ? OutputFolder.HOME + "/scenes" : out;
    String command = command(Optional.empty(), language);
    try (OutputFolder place = OutputFolder.claim(terminal.path("--out", folder))) {
      SceneBookRun run = new SceneBookRun(scenes, seed, language);
      try (TerminalProgress progress = new TerminalProgress(terminal)) {
        run.all(progress, place, s -> command(Optional.of(s), language));
      }
      Map<String, Object> tree = run.write(place, command);
      place.publish();
      if (json) {
        terminal.say(JsonText.of(tree).stripTrailing());
      } else {
        terminal.say(SceneTelling.verdicts(run.told(), terminal.columns()).stripTrailing());
        where(folder, SceneReport.BOOK, OutputFolder.SCENES);
      }
      if (run.missing().isEmpty()) {
        return 0;
      }
      terminal
          .err()
          .println(
              "stopped: the book holds "
                  + run.told().size()
                  + " of "
                  + scenes.size()
                  + " scenes; not run: "
                  + String.join(", ", run.missing()));
      return StopSignal.EXIT_CODE;
    }
  }

  private void where(String folder, String page, String numbers) {
    terminal.say("");
    terminal.say("Page:    " + folder + "/" + page);
    terminal.say("Numbers: " + folder + "/" + numbers);
  }

  private String command(Optional<String> scene, Language language) {
    List<String> words = new ArrayList<>(List.of("scene", scene.orElse("--all")));
    words.addAll(List.of("--lang", language.code(), "--seed", Long.toString(seed)));
    return Repeat.command(words);
  }
}
