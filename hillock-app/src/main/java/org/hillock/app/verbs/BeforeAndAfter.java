package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.core.session.Intervention;
import org.hillock.formats.tables.TableFile;
import org.hillock.lab.bench.Effect;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Interventions;
import org.hillock.lab.bench.Runs;
import org.hillock.report.figure.EffectFigure;
import org.hillock.report.json.EffectJson;
import org.hillock.report.text.EffectText;
import org.jspecify.annotations.Nullable;

/** What an intervention does: the run without it held against the run with it. */
final class BeforeAndAfter {

  /** What such a verb does, for help texts. */
  static final String MEANING =
      "Runs the network twice, without and with it, and tells what changed: how many neurons of each"
          + " population, from when on, and the answer where the network decides.";

  private final Terminal terminal;
  private final BenchOptions bench;
  private final AnswerOptions answer;

  BeforeAndAfter(Terminal terminal, BenchOptions bench, AnswerOptions answer) {
    this.terminal = terminal;
    this.bench = bench;
    this.answer = answer;
  }

  /**
   * Runs both and answers.
   *
   * @param words of the verb's own options
   * @param done what is done, in words
   * @param act what is done
   */
  int run(
      String verb,
      List<String> words,
      String done,
      Function<Interventions, List<Intervention>> act) {
    answer.check(terminal);
    Experiment experiment = bench.experiment(terminal, verb);
    Effect effect;
    try (Runs runs = new Runs(experiment);
        TerminalProgress progress = new TerminalProgress(terminal)) {
      List<Intervention> acts =
          act.apply(new Interventions(runs.session(), experiment.subject().described()));
      Runs.Answered before = runs.watchedBy(progress.part(0, 0.5, "before")).answered(experiment);
      Runs.Answered after =
          runs.watchedBy(progress.part(0.5, 1, "after")).answered(experiment.with(acts));
      effect = Effect.between(before.activity(), after.activity(), before.answer(), after.answer());
    }
    List<String> command = new ArrayList<>(List.of(verb));
    command.addAll(bench.words());
    command.addAll(words);
    Map<String, Object> facts = EffectJson.of(done, effect);
    facts.put("network", experiment.subject().name());
    answer.give(
        terminal,
        command,
        experiment.subject().described(),
        bench.told(terminal, experiment) + "\n" + EffectText.of(done, effect),
        facts,
        folder -> {
          List<String> files =
              new ArrayList<>(
                  TableFile.write(
                      EffectJson.table(effect), "populations", answer.csv(), folder::file));
          files.addAll(
              TableFile.write(EffectJson.neurons(effect), "neurons", answer.csv(), folder::file));
          files.addAll(
              DrawnFigures.of(experiment.subject().described())
                  .write(new EffectFigure(done, effect), "effect", folder));
          return files;
        });
    return 0;
  }

  /** A window in words, behind what is done. */
  static String when(@Nullable String from, @Nullable String until) {
    return (from == null ? "" : " from " + from) + (until == null ? "" : " until " + until);
  }

  /** The words of a window's options. */
  static List<String> words(@Nullable String from, @Nullable String until) {
    List<String> words = new ArrayList<>();
    if (from != null) {
      words.addAll(List.of("--from", from));
    }
    if (until != null) {
      words.addAll(List.of("--until", until));
    }
    return words;
  }
}
