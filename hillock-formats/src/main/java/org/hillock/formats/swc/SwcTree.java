package org.hillock.formats.swc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.problem.UsageException;

/**
 * Samples as one tree, by their index in the file. It can be turned to hang on another sample.
 *
 * @throws UsageException if there are two samples of a number, a parent that is none, a loop, or
 *     several roots
 */
final class SwcTree {

  private final String file;
  private final List<SwcSample> samples;
  private final int[] parent;
  private int root;

  SwcTree(String file, List<SwcSample> samples) {
    this.file = file;
    this.samples = samples;
    parent = new int[samples.size()];
    link();
    checkLoops();
    root = onlyRoot();
  }

  private UsageException wrong(int sample, String message) {
    return new UsageException(file, "line " + samples.get(sample).line() + ": " + message);
  }

  private void link() {
    Map<Long, Integer> indexes = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      Integer earlier = indexes.putIfAbsent(samples.get(i).id(), i);
      if (earlier != null) {
        throw wrong(
            i,
            "there is a sample %d already, on line %d"
                .formatted(samples.get(i).id(), samples.get(earlier).line()));
      }
    }
    for (int i = 0; i < parent.length; i++) {
      long wanted = samples.get(i).parent();
      Integer found = wanted < 0 ? Integer.valueOf(-1) : indexes.get(wanted);
      if (found == null) {
        throw wrong(
            i,
            "sample %d hangs on sample %d, which is not in this file"
                .formatted(samples.get(i).id(), wanted));
      }
      parent[i] = found;
    }
  }

  private void checkLoops() {
    int[] walk = new int[parent.length];
    Arrays.fill(walk, -1);
    for (int i = 0; i < parent.length; i++) {
      int at = i;
      while (at >= 0 && walk[at] < 0) {
        walk[at] = i;
        at = parent[at];
      }
      if (at >= 0 && walk[at] == i) {
        throw wrong(at, "samples hang on each other in a loop: " + loop(at));
      }
    }
  }

  private String loop(int from) {
    StringBuilder text = new StringBuilder(Long.toString(samples.get(from).id()));
    int at = from;
    for (int shown = 0; shown < 6; shown++) {
      at = parent[at];
      text.append(" on ").append(samples.get(at).id());
      if (at == from) {
        return text.toString();
      }
    }
    return text + " …";
  }

  private int onlyRoot() {
    int found = -1;
    for (int i = 0; i < parent.length; i++) {
      if (parent[i] < 0 && found >= 0) {
        throw wrong(
            i,
            "sample %d hangs on none, but sample %d on line %d is the root already: a cell is one tree"
                .formatted(
                    samples.get(i).id(), samples.get(found).id(), samples.get(found).line()));
      }
      found = parent[i] < 0 ? i : found;
    }
    return found;
  }

  int size() {
    return parent.length;
  }

  int root() {
    return root;
  }

  SwcSample sample(int index) {
    return samples.get(index);
  }

  /** Index of the sample that one hangs on, −1 for the root. */
  int parent(int index) {
    return parent[index];
  }

  /** The samples that hang on each, in the order of the file. */
  List<List<Integer>> children() {
    List<List<Integer>> children = new ArrayList<>();
    for (int i = 0; i < parent.length; i++) {
      children.add(new ArrayList<>(2));
    }
    for (int i = 0; i < parent.length; i++) {
      if (parent[i] >= 0) {
        children.get(parent[i]).add(i);
      }
    }
    return children;
  }

  /** Turns the tree so that all hangs on that sample. */
  void turnTo(int newRoot) {
    int above = -1;
    int at = newRoot;
    while (at >= 0) {
      int next = parent[at];
      parent[at] = above;
      above = at;
      at = next;
    }
    root = newRoot;
  }
}
