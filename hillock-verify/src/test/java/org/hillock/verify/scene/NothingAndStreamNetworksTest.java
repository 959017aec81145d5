package org.hillock.verify.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hillock.core.network.Network;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.lab.scene.nothing.NothingComesIn;
import org.hillock.lab.scene.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files under {@code networks/scenes} say what the scenes run. */
class NothingAndStreamNetworksTest {

  private static final Path FOLDER = Path.of("../networks/scenes");

  private static final Map<String, String> HEADS =
      Map.of(
          "nothing-comes-in",
          """
          # What goes on when nothing comes in: a pause and five times three syllables, each an assembly of 24
          # cells with noise of their own, and 96 inhibitory cells. Six rows of syllables were shown once; Hebb's
          # rule tied together what was active in turn. Left alone, the network plays rows, old ones and new ones.
          # The scene: ./hillock scene nothing-comes-in (docs/scenes.md).
          #   ./hillock run networks/scenes/nothing-comes-in.net.yaml --for 3s --step 0.5ms
          """,
          "stream",
          """
          # Cells that see motion: each hears its own pixel of a ring of twelve at once and a neighbour 20 ms late
          # (Barlow and Levick 1965, doi 10.1113/jphysiol.1965.sp007638). Movies come as pictures of 12 rows, one
          # column for each frame of 20 ms. The scene: ./hillock scene stream (docs/scenes.md).
          #   ./hillock info networks/scenes/stream.net.yaml
          """);

  static java.util.stream.Stream<Network> shipped() {
    return java.util.stream.Stream.of(
        NothingComesIn.network(), Stream.network().withName("stream"));
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
