package org.hillock.app.verbs;

import java.util.List;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.lab.bench.Interventions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When an intervention holds. */
final class WindowOptions {

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "when it begins, in a network that lives in time; standard: the start")
  private @Nullable String from;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "when it ends, that moment not included; standard: never")
  private @Nullable String until;

  /**
   * The window.
   *
   * @throws UsageException where an end is no time
   */
  Intervention.Window window() {
    check("--from", from);
    check("--until", until);
    return Interventions.window(from, until);
  }

  private static void check(String option, @Nullable String text) {
    if (text != null) {
      TimeGiven.ms(option, text);
    }
  }

  /** In words, behind what is done. */
  String told() {
    return BeforeAndAfter.when(from, until);
  }

  /** The words of a command line that say the same. */
  List<String> words() {
    return BeforeAndAfter.words(from, until);
  }
}
