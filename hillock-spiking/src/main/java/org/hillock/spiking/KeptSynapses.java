package org.hillock.spiking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.spiking.terms.ArrivalLane;

/** The synapses of a projection that end on neurons of which is kept what reaches them. */
final class KeptSynapses {

  private final SynapseRows rows;
  private final List<ArrivalLane> lanes = new ArrayList<>();
  private int[] laneOfTarget = new int[0];
  private final int targets;

  /**
   * By bundle the first of its synapses in {@code synapse}, and one end more; empty: to be found.
   */
  private int[] start = new int[0];

  private int[] synapse = new int[0];
  private int[] source = new int[0];

  KeptSynapses(SynapseRows rows, int targets) {
    this.rows = rows;
    this.targets = targets;
  }

  ArrivalLane add(int target, ArrivalLane lane) {
    if (lanes.isEmpty()) {
      laneOfTarget = new int[targets];
      Arrays.fill(laneOfTarget, -1);
    }
    laneOfTarget[target] = lanes.size();
    lanes.add(lane);
    start = new int[0];
    return lane;
  }

  void clear() {
    lanes.clear();
    start = new int[0];
  }

  boolean isEmpty() {
    return lanes.isEmpty();
  }

  private void find() {
    start = new int[rows.bundles() + 1];
    source = rows.sourceOf();
    int[] found = new int[16];
    int count = 0;
    for (int b = 0; b < rows.bundles(); b++) {
      for (int k = rows.synapseStart()[b]; k < rows.synapseStart()[b + 1]; k++) {
        if (laneOfTarget[rows.post()[k]] >= 0) {
          found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
          found[count++] = k;
        }
      }
      start[b + 1] = count;
    }
    synapse = found;
  }

  /** What is noted of a synapse that something arrives along. */
  interface Note {
    void of(ArrivalLane lane, int synapse, int source, int delaySteps);
  }

  /** Something arrives along a bundle. */
  void arrives(int bundle, Note note) {
    if (start.length == 0) {
      find();
    }
    for (int k = start[bundle]; k < start[bundle + 1]; k++) {
      note.of(laneOf(synapse[k]), synapse[k], source[bundle], rows.delaySteps()[bundle]);
    }
  }

  /** The lane that a synapse leads to, if it is one that is kept. */
  boolean keeps(int atSynapse) {
    return !lanes.isEmpty() && laneOfTarget[rows.post()[atSynapse]] >= 0;
  }

  ArrivalLane laneOf(int atSynapse) {
    return lanes.get(laneOfTarget[rows.post()[atSynapse]]);
  }

  /** The source of a bundle. */
  int source(int bundle) {
    if (start.length == 0) {
      find();
    }
    return source[bundle];
  }
}
