package org.hillock.lab.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.junit.jupiter.api.Test;

class RunawayGuardTest {

  private static final Connectivity ALL = new Connectivity.AllToAll(true);

  /** Looks every 20 ms until something runs away or the time is over. */
  private static Optional<Runaway> guarded(Network network, double limitHz, double forMs) {
    try (Session session = Engines.open(network, SessionOptions.seeded(1))) {
      Capability.Timed timed = session.capability(Capability.Timed.class).orElseThrow();
      RunawayGuard guard = new RunawayGuard(network, limitHz);
      Optional<Runaway> runaway = Optional.empty();
      while (runaway.isEmpty() && timed.timeMs() < forMs) {
        timed.advance(RunawayGuard.LOOK_EVERY_MS);
        runaway = guard.look(timed);
      }
      return runaway;
    }
  }

  /**
   * One kick, then each volley makes the next: it arrives 2.9 ms after the one before and fires in
   * the step of 0.1 ms that follows, so 333.3 times a second.
   */
  private static NetworkBuilder exploding() {
    return Network.builder("fit")
        .population("kick", 1, "spike-list", p -> p.spikes(new double[] {0}))
        .population("exc", 10, "lif-delta")
        .projection("kick", "exc", ALL, p -> p.weight("25 mV"))
        .projection("exc", "exc", ALL, p -> p.weight("2.5 mV").delay("2.9 ms"));
  }

  @Test
  void anExplosionIsFoundWithWhatDrivesIt() {
    Runaway found =
        guarded(exploding().build(), RunawayGuard.STANDARD_LIMIT_HZ, 1_000).orElseThrow();
    assertThat(found.timeMs()).isCloseTo(RunawayGuard.WINDOW_MS, within(1e-9));
    assertThat(found.populations()).hasSize(1);
    // 33 or 34 volleys in 100 ms
    assertThat(found.populations().getFirst().hz()).isBetween(330.0, 340.0);
    assertThat(found.loop().populations()).containsExactly("exc");
    // 10 synapses of 2.5 mV each, a third of a volley a millisecond
    assertThat(found.loop().weakestDriveMvPerMs()).isBetween(25 * 0.330, 25 * 0.340);
    assertThat(found.told())
        .contains("network 'fit' ran away: at 100 ms population fires: 'exc' at 3")
        .contains("above the limit of 250 Hz", "the loop exc → exc (at least 8.");
  }

  @Test
  void theLimitDecides() {
    assertThat(guarded(exploding().build(), 400, 400)).isEmpty();
    assertThat(guarded(exploding().build(), 300, 400)).isPresent();
    assertThatThrownBy(() -> new RunawayGuard(exploding().build(), 0))
        .isInstanceOf(UsageException.class)
        .hasMessage("rate limit 0.0 Hz is not > 0 Hz");
  }

  /** Two populations that excite each other strongly, and each itself a little. */
  @Test
  void theStrongestLoopIsNamed() {
    Network network =
        exploding()
            .population("relay", 10, "lif-delta")
            .projection("exc", "relay", ALL, p -> p.weight("5 mV").delay("0.4 ms"))
            .projection("relay", "exc", ALL, p -> p.weight("4 mV").delay("2.4 ms"))
            .projection("relay", "relay", ALL, p -> p.weight("0.1 mV"))
            .population("aside", 10, "lif-delta")
            .projection("exc", "aside", ALL, p -> p.weight("9 mV").delay("1 ms"))
            .build();
    Runaway found = guarded(network, 250, 1_000).orElseThrow();
    assertThat(found.loop().populations()).containsExactlyInAnyOrder("exc", "relay");
    // as fast as the others, but only driven: it excites no one
    assertThat(found.populations())
        .extracting(Runaway.Rate::population)
        .containsExactlyInAnyOrder("exc", "relay");
    assertThat(found.told()).contains("populations fire: ");
  }

  /** 5000 arrivals a second of 30 mV each: it fires as fast as its refractory time lets it. */
  private static NetworkBuilder driven() {
    return Network.builder("driven")
        .population("drive", 10, "poisson", p -> p.param("rate", "5000 Hz"))
        .population("exc", 10, "lif-delta")
        .projection("drive", "exc", new Connectivity.OneToOne(), p -> p.weight("30 mV"));
  }

  @Test
  void whatIsDrivenFromOutsideDoesNotRunAway() {
    assertThat(guarded(driven().build(), 250, 300)).isEmpty();
    // the same limit stops it when it excites itself as well
    Network loop = driven().projection("exc", "exc", ALL, p -> p.weight("0.01 mV")).build();
    assertThat(guarded(loop, 250, 300)).isPresent();
  }

  @Test
  void inhibitionAndSilentPopulationsMakeNoLoop() {
    Network network =
        driven()
            .population("silent", 10, "lif-delta")
            .projection("exc", "silent", ALL, p -> p.weight("0.001 mV"))
            .projection("silent", "exc", ALL, p -> p.weight("30 mV"))
            .projection("exc", "exc", ALL, p -> p.weight("-0.01 mV"))
            .build();
    assertThat(guarded(network, 250, 300)).isEmpty();
  }

  /** In-degree 4, by hand for each way to write a weight. */
  @Test
  void strengthIsTheMeanPush() {
    assertThat(drive(Values.constant(250, "pA"))).isCloseTo(4 * 0.5, within(1e-12));
    assertThat(drive(Values.constant(0.25, "nA"))).isCloseTo(4 * 0.5, within(1e-12));
    assertThat(drive(Values.drawn(new Distribution.Uniform(0, 500, Unit.PA))))
        .isCloseTo(4 * 0.5, within(1e-12));
    assertThat(drive(Values.drawn(new Distribution.Normal(250, 9, 0, 1e9, Unit.PA))))
        .isCloseTo(4 * 0.5, within(1e-12));
    assertThat(drive(Values.drawn(new Distribution.Exponential(250, Unit.PA))))
        .isCloseTo(4 * 0.5, within(1e-12));
    // the mean of a log-normal is median · exp(sigma² / 2)
    assertThat(drive(Values.drawn(new Distribution.LogNormal(250, 1, Unit.PA))))
        .isCloseTo(4 * 0.5 * Math.sqrt(Math.E), within(1e-9));
    double[] listed = new double[16];
    java.util.Arrays.fill(listed, 0, 8, 500);
    assertThat(drive(Values.listed(org.hillock.core.network.Numbers.of(listed), "pA")))
        .isCloseTo(4 * 0.5, within(1e-12));
  }

  /** Of four neurons with tau_exc 0.5 ms and c_m 250 pF on themselves, at 1000 Hz. */
  private static double drive(Values weights) {
    return drive("lif-exp", weights);
  }

  /** A fly's cell: what is added to g decays with 5 ms and moves v with 20 ms. */
  @Test
  void strengthIsThatOfTheModel() {
    assertThat(drive("lif-shiu", Values.constant(2, "mV"))).isCloseTo(4 * 0.5, within(1e-12));
    assertThat(drive("lif-delta", Values.constant(2, "mV"))).isCloseTo(4 * 2, within(1e-12));
  }

  private static double drive(String neuron, Values weights) {
    Network network =
        Network.builder("one")
            .population("exc", 4, neuron)
            .projection("exc", "exc", ALL, p -> p.weight(weights))
            .build();
    Loop loop = new ExcitatoryGraph(network).strongestLoop(0, new double[] {1000}).orElseThrow();
    assertThat(loop.populations()).isEqualTo(List.of("exc"));
    return loop.weakestDriveMvPerMs();
  }
}
