package org.hillock.spiking;

import org.hillock.core.network.Network;
import org.hillock.core.session.Precision;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;

/** Ways to run a network that give the same bits: every test of an engine runs each of them. */
enum How {
  PLAIN,
  ONE_THREAD,
  THREE_THREADS;

  Session open(Network network, SessionOptions options) {
    SessionOptions precise = options.withPrecision(Precision.DOUBLE);
    return switch (this) {
      case PLAIN -> new PlainSpikingEngine().open(network, precise);
      case ONE_THREAD -> new SpikingEngine().open(network, precise.withThreads(1));
      case THREE_THREADS -> new SpikingEngine().open(network, precise.withThreads(3));
    };
  }

  /** A session with the seed that tests use. */
  Bench bench(Network network, double stepMs) {
    return new Bench(this, network, stepMs, Bench.SEED);
  }

  Bench bench(Network network, double stepMs, long seed) {
    return new Bench(this, network, stepMs, seed);
  }
}
