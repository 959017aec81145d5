package org.hillock.formats.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.hillock.core.data.Split;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.DataSource;
import org.hillock.formats.DataSources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxImagesTest {

  private static final String TRAIN = "train-images-idx3-ubyte";
  private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  private static final String TEST = "t10k-images-idx3-ubyte";
  private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  @TempDir Path folder;

  @BeforeEach
  void write() throws Exception {
    Files.write(folder.resolve(TRAIN), images(3, 2, 2));
    Files.write(folder.resolve(TRAIN_LABELS), labels(0, 4, 1));
    // named without .gz: content decides
    Files.write(folder.resolve(TEST), gzip(images(2, 2, 2)));
    Files.write(folder.resolve(TEST_LABELS + ".gz"), gzip(labels(2, 0)));
  }

  private static byte[] images(int count, int rows, int columns) {
    ByteBuffer all = ByteBuffer.allocate(16 + count * rows * columns);
    all.putInt(0x0803).putInt(count).putInt(rows).putInt(columns);
    while (all.hasRemaining()) {
      all.put((byte) (255 - all.remaining() + 1));
    }
    return all.array();
  }

  private static byte[] labels(int... labels) {
    ByteBuffer all = ByteBuffer.allocate(8 + labels.length).putInt(0x0801).putInt(labels.length);
    for (int label : labels) {
      all.put((byte) label);
    }
    return all.array();
  }

  private static byte[] gzip(byte[] bytes) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private void bad(String name, byte[] bytes, String message) throws Exception {
    Files.write(folder.resolve(name), bytes);
    refused(folder.resolve(name) + ": " + message);
    write();
  }

  private void refused(String message) {
    assertThatThrownBy(() -> IdxImages.read(folder))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void theOfficialSplitIsRead() {
    assertThat(DataSources.open("idx:" + folder)).isInstanceOf(DataSource.Official.class);
    Split split = IdxImages.read(folder);
    assertThat(split.method()).isEqualTo("official split");
    assertThat(split.train().size()).isEqualTo(3);
    assertThat(split.test().size()).isEqualTo(2);
    assertThat(split.train().classes()).isEqualTo(5);
    assertThat(split.test().classes()).isEqualTo(5);
    assertThat(split.train().labels()).containsExactly(0, 4, 1);
    assertThat(split.train().shape()).hasToString("2×2×1");
    assertThat(split.train().images()[2][3]).isEqualTo(1f);
    assertThat(split.train().images()[2][2]).isEqualTo(254 / 255f);
    assertThat(split.train().attribution()).isEqualTo("read from " + folder);
  }

  @Test
  void wrongFilesAreTold() throws Exception {
    bad(TRAIN, labels(1, 2), "holds labels where images are expected: are the images and labels");
    bad(TEST_LABELS, images(2, 2, 2), "holds images where labels are expected: are the images");
    Files.delete(folder.resolve(TEST_LABELS));
    bad(
        TRAIN,
        "PNG and more".getBytes(),
        "is not an IDX file of images: it begins with 0x504E4720");
    bad(TRAIN, new byte[0], "is cut short");
    bad(TRAIN, Arrays.copyOf(images(3, 2, 2), 10), "is cut short");
    bad(TRAIN, Arrays.copyOf(images(3, 2, 2), 20), "is cut short: 4 of 12 pixels");
    bad(TRAIN, Arrays.copyOf(images(3, 2, 2), 30), "more bytes follow the 12 that it states");
    bad(TRAIN_LABELS, labels(1, 2), "2 labels for the 3 images of " + TRAIN);
    bad(TRAIN_LABELS, Arrays.copyOf(labels(1, 2, 3), 10), "is cut short: 2 of 3 labels");
    bad(TEST, images(2, 3, 2), "images are 3×2, but those of training are 2×2");
    bad(TRAIN, Arrays.copyOf(gzip(images(3, 2, 2)), 25), "is cut short");
    bad(TRAIN, Arrays.copyOf(images(0, 2, 2), 16), "states a size of 0, which is not >= 1");
    byte[] hostile =
        ByteBuffer.allocate(16).putInt(0x0803).putInt(1 << 30).putInt(1 << 30).putInt(9).array();
    bad(TRAIN, hostile, "states [1073741824, 1073741824, 9] bytes, more than 2 GiB");
    byte[] damaged = gzip(images(3, 2, 2));
    damaged[12] ^= 0x7f;
    Files.write(folder.resolve(TRAIN), damaged);
    refused(folder.resolve(TRAIN) + ": ");
  }

  @Test
  void aWrongFolderIsTold() throws Exception {
    Files.delete(folder.resolve(TRAIN));
    refused(folder + ": holds no " + TRAIN + " or " + TRAIN + ".gz; there is: " + TEST + ", ");
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> IdxImages.read(none)).hasMessage(none + ": there is no such folder");
    Path file = folder.resolve(TEST);
    assertThatThrownBy(() -> IdxImages.read(file))
        .hasMessageStartingWith(file + ": is a file; give");
  }
}
