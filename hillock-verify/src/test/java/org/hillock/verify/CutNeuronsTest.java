package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.session.Stimulus;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.spiking.terms.TermsContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Neurons cut out of the networks that come with Hillock are the neurons of these networks. */
class CutNeuronsTest {

  private static final Path NETWORKS = Path.of("..", "networks");

  static List<Path> models() throws IOException {
    try (Stream<Path> all = Files.list(NETWORKS.resolve("models"))) {
      return all.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void ofEveryShippedModel(Path file) {
    new TermsContract(NetworkYaml.read(file), 0.1, 0).check(3, 250);
  }

  private static TermsContract cut(String file, double stepMs, double fromMs) {
    return new TermsContract(NetworkYaml.read(NETWORKS.resolve(file)), stepMs, fromMs);
  }

  @Test
  void ofABalancedNetwork() {
    TermsContract contract = cut("brunel-small.net.yaml", 0.1, 0).check(2, 400);
    assertThat(contract.additive()).containsEntry("exc", true).containsEntry("inh", true);
    assertThat(contract.spikes()).isPositive();
  }

  @Test
  void underModulatorsThatTheirSpikesDrive() {
    TermsContract contract = cut("fatigue.net.yaml", 0.1, 20).check(3, 250);
    assertThat(contract.additive()).containsEntry("exc", true);
  }

  @Test
  void withPlasticSynapses() {
    cut("izhikevich-2007.net.yaml", 0.5, 0).check(2, 100);
  }

  @Test
  void ofCellsWithPartsAndVesicles() {
    cut("cells/cells.net.yaml", 0.025, 0).check(1, 600);
    cut("cells/synapses.net.yaml", 0.025, 5).check(1, 800);
  }

  @Test
  void ofRatesThatLiveInTime() {
    Network network = NetworkYaml.read(NETWORKS.resolve("digits-mlp.net.yaml"));
    Population input = network.populations().values().iterator().next();
    float[] image = new float[input.size()];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) Math.abs(Math.sin(i));
    }
    TermsContract contract =
        new TermsContract(network, 0.1, 0, s -> s.present(Stimulus.frame(input.name(), image)))
            .check(2, 30);
    assertThat(contract.additive()).containsEntry("hidden2", true).containsEntry("out", true);
  }
}
