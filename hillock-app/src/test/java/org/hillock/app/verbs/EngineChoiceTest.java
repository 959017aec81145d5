package org.hillock.app.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Engine;
import org.hillock.core.session.MemoryEstimate;
import org.hillock.core.session.Precision;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SessionOptions.Choice;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class EngineChoiceTest {

  private static final Network NETWORK = Network.builder("n").population("a", 1, "if").build();
  private static final SessionOptions STANDARD = SessionOptions.seeded(3);

  @Command
  private static final class Verb {
    @Mixin private final EngineChoice choice = new EngineChoice();
  }

  private static EngineChoice given(String... words) {
    Verb verb = new Verb();
    new CommandLine(verb).parseArgs(words);
    return verb.choice;
  }

  /** Heeds some choices and runs nothing. */
  private record Heeding(Set<Choice> heeded) implements Engine {
    @Override
    public String name() {
      return "made-up";
    }

    @Override
    public int order() {
      return 0;
    }

    @Override
    public Optional<String> refuses(Network network) {
      return Optional.empty();
    }

    @Override
    public Set<Choice> heeds(Network network) {
      return heeded;
    }

    @Override
    public MemoryEstimate estimate(Network network, SessionOptions options) {
      return new MemoryEstimate(1, 0, 0);
    }

    @Override
    public Session open(Network network, SessionOptions options) {
      throw new AssertionError("nothing is opened here");
    }
  }

  @Test
  void whatIsGivenReachesAnEngineThatHeedsIt() {
    Engine all = new Heeding(Set.of(Choice.values()));
    EngineChoice choice = given("--threads", "7", "--precision", "double", "--no-vectors");
    assertThat(choice.applied(all, NETWORK, STANDARD))
        .isEqualTo(STANDARD.withThreads(7).withPrecision(Precision.DOUBLE).withoutVectors());
    assertThat(choice.words())
        .containsExactly("--threads", "7", "--precision", "double", "--no-vectors");
    assertThat(given().applied(all, NETWORK, STANDARD)).isEqualTo(STANDARD);
    assertThat(given("--engine", "spiking").words()).containsExactly("--engine", "spiking");
  }

  @Test
  void whatAnEnginePassesOverIsRefused() {
    Engine threadsOnly = new Heeding(Set.of(Choice.THREADS));
    assertThat(given("--threads", "2").applied(threadsOnly, NETWORK, STANDARD).threads())
        .isEqualTo(2);
    assertThatThrownBy(() -> given("--no-vectors").applied(threadsOnly, NETWORK, STANDARD))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--no-vectors has no meaning for network 'n' on the made-up engine; leave it out");
  }
}
