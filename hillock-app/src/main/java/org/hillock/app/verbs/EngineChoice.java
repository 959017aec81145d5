package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Engine;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Precision;
import org.hillock.core.session.SessionOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What runs a network and how: the options that {@code run} and {@code bench} share. */
final class EngineChoice {

  private static final String ENGINE = "--engine";
  private static final String THREADS = "--threads";
  private static final String PRECISION = "--precision";
  private static final String NO_VECTORS = "--no-vectors";

  @Option(
      names = ENGINE,
      paramLabel = "E",
      description =
          "'tensor', 'spiking' or 'spiking-plain'; standard: the first that can run the network")
  private @Nullable String engine;

  @Option(
      names = THREADS,
      paramLabel = "N",
      description =
          "threads to work on, 1 or more; changes no bit of the result; standard: chosen by the"
              + " size of the network")
  private @Nullable Integer threads;

  @Option(
      names = PRECISION,
      paramLabel = "P",
      description = "of the state of neurons: 'single' or 'double'; standard: single")
  private @Nullable String precision;

  @Option(
      names = NO_VECTORS,
      description = "does without the processor's vector instructions; same bits, slower")
  private boolean noVectors;

  /**
   * The engine that is named, or the first that can run the network.
   *
   * @throws UsageException where it is unknown, or none can
   */
  Engine engine(Network network) {
    return engine == null ? Engines.suited(network) : Engines.named(engine);
  }

  /**
   * Options with what was given.
   *
   * @throws UsageException where a value is not allowed, or the engine has no use for an option
   */
  SessionOptions applied(Engine chosen, Network network, SessionOptions options) {
    Set<SessionOptions.Choice> heeded = chosen.heeds(network);
    SessionOptions applied =
        CellOption.hasCells(network) ? options.withStepMs(SessionOptions.CELL_STEP_MS) : options;
    if (threads != null) {
      applied = applied.withThreads(threads());
      require(heeded, SessionOptions.Choice.THREADS, THREADS, chosen, network);
    }
    if (precision != null) {
      applied = applied.withPrecision(precision(precision));
      require(heeded, SessionOptions.Choice.PRECISION, PRECISION, chosen, network);
    }
    if (noVectors) {
      applied = applied.withoutVectors();
      require(heeded, SessionOptions.Choice.VECTORS, NO_VECTORS, chosen, network);
    }
    return applied;
  }

  private static Precision precision(String word) {
    try {
      return Precision.parse(word);
    } catch (UsageException e) {
      throw new UsageException("--" + e.getMessage());
    }
  }

  private static void require(
      Set<SessionOptions.Choice> heeded,
      SessionOptions.Choice choice,
      String option,
      Engine engine,
      Network network) {
    if (!heeded.contains(choice)) {
      throw new UsageException(
          option
              + " has no meaning for network '"
              + network.name()
              + "' on the "
              + engine.name()
              + " engine; leave it out");
    }
  }

  /** The words of a command line that say the same. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    add(words, THREADS, threads);
    words.addAll(wordsBesideThreads());
    return words;
  }

  /** The same without those about threads. */
  List<String> wordsBesideThreads() {
    List<String> words = new ArrayList<>();
    add(words, ENGINE, engine);
    add(words, PRECISION, precision);
    if (noVectors) {
      words.add(NO_VECTORS);
    }
    return words;
  }

  /**
   * The number of threads that was given, or that the engine may choose.
   *
   * @throws UsageException where it is none
   */
  int threads() {
    if (threads == null) {
      return SessionOptions.THREADS_CHOSEN;
    }
    if (threads < 1 || threads > SessionOptions.MOST_THREADS) {
      throw new UsageException(THREADS, threads + " is not in 1.." + SessionOptions.MOST_THREADS);
    }
    return threads;
  }

  private static void add(List<String> words, String option, @Nullable Object value) {
    if (value != null) {
      words.add(option);
      words.add(value.toString());
    }
  }
}
