package org.hillock.onnx.shape;

import java.util.List;
import java.util.Optional;

/**
 * A window slid over axes: kernel, stride, dilation, margins as a node states them.
 *
 * @param attributes of the node
 * @param axes how many axes it slides over
 */
public record Window(Attributes attributes, int axes) {

  /** The window's own extent, where the node states it. */
  public Optional<Long> kernel(int axis) {
    return attributes.wholes("kernel_shape").filter(l -> l.size() == axes).map(l -> l.get(axis));
  }

  public long stride(int axis) {
    return Math.max(1, attributes.wholes("strides", axes, 1).get(axis));
  }

  public long dilation(int axis) {
    return Math.max(1, attributes.wholes("dilations", axes, 1).get(axis));
  }

  /** {@code NOTSET}, {@code SAME_UPPER}, {@code SAME_LOWER} or {@code VALID}. */
  public String automatic() {
    return attributes.text("auto_pad", "NOTSET");
  }

  private boolean same() {
    return automatic().startsWith("SAME");
  }

  /** How many places the dilated window covers. */
  public long reach(int axis, long kernel) {
    return (kernel - 1) * dilation(axis) + 1;
  }

  /** What is added before and behind the axis. */
  public long[] margins(int axis, long source, long kernel) {
    if (same()) {
      long targets = (source + stride(axis) - 1) / stride(axis);
      long all = Math.max(0, (targets - 1) * stride(axis) + reach(axis, kernel) - source);
      long less = all / 2;
      return automatic().equals("SAME_UPPER")
          ? new long[] {less, all - less}
          : new long[] {all - less, less};
    }
    if (automatic().equals("VALID")) {
      return new long[] {0, 0};
    }
    List<Long> pads = attributes.wholes("pads", 2 * axes, 0);
    return new long[] {pads.get(axis), pads.get(axis + axes)};
  }

  /** How many places the window takes along an axis; every one begins inside what is there. */
  public long targets(int axis, long source, long kernel, boolean ceil) {
    if (same()) {
      return (source + stride(axis) - 1) / stride(axis);
    }
    long[] margins = margins(axis, source, kernel);
    long free = source + margins[0] + margins[1] - reach(axis, kernel);
    if (free < 0) {
      throw new ShapeMismatch(
          "a window of " + reach(axis, kernel) + " on " + source + " places and their margins");
    }
    long steps = ceil ? (free + stride(axis) - 1) / stride(axis) : free / stride(axis);
    // A last window that would begin in the margin behind is left out, as ONNX Runtime does.
    if (ceil && steps * stride(axis) >= source + margins[0]) {
      steps--;
    }
    return steps + 1;
  }

  Extent slid(int axis, Extent source, Extent kernel, boolean ceil) {
    if (source instanceof Extent.Known places && same()) {
      return Extent.of(targets(axis, places.number(), 1, ceil));
    }
    return source instanceof Extent.Known places && kernel instanceof Extent.Known size
        ? Extent.of(targets(axis, places.number(), size.number(), ceil))
        : Extent.UNKNOWN;
  }

  /** The extent that a transposed window makes. */
  Extent unfolded(int axis, Extent source, Extent kernel) {
    Optional<List<Long>> stated = attributes.wholes("output_shape");
    if (stated.isPresent() && stated.get().size() >= axes) {
      return Extent.of(stated.get().get(stated.get().size() - axes + axis));
    }
    if (!(source instanceof Extent.Known places && kernel instanceof Extent.Known size)) {
      return Extent.UNKNOWN;
    }
    if (same()) {
      return Extent.of(places.number() * stride(axis));
    }
    long more = attributes.wholes("output_padding", axes, 0).get(axis);
    long[] margins = margins(axis, places.number(), size.number());
    return Extent.of(
        stride(axis) * (places.number() - 1)
            + more
            + reach(axis, size.number())
            - margins[0]
            - margins[1]);
  }
}
