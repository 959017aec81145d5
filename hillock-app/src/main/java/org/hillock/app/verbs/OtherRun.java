package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import org.hillock.app.shell.GraphSubject;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Session;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Interventions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In what run B differs from run A. */
final class OtherRun {

  private static final String INPUT = "--b-input";
  private static final String TRIAL = "--b-trial";
  private static final String DO = "--b-do";

  @Option(
      names = INPUT,
      paramLabel = "N|[NAME=]FILE",
      description = "what is shown in run B, in the words of --input; may be repeated")
  private List<String> input = List.of();

  @Option(names = TRIAL, paramLabel = "N", description = "the trial of run B")
  private @Nullable Long trial;

  @Option(
      names = DO,
      paramLabel = "WHAT",
      description = "done to the network in run B, in the words of --do; may be repeated")
  private List<String> done = List.of();

  /**
   * Run B.
   *
   * @param a run A
   * @throws UsageException where nothing differs
   */
  Experiment of(BenchOptions bench, Experiment a, Terminal terminal) {
    if (input.isEmpty() && trial == null && done.isEmpty()) {
      throw new UsageException(
          "run B would be run A; say with " + INPUT + ", " + TRIAL + " or " + DO + " what differs");
    }
    Experiment b =
        input.isEmpty()
            ? a
            : a.showing(bench.input().cues(terminal, input, a, GraphSubject.file(a)));
    Experiment drawn = trial == null ? b : b.inTrial(trial);
    if (done.isEmpty()) {
      return drawn;
    }
    List<Intervention> all = new ArrayList<>();
    try (Session session = drawn.open()) {
      Interventions on = new Interventions(session, drawn.subject().described());
      done.forEach(text -> all.addAll(on.parse(text)));
    }
    return drawn.with(all);
  }

  /** In words. */
  String told() {
    List<String> parts = new ArrayList<>();
    input.forEach(i -> parts.add("input " + i));
    if (trial != null) {
      parts.add("trial " + trial);
    }
    parts.addAll(done);
    return String.join(", ", parts);
  }

  /** The words of a command line that say the same. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    input.forEach(i -> words.addAll(List.of(INPUT, i)));
    if (trial != null) {
      words.addAll(List.of(TRIAL, trial.toString()));
    }
    done.forEach(d -> words.addAll(List.of(DO, d)));
    return words;
  }
}
