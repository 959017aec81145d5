package org.hillock.formats.idx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.network.Shape;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.idx.IdxFile.Kind;

/** A folder of MNIST's four IDX files, gzip or not. */
public final class IdxImages {

  private static final float BRIGHTEST = 255f;
  private static final int MOST_LISTED = 12;

  private IdxImages() {}

  /**
   * The images with the split that they come with; pixels in 0..1, shape [rows, columns, 1], as
   * many classes as the largest label says.
   *
   * @param folder with {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code
   *     t10k-images-idx3-ubyte}, {@code t10k-labels-idx1-ubyte}, each with or without {@code .gz}
   * @throws UsageException where a file is missing, damaged, swapped, or does not fit the others
   */
  public static Split read(Path folder) {
    if (!Files.exists(folder)) {
      throw new UsageException(folder + ": there is no such folder");
    }
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          folder
              + ": is a file; give the folder that holds train-images-idx3-ubyte and the others");
    }
    Path trainImages = find(folder, "train-images-idx3-ubyte");
    Path trainLabels = find(folder, "train-labels-idx1-ubyte");
    Path testImages = find(folder, "t10k-images-idx3-ubyte");
    Path testLabels = find(folder, "t10k-labels-idx1-ubyte");
    IdxFile train = IdxFile.read(trainImages, Kind.IMAGES);
    int[] trainAnswers = labels(trainLabels, train, trainImages);
    IdxFile test = IdxFile.read(testImages, Kind.IMAGES);
    int[] testAnswers = labels(testLabels, test, testImages);
    if (train.extents()[1] != test.extents()[1] || train.extents()[2] != test.extents()[2]) {
      throw new UsageException(
          testImages + ": images are " + size(test) + ", but those of training are " + size(train));
    }
    int classes = 1 + Math.max(largest(trainAnswers), largest(testAnswers));
    return new Split(
        dataset(folder, train, trainAnswers, classes),
        dataset(folder, test, testAnswers, classes),
        "official split");
  }

  private static Path find(Path folder, String name) {
    for (String ending : new String[] {"", ".gz"}) {
      if (Files.isRegularFile(folder.resolve(name + ending))) {
        return folder.resolve(name + ending);
      }
    }
    throw new UsageException(
        folder + ": holds no " + name + " or " + name + ".gz; there is: " + content(folder));
  }

  private static String content(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      String names =
          files
              .map(file -> file.getFileName().toString())
              .sorted()
              .limit(MOST_LISTED)
              .collect(Collectors.joining(", "));
      return names.isEmpty() ? "nothing" : names;
    } catch (IOException e) {
      throw new FailureException(folder + ": could not be listed: " + e.getMessage(), e);
    }
  }

  private static int[] labels(Path path, IdxFile images, Path imagesPath) {
    IdxFile labels = IdxFile.read(path, Kind.LABELS);
    if (labels.extents()[0] != images.extents()[0]) {
      throw new UsageException(
          path
              + ": "
              + labels.extents()[0]
              + " labels for the "
              + images.extents()[0]
              + " images of "
              + imagesPath.getFileName());
    }
    int[] all = new int[labels.bytes().length];
    for (int i = 0; i < all.length; i++) {
      all[i] = Byte.toUnsignedInt(labels.bytes()[i]);
    }
    return all;
  }

  private static int largest(int[] labels) {
    return Arrays.stream(labels).max().orElse(0);
  }

  private static String size(IdxFile images) {
    return images.extents()[1] + "×" + images.extents()[2];
  }

  private static Dataset dataset(Path folder, IdxFile file, int[] labels, int classes) {
    int rows = file.extents()[1];
    int columns = file.extents()[2];
    float[][] images = new float[labels.length][rows * columns];
    int at = 0;
    for (float[] image : images) {
      for (int k = 0; k < image.length; k++) {
        image[k] = Byte.toUnsignedInt(file.bytes()[at++]) / BRIGHTEST;
      }
    }
    Path named = folder.toAbsolutePath().normalize().getFileName();
    return new Dataset(
        named == null ? "idx" : named.toString(),
        Shape.of(rows, columns, 1),
        images,
        labels,
        classes,
        "read from " + folder);
  }
}
