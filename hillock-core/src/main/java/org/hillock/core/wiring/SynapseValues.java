package org.hillock.core.wiring;

import java.util.Arrays;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.DrawBatch;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * One number for each synapse of a projection, known by the number of the synapse alone.
 *
 * <p>Not thread-safe: ask for one per worker.
 */
public final class SynapseValues {

  private final Values values;
  private final Unit unit;
  private final double factor;
  private final long seed;
  private final Purpose purpose;
  private final long index;
  private final double constant;

  /** Made when many are first asked for. */
  private @Nullable DrawBatch batch;

  SynapseValues(Values values, Unit unit, double factor, long seed, Purpose purpose, long index) {
    this.values = values;
    this.unit = unit;
    this.factor = factor;
    this.seed = seed;
    this.purpose = purpose;
    this.index = index;
    constant = values instanceof Values.Constant c ? factor * c.quantity().in(unit) : 0;
  }

  /** Whether all are {@link #at at(0)}. */
  public boolean same() {
    return values instanceof Values.Constant;
  }

  /** The number of a synapse, in the unit that it was asked for in. */
  public double at(long synapse) {
    return switch (values) {
      case Values.Constant _ -> constant;
      case Values.Listed l -> factor * l.unit().to(unit, l.numbers().get((int) synapse));
      case Values.PerChannel _ -> throw byChannel();
      case Values.Drawn d ->
          factor
              * d.unit().to(unit, d.distribution().draw(new Draws(seed, purpose, index, synapse)));
    };
  }

  private static IllegalStateException byChannel() {
    return new IllegalStateException("numbers of synapses by channel are refused before");
  }

  /**
   * The numbers of many synapses, to the bit what {@link #at(long)} gives, in a fraction of the
   * time.
   *
   * @param count of {@code synapses}, from the beginning; at most {@link EdgeBatch#MOST}
   */
  public void at(long[] synapses, int count, double[] into) {
    switch (values) {
      case Values.Constant _ -> Arrays.fill(into, 0, count, constant);
      case Values.Listed _ -> {
        for (int i = 0; i < count; i++) {
          into[i] = at(synapses[i]);
        }
      }
      case Values.PerChannel _ -> throw byChannel();
      case Values.Drawn d -> {
        DrawBatch draws = batch == null ? new DrawBatch(seed, purpose, index) : batch;
        batch = draws;
        draws.moveTo(synapses, count);
        d.distribution().drawAll(draws, into);
        d.unit().to(unit, into, count);
        for (int i = 0; i < count; i++) {
          into[i] *= factor;
        }
      }
    }
  }
}
