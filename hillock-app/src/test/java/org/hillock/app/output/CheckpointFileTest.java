package org.hillock.app.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.training.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {

  @TempDir private Path folder;

  private static Checkpoint checkpoint(long done) {
    Network network = Network.builder("n").population("a", 2, "lif-delta").build();
    return new Checkpoint(network, 7, done, List.of(0.5, 0.25), 3);
  }

  @Test
  void whatWasSavedLastIsFoundAgain() {
    Path file = folder.resolve("ck");
    CheckpointFile first = new CheckpointFile(file);
    assertThat(first.last()).isEmpty();
    for (int done = 1; done <= 3; done++) {
      first.save(checkpoint(done));
      assertThat(new CheckpointFile(file).last()).contains(checkpoint(done));
    }
    CheckpointFile again = new CheckpointFile(file);
    assertThat(again.last()).isPresent();
    again.save(checkpoint(4));
    assertThat(new CheckpointFile(file).last()).contains(checkpoint(4));
  }

  @Test
  void anotherFileIsNoCheckpoint() throws IOException {
    Path file = folder.resolve("ck");
    Files.writeString(file, "{}");
    assertThatThrownBy(() -> new CheckpointFile(file).last())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is no checkpoint of a training");
    Files.writeString(file, "not json");
    assertThatThrownBy(() -> new CheckpointFile(file).last())
        .hasMessageContaining("is no checkpoint of a training");
  }
}
