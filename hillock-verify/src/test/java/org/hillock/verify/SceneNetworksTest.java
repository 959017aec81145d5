package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.hillock.core.network.Network;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.lab.scene.chance.ChoiceNetwork;
import org.hillock.lab.scene.dog.DogScene;
import org.hillock.lab.scene.eachinitstime.OrderNetworks;
import org.hillock.lab.scene.elephantandtiger.ElephantScene;
import org.hillock.lab.scene.senses.TasterNetworks;
import org.hillock.lab.scene.tiredsadalert.TiredScene;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The networks of scenes as files are those that the scenes build; {@code
 * -Dhillock.writeTables=true} writes them.
 */
class SceneNetworksTest {

  private static final Path FOLDER = Path.of("..", "networks", "scenes");

  private static final Map<String, Network> NETWORKS =
      Map.of(
          "senses", TasterNetworks.gourmet(),
          "senses-looks", TasterNetworks.onlooker(),
          "senses-spiking", TasterNetworks.spikingGourmet(),
          "senses-pupil", TasterNetworks.pupil(),
          "chance", ChoiceNetwork.shipped(),
          "each-in-its-time", OrderNetworks.layers(),
          "dog", DogScene.network(),
          "elephant-and-tiger", ElephantScene.network(),
          "tired-sad-alert", TiredScene.network());

  @TestFactory
  Stream<DynamicTest> theFileIsTheNetwork() {
    return NETWORKS.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> check(e.getKey(), e.getValue())));
  }

  private static void check(String name, Network network) throws IOException {
    Path file = FOLDER.resolve(name + ".net.yaml");
    String written = NetworkYaml.write(network);
    if (Boolean.getBoolean("hillock.writeTables")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, written);
    }
    assertThat(Files.readString(file)).isEqualTo(written);
    assertThat(NetworkYaml.write(NetworkYaml.read(file))).isEqualTo(written);
  }
}
