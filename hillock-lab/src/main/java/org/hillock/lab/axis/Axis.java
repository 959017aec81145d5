package org.hillock.lab.axis;

import java.util.List;

/** A question put to any network, answered with a measurement or with why it has none. */
public interface Axis {

  /** What is asked. */
  AxisDefinition definition();

  /** Measures one network. Same subject, same answer, to the bit. */
  Measurement measure(Subject subject);

  /** All axes, in the order of the report. */
  static List<Axis> all() {
    return List.of(
        new SizeAxis(),
        new SumAxis(),
        new SignAxis(),
        new DirectionAxis(),
        new TimingAxis(),
        new ChanceAxis(),
        new AfterInputAxis(),
        new DamageAxis(),
        new CostAxis(),
        new NeighboursAxis(),
        new LearningAxis());
  }
}
