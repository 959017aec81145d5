package org.hillock.verify.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.hillock.core.network.Network;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.lab.scene.onewayorround.OneWayOrRoundScene;
import org.hillock.lab.scene.specialists.SpecialistsScene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files under {@code networks/scenes} say what the scenes run. */
class WaysAndBranchesNetworksTest {

  private static final Path FOLDER = Path.of("../networks/scenes");

  private static final Map<String, String> HEADS =
      Map.of(
          "one-way-or-round",
          """
          # A network that goes round: it reads a picture of six rows in six passes and hears what it sent before.
          # It has learnt nothing yet; the scene teaches it which symbol stood in the first row.
          # The scene: ./hillock scene one-way-or-round (docs/scenes.md).
          #   ./hillock info networks/scenes/one-way-or-round.net.yaml
          """,
          "one-way-or-round-circuit",
          """
          # 192 excitatory and 48 inhibitory cells, joined at random: only its wiring is looked at.
          # The scene: ./hillock scene one-way-or-round (docs/scenes.md).
          #   ./hillock info networks/scenes/one-way-or-round-circuit.net.yaml
          """,
          "specialists",
          """
          # Two equal branches that hear of the form and the colour of things. They have learnt nothing yet.
          # The scene: ./hillock scene specialists (docs/scenes.md).
          #   ./hillock info networks/scenes/specialists.net.yaml
          """);

  static Stream<Network> shipped() {
    return Stream.concat(
        OneWayOrRoundScene.networks().stream(), Stream.of(SpecialistsScene.network()));
  }

  /** With -Dhillock.writeTables=true the files are written anew. */
  @ParameterizedTest
  @MethodSource("shipped")
  void aFileIsTheNetworkOfItsScene(Network network) throws IOException {
    Path file = FOLDER.resolve(network.name() + ".net.yaml");
    String text = HEADS.get(network.name()) + NetworkYaml.write(network);
    if (Boolean.getBoolean("hillock.writeTables")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }
    assertThat(Files.readString(file)).isEqualTo(text);
    assertThat(NetworkYaml.write(NetworkYaml.read(file))).isEqualTo(NetworkYaml.write(network));
  }
}
