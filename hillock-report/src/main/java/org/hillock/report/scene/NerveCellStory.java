package org.hillock.report.scene;

import java.util.ArrayList;
import java.util.List;
import org.hillock.lab.cell.NerveCellScene;
import org.hillock.report.ReportFigure;

/** What is told of the nerve cell, part by part; every number in it is one of the run. */
public final class NerveCellStory {

  /** The section that also shows the spike moving. */
  public static final String TRAVEL = "travel";

  /** Ends of the shades of potential, in mV. */
  public static final double LOW_MV = CellFigures.LOW_MV;

  public static final double HIGH_MV = CellFigures.HIGH_MV;

  /** What the shades mean. */
  public static final String SHADES = CellFigures.SHADES;

  private final CellFigures cell;
  private final ExperimentFigures experiments;

  public NerveCellStory(NerveCellScene scene) {
    cell = new CellFigures(scene);
    experiments = new ExperimentFigures(scene);
  }

  /** All of it, in order. */
  public List<StorySection> sections() {
    List<StorySection> all = new ArrayList<>();
    all.add(parts());
    all.add(rest());
    all.add(travel());
    all.add(hillock());
    all.add(allOrNone());
    all.add(refractory());
    all.add(strength());
    all.add(cases());
    all.add(mixture());
    all.add(spread());
    all.add(myelin());
    return all;
  }

  /** All figures, in order. */
  public List<ReportFigure> figures() {
    return sections().stream().flatMap(s -> s.figures().stream()).toList();
  }

  private StorySection parts() {
    return new StorySection(
        "parts",
        "The cell and its parts",
        List.of(
            "Dendrites receive, the soma adds up, the axon hillock decides, the axon carries, and"
                + " the terminals release transmitter onto other cells. This one has"
                + " {cell.sections} sections, {cell.length} long in all, with {cell.area} of"
                + " membrane, at {cell.celsius}. Nobody reconstructed it: its sizes are round"
                + " numbers of a middling neuron, its channels those of published models."),
        List.of(cell.cell()));
  }

  private StorySection rest() {
    return new StorySection(
        "rest",
        "Rest comes from ions",
        List.of(
            "Potassium alone would bring the membrane to {rest.nernst-k}, sodium to"
                + " {rest.nernst-na}, chloride to {rest.nernst-cl} (Nernst). Together, each by how"
                + " easily it passes, they bring it to {rest.potential} (Goldman, Hodgkin and"
                + " Katz).",
            "With {rest.more-potassium} of potassium outside in place of {rest.potassium} the"
                + " membrane rests at {rest.moved}: nearer to threshold."),
        List.of(cell.rest()));
  }

  private StorySection travel() {
    return new StorySection(
        TRAVEL,
        "A spike on its way",
        List.of(
            "At {spike.arrival} a spike of other cells arrives at a dendrite and opens"
                + " {spike.weight} of excitatory receptors. Charge spreads to the soma and on to"
                + " the hillock, which fires first, at {spike.at-hillock}; the soma follows at"
                + " {spike.at-soma}, the dendrite, which has no channels of its own, at"
                + " {spike.at-dendrite}.",
            "The spike runs down the axon at {spike.velocity} and is in the terminal at"
                + " {spike.at-terminal}. Times are those at which the potential rises through"
                + " −20 mV."),
        List.of(cell.frames(), cell.distance()));
  }

  private StorySection hillock() {
    return new StorySection(
        "hillock",
        "What ions do at the hillock",
        List.of(
            "Sodium rushes in, at most {spike.sodium}, and lifts the potential from {spike.rest}"
                + " to {spike.peak}; potassium flows out, at most {spike.potassium}, and brings it"
                + " back. The spike is {spike.width} wide at half its height. Calcium, at most"
                + " {spike.calcium}, hardly counts for the potential, but in terminals it is what"
                + " releases transmitter."),
        List.of(cell.currents(), cell.hillock()));
  }

  private StorySection allOrNone() {
    return new StorySection(
        "all-or-none",
        "All or none",
        List.of(
            "A current of {threshold.duration} into the soma must reach {threshold.current} to"
                + " fire. Below, the end of the axon sees {threshold.below} at most; above, every"
                + " spike there peaks between {threshold.above} and {threshold.highest}, however"
                + " much more flows in."),
        List.of(experiments.allOrNoneTraces(), experiments.allOrNone()));
  }

