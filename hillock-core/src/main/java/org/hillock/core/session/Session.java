package org.hillock.core.session;

import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;

/**
 * A running network: the only thing in the house that changes.
 *
 * <p>Verbs are written once against it and know nothing of the engine behind it. A network without
 * time is a session in which one {@link #advance()} is one forward pass. Not thread-safe.
 */
public interface Session extends AutoCloseable {

  /** What is running. */
  Network network();

  /** Name of the engine. */
  String engine();

  /**
   * Finds a site.
   *
   * @throws UsageException as {@link Site#bind}
   */
  default Site bind(SiteRef ref) {
    return Site.bind(network(), ref);
  }

  /**
   * Presents a stimulus in place of the one that its population had.
   *
   * @throws UsageException where the population is unknown, cannot take it, or sizes differ
   */
  void present(Stimulus stimulus);

  /**
   * Does something to the network from now on, beside what was done before.
   *
   * @throws UsageException where its site is unknown or cannot be acted on in that way
   */
  void apply(Intervention intervention);

  /** Ends all interventions. */
  void clearInterventions();

  /**
   * Records a probe from the next step on. Recording changes no bit of what the network does. The
   * sink is closed with the session.
   *
   * @throws UsageException where its site is unknown
   */
  void record(Probe probe, RecordingSink sink);

  /** One step, or one forward pass. */
  void advance();

  /**
   * The values at a site now: one row of the site's neurons for each input of a batch, one row
   * otherwise.
   *
   * @throws UsageException where the network has not yet been advanced and nothing is known
   */
  double[][] read(Site site);

  /**
   * Back to the initial state at time 0: stimuli are taken away, interventions and probes stay.
   *
   * @param trial number of the trial that begins; random sources draw anew for each trial
   */
  void reset(long trial);

  /** What else it can do. */
  <C extends Capability> Optional<C> capability(Class<C> type);

  /** Ends the session and closes its sinks. */
  @Override
  void close();
}
