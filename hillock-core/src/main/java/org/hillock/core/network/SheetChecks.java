package org.hillock.core.network;

import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.problem.UsageException;
import org.hillock.core.wiring.Slide;

/** What must hold between two sheets of neurons that a kernel or a window joins. */
final class SheetChecks {

  private SheetChecks() {}

  static void check(String path, Convolution c, Population from, Population to) {
    requireSheets(path, "a convolution", from, to);
    for (Population end : new Population[] {from, to}) {
      if (end.shape().channels() % c.groups() != 0) {
        throw new UsageException(
            path + ".groups",
            c.groups()
                + " groups do not divide the "
                + end.shape().channels()
                + " channels of '"
                + end.name()
                + "'");
      }
    }
    Slide down = Slide.down(c, from.shape());
    Slide along = Slide.along(c, from.shape());
    boolean fits = fits(to, 0, down.places(), down.places());
    if (!fits || !fits(to, 1, along.places(), along.places())) {
      throw differs(path, "the kernel", down.places() + "×" + along.places(), from, to);
    }
  }

  static void check(String path, Pooling pool, Population from, Population to) {
    requireSheets(path, pool.rule(), from, to);
    if (from.model().family() != NeuronModel.Family.RATE
        || to.model().family() != NeuronModel.Family.RATE) {
      throw new UsageException(path, "only values of rate neurons can be pooled");
    }
    if (from.shape().channels() != to.shape().channels()) {
      throw new UsageException(
          path,
          "pooling keeps channels apart, but '"
              + from.name()
              + "' has "
              + from.shape().channels()
              + " and '"
              + to.name()
              + "' "
              + to.shape().channels());
    }
    Slide down = Slide.down(pool, from.shape());
    Slide along = Slide.along(pool, from.shape());
    boolean fits = fits(to, 0, down.places(), down.placesWithRest());
    if (!fits || !fits(to, 1, along.places(), along.placesWithRest())) {
      throw differs(
          path,
          "the window",
          either(down.places(), down.placesWithRest())
              + "×"
              + either(along.places(), along.placesWithRest()),
          from,
          to);
    }
  }

  /** A pooling states no weights, so that those of its projection must be what stands for none. */
  static void checkWeights(String path, Projection p) {
    if (p.connectivity() instanceof Pooling
        && !(p.weights() instanceof Values.Constant(var each) && each.value() == 1)) {
      throw new UsageException(
          path, "is " + p.weights().described() + ", but a pooling has no weights: leave it out");
    }
  }

  private static String either(int places, int withRest) {
    return places == withRest ? String.valueOf(places) : places + " or " + withRest;
  }

  private static boolean fits(Population to, int axis, int least, int most) {
    int extent = to.shape().extents().get(axis);
    return extent >= Math.max(1, least) && extent <= most;
  }

  private static void requireSheets(String path, String what, Population from, Population to) {
    if (from.shape().extents().size() != 3 || to.shape().extents().size() != 3) {
      throw new UsageException(
          path, what + " joins populations of shape [height, width, channels]");
    }
  }

  private static UsageException differs(
      String path, String what, String places, Population from, Population to) {
    return new UsageException(
        path,
        what
            + " makes "
            + places
            + " places of '"
            + from.name()
            + "' ("
            + from.shape()
            + "), but '"
            + to.name()
            + "' is "
            + to.shape());
  }
}