  private StorySection refractory() {
    return new StorySection(
        "refractory",
        "Refractory",
        List.of(
            "Two pulses of {refractory.pulse} into the hillock, which needs {refractory.first} at"
                + " rest. Up to {refractory.absolute} after the first, even"
                + " {refractory.most} times that does not fire again (absolutely refractory); up"
                + " to {refractory.relative} it takes more than at rest (relatively refractory).",
            "Later the second threshold falls to {refractory.least} of the first: charge of the"
                + " first pulse and of the spike still lies on the membrane, so a little less is"
                + " needed. A time is the middle between the last interval that was tried and"
                + " failed and the next one."),
        List.of(experiments.refractoriness()));
  }

  private StorySection strength() {
    return new StorySection(
        "strength-duration",
        "Strength and duration",
        List.of(
            "A short pulse must be strong, a long one need not. The law of Lapicque (1907,"
                + " 10.1007/s00422-007-0189-6) gives a rheobase, the least current that fires"
                + " however long it lasts, of {lapicque.rheobase}, and a chronaxie, the duration"
                + " at which twice that fires, of {lapicque.chronaxie}; it misses the measured"
                + " currents by {lapicque.deviation}. The law of Weiss (1901) gives"
                + " {weiss.rheobase} and {weiss.chronaxie} and misses them by {weiss.deviation}."),
        List.of(experiments.strengthDuration()));
  }

  private StorySection cases() {
    return new StorySection(
        "three-cases",
        "The three cases",
        List.of(
            "Only excitation, {case1.excitation}: the hillock reaches {case1.peak}, the cell"
                + " fires. Only inhibition, {case2.inhibition}: it stays at {case2.peak}, the cell"
                + " does not.",
            "Both: with {case3.inhibition} of inhibition against {case3.excitation} of excitation"
                + " it reaches {case3.peak} and fires, with {case4.inhibition} it stops at"
                + " {case4.peak}. Inhibition here hardly hyperpolarises: it shunts."),
        List.of(experiments.cases()));
  }

  private StorySection mixture() {
    return new StorySection(
        "mixture",
        "On what a mixture depends",
        List.of(
            "On amounts: the map parts along a line. On the place: {mixture.excitation} of"
                + " excitation are stopped by {mixture.place-same} of inhibition at the same"
                + " place, by {mixture.place-on-path} on the way to the soma and by"
                + " {mixture.place-soma} there; but it takes {mixture.place-sister} on the"
                + " sister branch, {mixture.place-beyond} beyond the excitation, and"
                + " {mixture.place-elsewhere} on another dendrite (Koch, Poggio and Torre 1983,"
                + " 10.1073/pnas.80.9.2799).",
            "On timing: least is needed, {mixture.best}, when inhibition comes {mixture.best-lag}"
                + " after excitation; too late, and nothing stops the spike."),
        List.of(experiments.amounts(), experiments.places(), experiments.timing()));
  }

  private StorySection spread() {
    return new StorySection(
        "spread",
        "Without channels",
        List.of(
            "The same tree with leak only: the same input makes {spread.first} at its synapses"
                + " and {spread.last} at the end of the axon, {spread.far} away. Nothing is"
                + " all-or-none, charge only spreads and dies away.",
            "Of a constant potential {spread.steady} is left there. An infinite cable as thick as"
                + " the branch, with a length constant of {spread.constant}, would leave"
                + " {spread.infinite}: the tree is finite, its thick parts draw charge, and its"
                + " sealed ends hold it back. A long cable of one thickness (length constant"
                + " {spread.cable-constant}) stays within {spread.cable} of exp(−x/λ) (Rall 1959,"
                + " 10.1016/0014-4886(59)90046-9)."),
        List.of(experiments.spread(), experiments.cable()));
  }

  private StorySection myelin() {
    return new StorySection(
        "myelin",
        "Myelin",
        List.of(
            "An axon of 1 µm carries spikes at {bare.1.0} bare and at {myelin.1.0} with myelin;"
                + " one of 8 µm at {bare.8.0} and {myelin.8.0}. Velocity grows with diameter to"
                + " the power of {bare.power} without myelin and of {myelin.power} with it, as"
                + " theory has it: the root, and in proportion (Rushton 1951,"
                + " 10.1113/jphysiol.1951.sp004655). Sizes of nodes and myelin are of McIntyre,"
                + " Richardson and Grill 2002 (10.1152/jn.00353.2001), put on a single cable; the"
                + " diameter is the axon's own, without its myelin."),
        List.of(experiments.conduction(), experiments.bare()));
  }
}
