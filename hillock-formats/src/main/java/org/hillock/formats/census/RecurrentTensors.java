package org.hillock.formats.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.core.census.Layer;
import org.hillock.core.census.Operator.Cell;
import org.hillock.core.census.Operator.Recurrent;

/** Recurrent layers as PyTorch names their tensors: {@code weight_ih_l0}, {@code weight_hh_l0}. */
final class RecurrentTensors {

  private static final String INPUT = "weight_ih_";
  private static final String OWN = "weight_hh_";

  private RecurrentTensors() {}

  /** The recurrent layers among the tensors, which are removed from them. */
  static List<Layer> taken(String name, Map<String, NamedTensor> tensors) {
    List<Layer> layers = new ArrayList<>();
    for (String role : List.copyOf(tensors.keySet())) {
      NamedTensor input = tensors.get(role);
      if (input == null || !role.startsWith(INPUT)) {
        continue;
      }
      String which = role.substring(INPUT.length());
      NamedTensor own = tensors.get(OWN + which);
      if (own == null || own.rank() != 2 || input.rank() != 2) {
        continue;
      }
      long hidden = own.extent(1);
      for (Cell cell : Cell.values()) {
        if (own.extent(0) == cell.gates() * hidden && input.extent(0) == own.extent(0)) {
          int biases = 0;
          for (String bias : List.of("bias_ih_" + which, "bias_hh_" + which)) {
            biases += tensors.remove(bias) == null ? 0 : 1;
          }
          tensors.remove(role);
          tensors.remove(OWN + which);
          layers.add(
              Layer.of(
                      name + "." + which,
                      new Recurrent(cell, input.extent(1), hidden, 1, biases, false))
                  .then("gates"));
        }
      }
    }
    return layers;
  }
}
