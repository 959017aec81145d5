package org.hillock.lab.decide;

import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.hillock.core.dataflow.Dataflow;
import org.hillock.core.network.Network;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;

/** Who is asked: a network that is described, or a foreign graph that only runs. */
public sealed interface Respondent {

  /**
   * Its populations and how its answer is read. Of a graph that only runs this is an outline:
   * inputs and units, without projections.
   */
  Network network();

  /**
   * Opens it on the engine that suits it.
   *
   * @throws org.hillock.core.problem.UsageException where none can run it
   */
  Session open(SessionOptions options);

  /** A network, with its neurons, synapses and weights. */
  record Described(Network network) implements Respondent {
    @Override
    public Session open(SessionOptions options) {
      return Engines.open(network, options);
    }
  }

  /**
   * A graph that is run as it stands.
   *
   * @param network its outline
   * @param dataflow what is made of what in it
   * @param told how images go in and where the answer is read, in a sentence or two
   * @param sessions opens it, by seed
   * @param steadily the same graph, giving on average what it draws; asked only where it draws
   */
  record AsItStands(
      Network network,
      Dataflow dataflow,
      String told,
      LongFunction<Session> sessions,
      Supplier<AsItStands> steadily)
      implements Respondent {

    @Override
    public Session open(SessionOptions options) {
      return sessions.apply(options.seed());
    }

    /** The same without chance; empty where a step draws that cannot do otherwise. */
    public Optional<AsItStands> steady() {
      return dataflow.sources().stream().allMatch(Dataflow.Source::steady)
          ? Optional.of(dataflow.sources().isEmpty() ? this : steadily.get())
          : Optional.empty();
    }

    /** The same, of which something more is told. */
    public AsItStands saying(String more) {
      return new AsItStands(network, dataflow, told + "; " + more, sessions, steadily);
    }

    /** Why it was not read into a network, as a clause. */
    public String whyNotRead() {
      return dataflow.unread().isEmpty()
          ? "it is measured as it stands, as was asked"
          : "it cannot be read into a network (" + first() + ")";
    }

    private String first() {
      int more = dataflow.unread().size() - 1;
      return dataflow.unread().getFirst() + (more == 0 ? "" : "; and " + more + " more");
    }
  }
}
