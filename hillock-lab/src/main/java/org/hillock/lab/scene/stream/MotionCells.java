package org.hillock.lab.scene.stream;

import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Presentation;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Quantity;

/**
 * Cells that see motion, after Barlow and Levick (1965, doi 10.1113/jphysiol.1965.sp007638) and
 * Hassenstein and Reichardt (1956, doi 10.1515/znb-1956-9-1004): one that likes motion to the right
 * hears its own pixel at once and the one to its left some 20 ms late, so that both arrive together
 * when the bar comes from there; either alone is too little. What it keeps lies in its potential
 * and on the way in its axons. It is built, not learnt.
 */
final class MotionCells {

  private static final String AT_ONCE = "1 ms";

  /** Later by the time that the bar takes for a pixel. */
  private static final String LATE = "21 ms";

  /**
   * A pixel of brightness 1 for long takes a cell to 11.8 mV (times tau_m, 10 ms, a ms); a bar on
   * one pixel and the brightest flicker on the other to 17.7 of the 20 mV that it takes.
   */
  private static final String OF_A_PIXEL = "1.18 mV";

  private MotionCells() {}

  /**
   * The network, for movies of so many frames.
   *
   * @param frameMs how long each is shown, a whole number of ms
   */
  static Network network(int frames, int frameMs) {
    int n = Movies.PIXELS;
    int[] own = new int[n];
    int[] left = new int[n];
    int[] right = new int[n];
    for (int i = 0; i < n; i++) {
      own[i] = i;
      left[i] = Math.floorMod(i - 1, n);
      right[i] = (i + 1) % n;
    }
    NetworkBuilder builder =
        Network.builder("motion-cells")
            .seed(1)
            .provenance(
                new Provenance(
                    "Cells that like motion to the right and cells that like motion to the left",
                    "10.1113/jphysiol.1965.sp007638",
                    List.of()))
            .population("image", n, "input")
            .population("to_right", n, "lif-delta", p -> p.param("tau_m", "10 ms"))
            .population("to_left", n, "lif-delta", p -> p.param("tau_m", "10 ms"))
            .population("out", 2, "lif-delta", p -> p.param("tau_m", "200 ms"));
    pixels(builder, "to_right", own, own, AT_ONCE, "right_own");
    pixels(builder, "to_right", left, own, LATE, "right_before");
    pixels(builder, "to_left", own, own, AT_ONCE, "left_own");
    pixels(builder, "to_left", right, own, LATE, "left_before");
    counted(builder, "to_right", Movies.RIGHT);
    counted(builder, "to_left", Movies.LEFT);
    return builder
        .presentation(
            new Presentation(
                Shape.of(n, frames, 1),
                Presentation.Order.COLUMNS,
                Quantity.of(frameMs, "ms"),
                Quantity.of(30, "ms"),
                Quantity.of(1, "ms")))
        .decision(new Decision.MostSpikes("out"))
        .build();
  }

  private static void pixels(
      NetworkBuilder builder, String to, int[] from, int[] cells, String delay, String name) {
    builder.projection(
        name,
        "image",
        to,
        Connectivity.EdgeList.of(from, cells),
        p -> p.weight(OF_A_PIXEL).delay(delay));
  }

  private static void counted(NetworkBuilder builder, String from, int label) {
    int[] cells = new int[Movies.PIXELS];
    int[] out = new int[Movies.PIXELS];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = i;
      out[i] = label;
    }
    builder.projection(
        from + "_out",
        from,
        "out",
        Connectivity.EdgeList.of(cells, out),
        p -> p.weight(Values.constant(5, "mV")).delay(AT_ONCE));
  }
}
