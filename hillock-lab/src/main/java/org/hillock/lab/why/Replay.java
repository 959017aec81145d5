package org.hillock.lab.why;

import java.util.Optional;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Session;
import org.hillock.core.training.Progress;
import org.hillock.lab.bench.Experiment;

/**
 * A run that is made again with a plain twin that keeps what reaches neurons, stopped at moments.
 */
public final class Replay implements AutoCloseable {

  /** So often a long run says how far it is and hears that it shall stop. */
  private static final int SLICES = 50;

  private final Experiment run;
  private final Session session;
  private final Capability.Terms terms;
  private final Optional<Capability.Timed> timed;
  private double now;

  /**
   * Opens the run at its start.
   *
   * @throws UsageException where no engine can tell what sums of this network are made of
   */
  public Replay(Experiment run) {
    this.run = run;
    session =
        run.open(Capability.Terms.class)
            .orElseThrow(() ->
                new UsageException(
                    "network '"
                        + run.subject().name()
                        + "' runs on no engine that can tell what sums are made of"));
    Optional<Capability.Terms> offered = session.capability(Capability.Terms.class);
    if (offered.isEmpty()) {
      session.close();
      throw new UsageException(
          "network '"
              + run.subject().name()
              + "': its engine "
              + session.engine()
              + " cannot tell what its sums are made of");
    }
    terms = offered.get();
    timed = session.capability(Capability.Timed.class);
  }

  /** What runs. */
  public Session session() {
    return session;
  }

  /** Who tells what sums are made of. */
  public Capability.Terms terms() {
    return terms;
  }

  /** Whether it lives in time. */
  public boolean timed() {
    return timed.isPresent();
  }

  /** A step in ms; 1 pass where it has no time. */
  public double step() {
    return timed.map(Capability.Timed::stepMs).orElse(1.0);
  }

  /** Where it stands: ms or passes. */
  double now() {
    return now;
  }

  /**
   * Runs on to a moment; stops before where it is asked to.
   *
   * @return whether the moment was reached
   */
  public boolean to(double moment, Progress progress) {
    double slice = Math.max(step(), Math.ceil((moment - now) / SLICES / step()) * step());
    while (now < moment) {
      if (progress.stopped()) {
        return false;
      }
      double next = moment - now < 1.5 * slice ? moment : now + slice;
      run.play(session, now, next);
      now = next;
      progress.report(now / moment, timed() ? "replaying" : "passing forward");
    }
    return true;
  }

  @Override
  public void close() {
    session.close();
  }
}
