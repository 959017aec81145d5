package org.hillock.formats;

import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;

/** Images, with or without a split that they come with. */
public sealed interface DataSource {

  /** Its data set's name. */
  String name();

  /** One body of images; who uses it splits it. */
  record Whole(Dataset data) implements DataSource {
    @Override
    public String name() {
      return data.name();
    }
  }

  /** Images that come with a split that everyone uses. */
  record Official(Split split) implements DataSource {
    @Override
    public String name() {
      return split.train().name();
    }
  }
}
