package org.hillock.formats.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hillock.core.data.Dataset;
import org.hillock.formats.DataSource;
import org.hillock.formats.DataSources;
import org.junit.jupiter.api.Test;

class DigitsTest {

  @Test
  void theShippedImagesAreThere() {
    DataSource source = DataSources.open("digits");
    assertThat(source.name()).isEqualTo("digits");
    Dataset digits = ((DataSource.Whole) source).data();
    assertThat(digits.size()).isEqualTo(1797);
    assertThat(digits.shape()).hasToString("8×8×1");
    assertThat(digits.classes()).isEqualTo(10);
    // the first line of the original file: 0,0,5,13,9,1,… label 0
    assertThat(digits.images()[0][3]).isEqualTo(13 / 16f);
    assertThat(digits.labels()[0]).isZero();
    // counts per class as its documentation lists them for the test set
    int[] counts = new int[10];
    for (int label : digits.labels()) {
      counts[label]++;
    }
    assertThat(counts).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
    assertThat(digits.attribution()).contains("10.24432/C50P49", "CC BY 4.0");
  }

  @Test
  void anUnknownSourceIsTold() {
    String known = "give 'digits' or 'idx:FOLDER', such as 'idx:data/mnist'";
    assertThatThrownBy(() -> DataSources.open("digit"))
        .hasMessage("data 'digit' is unknown; did you mean 'digits'? " + known);
    assertThatThrownBy(() -> DataSources.open("cifar"))
        .hasMessage("data 'cifar' is unknown; " + known);
    assertThatThrownBy(() -> DataSources.open("idx:")).hasMessage("data 'idx:': " + known);
    assertThatThrownBy(() -> DataSources.open("digits:x")).hasMessage("data 'digits:x': " + known);
    assertThatThrownBy(() -> DataSources.open("idx:a\0b"))
        .hasMessageContaining("is not a folder's name");
  }
}
