package org.hillock.formats.census;

import java.util.List;
import java.util.Locale;
import org.hillock.formats.safetensors.ElementType;
import org.hillock.formats.safetensors.TensorEntry;

/**
 * A tensor and what its name says.
 *
 * @param layer all before the last dot; the whole name where there is none
 * @param role all behind it, such as weight or bias; empty where there is no dot
 * @param entry what the header says of it
 */
record NamedTensor(String layer, String role, TensorEntry entry) {

  static NamedTensor of(String name, TensorEntry entry) {
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? new NamedTensor(name, "", entry)
        : new NamedTensor(name.substring(0, dot), name.substring(dot + 1), entry);
  }

  List<Long> shape() {
    return entry.shape();
  }

  int rank() {
    return entry.shape().size();
  }

  /** The extent of an axis. */
  long extent(int axis) {
    return entry.shape().get(axis);
  }

  /** A mask that older files of GPT-2 carry under the name of a bias. */
  boolean mask() {
    return role.equals("masked_bias")
        || (role.equals("bias") && rank() == 4 && extent(2) == extent(3));
  }

  /** What batch normalisation keeps of its inputs, and positions: numbers, but not learnt. */
  private boolean kept() {
    return List.of("running_mean", "running_var", "num_batches_tracked", "position_ids", "inv_freq")
            .contains(role)
        || mask();
  }

  /** Several weights in one number, of which the header does not tell how many. */
  boolean packed() {
    return List.of("qweight", "qzeros", "weight_packed", "SCB", "absmax").contains(role)
        || entry.type().name().startsWith("F4")
        || (role.equals("weight") && whole());
  }

  private boolean whole() {
    ElementType type = entry.type();
    String word = type.name().toUpperCase(Locale.ROOT);
    return word.startsWith("I") || word.startsWith("U") || type == ElementType.BOOL;
  }

  /** Whether its numbers are parameters. */
  boolean learnt() {
    return !kept() && !whole() && !packed() && !role.endsWith("_scale_inv");
  }

  /** Why its numbers are no parameters; where they are not. */
  String whyNot() {
    return mask()
        ? "a mask of attention"
        : kept() ? "kept, not learnt" : whole() ? "whole numbers" : "scales of packed weights";
  }
}
