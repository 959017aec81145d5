package org.hillock.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Normalisation.Batch;
import org.hillock.core.network.Normalisation.Layer;
import org.hillock.core.network.Normalisation.RootMeanSquare;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Shape;

/**
 * What a projection's source is normalised by, as tensor operations: the twin of {@link
 * Normalisation#of}.
 */
final class Normalising {

  private static final float SQUARE_FLOOR = 1e-30f;

  private final Normalisation how;
  private final Shape shape;

  /** Mean and variance as they are stored now, [1, channel]; only for {@link Batch}. */
  private final NDArray[] stored;

  /** Normalisation of a source of this shape. */
  Normalising(Normalisation how, Shape shape, NDManager owner) {
    this.how = how;
    this.shape = shape;
    stored =
        how instanceof Batch batch
            ? new NDArray[] {
              Torch.row(owner, batch.mean().toFloats()),
              Torch.row(owner, batch.variance().toFloats())
            }
            : new NDArray[0];
  }

  /** With what is stored. */
  NDArray running(NDArray source) {
    return switch (how) {
      case Normalisation.None _ -> source;
      case RootMeanSquare _ -> source.div(rootMeanSquare(source));
      case Layer layer -> layered(layer, source);
      case Batch batch -> centred(source, stored[0], stored[1], batch.epsilon());
    };
  }

  /** With what the batch itself has, which what is stored then follows. */
  NDArray learning(NDArray source) {
    if (!(how instanceof Batch batch)) {
      return running(source);
    }
    NDArray rows = source.reshape(-1, shape.channels());
    NDArray mean = rows.mean(new int[] {0}, true);
    NDArray variance = rows.sub(mean).square().mean(new int[] {0}, true);
    float count = rows.getShape().get(0);
    float unbiased = count > 1 ? count / (count - 1) : 1;
    float momentum = (float) batch.momentum();
    follow(stored[0], mean.stopGradient(), momentum);
    follow(stored[1], variance.stopGradient().mul(Torch.number(variance, unbiased)), momentum);
    return centred(source, mean, variance, batch.epsilon());
  }

  private static void follow(NDArray stored, NDArray seen, float momentum) {
    stored.muli(Torch.number(seen, 1 - momentum)).addi(seen.mul(Torch.number(seen, momentum)));
  }

  /** The normalisation with what is stored now. */
  Normalisation learnt() {
    return how instanceof Batch batch
        ? new Batch(
            Numbers.of(stored[0].toFloatArray()),
            Numbers.of(stored[1].toFloatArray()),
            batch.epsilon(),
            batch.momentum())
        : how;
  }

  /**
   * The mean square is kept above 1e-30: this changes no result, but the slope of the root at 0 is
   * infinite and would make every gradient NaN.
   */
  private static NDArray rootMeanSquare(NDArray source) {
    return source
        .square()
        .mean(new int[] {-1}, true)
        .maximum(Torch.number(source, SQUARE_FLOOR))
        .sqrt()
        .add(Torch.number(source, RootMeanSquare.FLOOR));
  }

  private NDArray layered(Layer layer, NDArray source) {
    if (layer.over() == Layer.Over.NEURONS) {
      return levelled(source, layer.epsilon());
    }
    NDArray places = source.reshape(-1, shape.channels());
    return levelled(places, layer.epsilon()).reshape(source.getShape());
  }

  private static NDArray levelled(NDArray rows, double epsilon) {
    NDArray centred = rows.sub(rows.mean(new int[] {-1}, true));
    NDArray variance = centred.square().mean(new int[] {-1}, true);
    return centred.div(variance.add(Torch.number(variance, epsilon)).sqrt());
  }

  private NDArray centred(NDArray source, NDArray mean, NDArray variance, double epsilon) {
    NDArray deviation = variance.add(Torch.number(variance, epsilon)).sqrt();
    return source.reshape(-1, shape.channels()).sub(mean).div(deviation).reshape(source.getShape());
  }
}
