package org.hillock.lab.axis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.problem.UsageException;
import org.hillock.lab.decide.Respondent;
import org.hillock.lab.probe.Probing;

/** A question put to any network, answered with a measurement or with why it has none. */
public interface Axis {

  /** What is asked. */
  AxisDefinition definition();

  /** What it asks of every subject; it is put only to those that have it. */
  default Set<Need> needs() {
    return Set.of(Need.DESCRIPTION, Need.DECISION);
  }

  /**
   * Why it has nothing to measure of a network that states no decision and is asked from outside,
   * see {@link org.hillock.lab.probe.Question}; empty where it does as well there.
   */
  default Optional<String> notFromOutside() {
    return Optional.empty();
  }

  /**
   * Measures one network, or says what it lacks; where it needs a decision and the network states
   * none, the network asked from outside. Same subject, same answer, to the bit.
   */
  default Measurement ask(Subject subject) {
    return switch (subject.respondent()) {
      case Respondent.Described _ -> askDescribed(subject);
      case Respondent.AsItStands graph -> {
        if (needs().contains(Need.DECISION) && !subject.decides()) {
          yield new Measurement.NotDefined(
              "because it decides nothing here: no images were given to ask it about");
        }
        yield measure(subject, graph);
      }
    };
  }

  private Measurement askDescribed(Subject subject) {
    if (!needs().contains(Need.DECISION) || subject.decides()) {
      return measure(subject);
    }
    return notFromOutside()
        .<Measurement>map(Measurement.NotDefined::new)
        .orElseGet(() -> askFromOutside(subject));
  }

  private Measurement askFromOutside(Subject subject) {
    return switch (subject.probing()) {
      case Probing.Refused(String because) -> new Measurement.NotDefined(because);
      case Probing.Asked asked -> {
        try {
          Measurement found = measure(subject.asked(asked));
          yield found instanceof Measurement.Measured measured
              ? measured.after(asked.how())
              : found;
        } catch (UsageException e) {
          yield new Measurement.NotDefined(
              "because no engine does this with it: "
                  + String.valueOf(e.getMessage()).replaceAll("\\.$", ""));
        }
      }
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
