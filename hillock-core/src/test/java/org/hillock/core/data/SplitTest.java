package org.hillock.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hillock.core.network.Shape;
import org.junit.jupiter.api.Test;

class SplitTest {

  private static Dataset data(int size) {
    float[][] images = new float[size][];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      images[i] = new float[] {i};
      labels[i] = i % 10 < 7 ? 0 : 1;
    }
    return new Dataset("d", Shape.of(1, 1, 1), images, labels, 2, "");
  }

  @Test
  void partsEveryLabelAlikeAndLosesNothing() {
    Split split = Split.stratified(data(1000), 0.2, 3);
    assertThat(split.train().size()).isEqualTo(800);
    assertThat(Arrays.stream(split.test().labels()).filter(l -> l == 0).count()).isEqualTo(140);
    assertThat(IntStream.concat(numbers(split.train()), numbers(split.test())).sorted().toArray())
        .isEqualTo(IntStream.range(0, 1000).toArray());
    assertThat(split.method()).isEqualTo("stratified 80/20 split, seed 3");
  }

  @Test
  void theSeedDecides() {
    assertThat(numbers(Split.stratified(data(100), 0.2, 1).test()).toArray())
        .isEqualTo(numbers(Split.stratified(data(100), 0.2, 1).test()).toArray())
        .isNotEqualTo(numbers(Split.stratified(data(100), 0.2, 2).test()).toArray());
  }

  private static IntStream numbers(Dataset data) {
    return Arrays.stream(data.images()).mapToInt(image -> (int) image[0]);
  }

  @Test
  void refusesWhatDoesNotFit() {
    Shape one = Shape.of(1, 1, 1);
    float[][] image = {{0}};
    assertThatThrownBy(() -> new Dataset("d", one, image, new int[0], 2, ""))
        .hasMessage("d: 1 images but 0 labels");
    assertThatThrownBy(() -> new Dataset("d", one, image, new int[] {2}, 2, ""))
        .hasMessage("d: label 2 of image 0 is not in 0..1");
    assertThatThrownBy(() -> new Dataset("d", Shape.of(2), image, new int[] {0}, 2, ""))
        .hasMessage("d: image 0 has 1 pixels, not 2");
    assertThatThrownBy(() -> new Dataset("d", one, new float[0][], new int[0], 2, ""))
        .hasMessage("d: holds no images");
  }
}
