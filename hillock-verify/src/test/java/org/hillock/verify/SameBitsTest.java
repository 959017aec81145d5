package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hillock.app.simulation.SpikeFingerprint;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.scaling.NetworkScaling;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Precision;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.formats.yaml.NetworkYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The reference networks, smaller, make the same spikes to the bit on any number of threads, with
 * vectors and without, with a trace recorded and without, in one go or in strides.
 */
class SameBitsTest {

  private static final Path NETWORKS = Path.of("..", "networks");

  @ParameterizedTest
  @CsvSource({
    "brunel-2000, 0.1, 100",
    "potjans-diesmann-2014, 0.05, 100",
    "potjans-diesmann-2014-dc, 0.3, 40",
    "vogels-abbott-2005, 1, 100",
    "shiu-fly-like, 0.2, 100"
  })
  void threadsVectorsAndRecordingChangeNoSpike(String name, double scale, double ms) {
    Network network =
        NetworkScaling.scaled(NetworkYaml.read(NETWORKS.resolve(name + ".net.yaml")), scale);
    SessionOptions options = SessionOptions.seeded(5);
    String twin = spikes(network, options.withThreads(1).withoutVectors(), ms, 1, false);
    assertThat(Long.parseLong(twin.substring(0, twin.indexOf(' ')))).isGreaterThan(50);
    for (int threads : new int[] {1, 2, 3, 7}) {
      String fast = spikes(network, options.withThreads(threads), ms, threads % 2 + 1, false);
      assertThat(fast).as("%s on %s threads", name, threads).isEqualTo(twin);
    }
    assertThat(spikes(network, options.withThreads(2), ms, 1, true)).isEqualTo(twin);
  }

  @ParameterizedTest
  @CsvSource({
    "brunel-2000, 0.1, 50",
    "potjans-diesmann-2014, 0.03, 50",
    "vogels-abbott-2005, 1, 50",
    "shiu-fly-like, 0.1, 50"
  })
  void inDoublePrecisionTheyAreThePlainEnginesSpikes(String name, double scale, double ms) {
    Network network =
        NetworkScaling.scaled(NetworkYaml.read(NETWORKS.resolve(name + ".net.yaml")), scale);
    SessionOptions options = SessionOptions.seeded(6).withPrecision(Precision.DOUBLE);
    String plain;
    try (Session session = Engines.named("spiking-plain").open(network, options)) {
      plain = spikes(session, ms, 1, false);
    }
    assertThat(spikes(network, options.withThreads(2), ms, 1, false)).isEqualTo(plain);
  }

  @Test
  void vectorsAreUsedWhereThisMachineHasThem() throws IOException {
    Path cpuinfo = Path.of("/proc/cpuinfo");
    boolean wide = Files.exists(cpuinfo) && Files.readString(cpuinfo).contains(" avx2");
    Network network = NetworkYaml.read(NETWORKS.resolve("vogels-abbott-2005.net.yaml"));
    try (Session session = Engines.named("spiking").open(network, SessionOptions.seeded(1))) {
      int bits = session.capability(Capability.Profiled.class).orElseThrow().profile().vectorBits();
      assertThat(bits > 0).isEqualTo(wide);
    }
  }

  private static String spikes(
      Network network, SessionOptions options, double ms, int strides, boolean trace) {
    try (Session session = Engines.named("spiking").open(network, options)) {
      return spikes(session, ms, strides, trace);
    }
  }

  private static String spikes(Session session, double ms, int strides, boolean trace) {
    SpikeFingerprint fingerprint = new SpikeFingerprint();
    Capability.Timed timed = session.capability(Capability.Timed.class).orElseThrow();
    for (Population p : session.network().populations().values()) {
      if (p.model().family() == NeuronModel.Family.SPIKING) {
        SpikeFingerprint.Lane lane = fingerprint.lane(p.name());
        session.record(
            new Probe(SiteRef.of(p.name(), "spikes"), 0), new Counted(lane, timed.stepMs()));
        if (trace) {
          session.record(new Probe(SiteRef.of(p.name(), "v"), 0), new Recording());
        }
      }
    }
    for (int stride = 0; stride < strides; stride++) {
      timed.advance(ms / strides);
    }
    return fingerprint.end();
  }

  private record Counted(SpikeFingerprint.Lane lane, double stepMs) implements RecordingSink {
    @Override
    public void begin(RecordingSchema schema) {
      // the columns of spikes are known
    }

    @Override
    public void row(double timeMs, int neuron, double value) {
      lane.add(Math.round(timeMs / stepMs), neuron);
    }

    @Override
    public void close() {
      // the fingerprint ends by itself
    }
  }
}
