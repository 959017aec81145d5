package org.hillock.lab.axis;

import java.util.List;
import java.util.Set;

/** A question put to any network, answered with a measurement or with why it has none. */
public interface Axis {

  /** What is asked. */
  AxisDefinition definition();

  /** What it asks of every subject; it is put only to those that have it. */
  default Set<Need> needs() {
    return Set.of(Need.DESCRIPTION, Need.DECISION);
  }

  /** Measures one network, or says what it lacks. Same subject, same answer, to the bit. */
  default Measurement ask(Subject subject) {
    if (needs().contains(Need.DECISION) && !subject.decides()) {
      return new Measurement.NotDefined(
          "because it decides nothing: it does not state how an answer is read");
    }
    return measure(subject);
  }

  /** Measures one network that has what the axis needs. Same subject, same answer, to the bit. */
  Measurement measure(Subject subject);

  /** All axes, in the order of the report. */
  static List<Axis> all() {
    return List.of(
        new SizeAxis(),
        new SumAxis(),
        new SharesAxis(),
        new SignAxis(),
        new DirectionAxis(),
        new RolesAxis(),
        new TimingAxis(),
        new ChanceAxis(),
        new AfterInputAxis(),
        new RecallAxis(),
        new StreamAxis(),
        new ChainAxis(),
        new ContextAxis(),
        new StateAxis(),
        new DamageAxis(),
        new CostAxis(),
        new NeighboursAxis(),
        new LearningAxis());
  }
}
