package org.hillock.lab.axis;

import java.util.List;
import java.util.Set;
import org.hillock.lab.decide.Respondent;

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
          subject.respondent() instanceof Respondent.AsItStands
              ? "because it decides nothing here: no images were given to ask it about"
              : "because it decides nothing: it does not state how an answer is read");
    }
    return switch (subject.respondent()) {
      case Respondent.Described _ -> measure(subject);
      case Respondent.AsItStands graph -> measure(subject, graph);
    };
  }

  /**
   * Measures a graph that is run as it stands: as any other, unless what is asked stands in a
   * description, which it has not.
   */
  default Measurement measure(Subject subject, Respondent.AsItStands graph) {
    return needs().contains(Need.DESCRIPTION)
        ? new Measurement.NotDefined(
            "because it asks about "
                + looksAt()
                + ", and a graph that is run as it stands has nodes and no synapses; "
                + graph.whyNotRead())
        : measure(subject);
  }

  /** What in a description it looks at, as a noun phrase. */
  default String looksAt() {
    return "neurons and synapses";
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
