package org.hillock.spiking.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@link ModalFloats} one neuron and one step at a time. */
final class ScalarModal {

  private ScalarModal() {}

  static void step(
      ModalFloats n,
      int[] cells,
      int cell,
      int directCell,
      float quantum,
      Span span,
      FiredSpikes fired,
      @Nullable Acts acts) {
    for (int lane = span.from(); lane < span.to(); lane += FloatKernels.LANES) {
      for (int s = 0; s < span.steps(); s++) {
        int row = s * span.stride();
        for (int i = lane; i < lane + FloatKernels.LANES; i++) {
          float arrived = ScalarFloatKernels.take(cells, cell + row + i, quantum, i, acts);
          float jump =
              directCell == FloatKernels.NOWHERE
                  ? 0
                  : ScalarFloatKernels.take(cells, directCell + row + i, quantum, i, acts);
          step(n, i, arrived, jump, span.step() + s, span.phase() + s, fired, acts);
        }
      }
    }
    // who looks only at those that are near must look at all
    Arrays.fill(n.near(), -1L);
  }

  private static void step(
      ModalFloats n,
      int i,
      float arrived,
      float jump,
      int step,
      int k,
      FiredSpikes fired,
      @Nullable Acts acts) {
    boolean held = acts != null && acts.holds(i);
    if (n.freeAt()[i] > step) {
      return;
    }
    Modes modes = n.modes();
    float h = n.h()[i];
    float g = n.g()[i];
    if (arrived != 0) {
      g += arrived * modes.backG()[k];
      h += arrived * modes.toH()[k];
    }
    if (jump != 0) {
      h += jump * modes.back()[k];
    }
    if (acts != null) {
      h += (float) acts.pushed(i, 0) * modes.back()[k + 1];
    }
    if (acts != null && held) {
      h = ((float) acts.heldU(i, 0) - g * modes.ofG()[k + 1]) * modes.back()[k + 1];
    }
    n.h()[i] = h;
    n.g()[i] = g;
    if (!held && n.u(i, k + 1) >= n.threshold()) {
      n.h()[i] = 0;
      n.g()[i] = 0;
      n.freeAt()[i] = step + 1 + n.refractory();
      fired.add(i, step);
    }
  }
}
