package org.hillock.app.verbs;

import org.hillock.app.shell.Hillock;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.DataSource;
import org.hillock.formats.DataSources;
import org.hillock.lab.comparison.ComparisonRequest;

/** What {@code --on} names. */
final class DataChoice {

  static final String DESCRIPTION =
      "images to learn from and to be asked about: 'digits', or 'idx:FOLDER' with MNIST's four files";

  private static final String IDX = "idx:";

  private DataChoice() {}

  /**
   * Opens data.
   *
   * @throws UsageException where it is unknown or its files are wrong
   */
  static DataSource open(Terminal terminal, String spec) {
    return spec.startsWith(IDX) && spec.length() > IDX.length()
        ? DataSources.open(IDX + terminal.path("--on", spec.substring(IDX.length())))
        : DataSources.open(spec);
  }

  /** Learnt from and asked: the split that comes with the data, else 80/20 by the seed. */
  static Split split(DataSource source, long seed) {
    return Hillock.split(source, seed);
  }

  /** The same source, as a comparison takes it. */
  static ComparisonRequest.Source forComparison(DataSource source) {
    return switch (source) {
      case DataSource.Whole(Dataset data) -> new ComparisonRequest.Source.Whole(data);
      case DataSource.Official(Split split) -> new ComparisonRequest.Source.Official(split);
    };
  }

  /** Images to learn from: of a set that is parted anew for each split, all. */
  static Dataset learntFrom(DataSource source) {
    return switch (source) {
      case DataSource.Whole(Dataset data) -> data;
      case DataSource.Official(Split split) -> split.train();
    };
  }

  /** The images that {@code --image} counts: all of them, or those that are asked about. */
  static Dataset counted(DataSource source) {
    return switch (source) {
      case DataSource.Whole(Dataset data) -> data;
      case DataSource.Official(Split split) -> split.test();
    };
  }
}
