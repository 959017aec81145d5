package org.hillock.core.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.equation.Formula;
import org.hillock.core.equation.MechanismText;
import org.hillock.core.equation.NeuronText;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;

/** Puts a {@link Cell} together, part by part. */
public final class CellBuilder {

  private final String name;
  private final Morphology morphology;
  private Temperature temperature = new Temperature(37);
  private double initialMv = -65;
  private final List<Membrane> membranes = new ArrayList<>();
  private final Map<String, CellIon> ions = new LinkedHashMap<>();
  private final List<Inserted> inserted = new ArrayList<>();
  private final List<SynapseSite> synapses = new ArrayList<>();
  private final List<GapJunction> gaps = new ArrayList<>();
  private SpikeOutput output;
  private GridRule grid = GridRule.USUAL;
  private String about = "";
  private final List<String> notes = new ArrayList<>();

  /** A bare tree; spikes are upward crossings of 0 mV in the middle of its root. */
  public CellBuilder(String name, Morphology morphology) {
    this.name = name;
    this.morphology = morphology;
    output = new SpikeOutput(new Place(morphology.section(0).name(), 0.5), 0);
  }

  /** What it is, in a sentence or two. */
  public CellBuilder about(String text) {
    about = text;
    return this;
  }

  /** What was corrected or assumed as it was read, each a sentence. */
  public CellBuilder notes(List<String> sentences) {
    notes.addAll(sentences);
    return this;
  }

  /** In degrees Celsius. */
  public CellBuilder celsius(double celsius) {
    temperature = new Temperature(celsius);
    return this;
  }

  /** The potential everywhere at the start. */
  public CellBuilder initialMv(double mv) {
    initialMv = mv;
    return this;
  }

  /** Capacitance of the membrane in uF/cm² and resistivity of the inside in ohm·cm. */
  public CellBuilder membrane(String region, double ufPerCm2, double ohmCm) {
    membranes.add(new Membrane(region, ufPerCm2, ohmCm));
    return this;
  }

  /** An ion, its reversal potential Nernst's. */
  public CellBuilder ion(Ion ion, double insideMm, double outsideMm) {
    ions.put(
        ion.name(), new CellIon(new Concentration(ion, insideMm, outsideMm), Optional.empty()));
    return this;
  }

  /** An ion with a stated reversal potential. */
  public CellBuilder ion(Ion ion, double insideMm, double outsideMm, double reversalMv) {
    ions.put(
        ion.name(),
        new CellIon(new Concentration(ion, insideMm, outsideMm), Optional.of(reversalMv)));
    return this;
  }

  /**
   * Inserts a shipped channel or pool.
   *
   * @param parameters by name, as text: a quantity or a formula of the place
   */
  public CellBuilder insert(String region, String mechanism, Map<String, String> parameters) {
    String path = "mechanisms[" + inserted.size() + "]";
    return insert(path, region, Mechanisms.named(path, mechanism), parameters);
  }

  /**
   * Inserts a channel or pool.
   *
   * @param path where it is stated, for messages
   */
  public CellBuilder insert(
      String path, String region, MechanismText mechanism, Map<String, String> parameters) {
    inserted.add(new Inserted(path, mechanism, region, formulas(path, mechanism, parameters)));
    return this;
  }

  /** Puts shipped receptors at places. */
  public CellBuilder synapse(
      String named, String mechanism, Map<String, String> parameters, String... places) {
    String path = "receptors." + named;
    List<Place> at = new ArrayList<>();
    for (String place : places) {
      at.add(Place.parse(path + ".at", place));
    }
    return synapse(path, named, Mechanisms.named(path, mechanism), parameters, at);
  }

  /**
   * Puts receptors at places.
   *
   * @param path where it is stated, for messages
   */
  public CellBuilder synapse(
      String path,
      String named,
      MechanismText mechanism,
      Map<String, String> parameters,
      List<Place> places) {
    synapses.add(
        new SynapseSite(path, named, mechanism, places, formulas(path, mechanism, parameters)));
    return this;
  }

  /** Lets electrical synapses join the cell to others at a place. */
  public CellBuilder gap(String named, String place) {
    String path = "receptors." + named;
    gaps.add(new GapJunction(path, named, Place.parse(path + ".at", place)));
    return this;
  }

  /** Parameters as they are written. */
  private static Map<String, Formula> formulas(
      String path, MechanismText mechanism, Map<String, String> written) {
    Map<String, Formula> all = new LinkedHashMap<>();
    written.forEach((parameter, text) -> {
      String at = path + "." + parameter;
      List<String> known = mechanism.parameters().stream().map(NeuronText.Parameter::name).toList();
      if (!known.contains(parameter)) {
        throw new UsageException(
            at,
            "'"
                + mechanism.name()
                + "' has no parameter '"
                + parameter
                + "'; "
                + NearestName.hint(parameter, known));
      }
      Dimension needed = mechanism.standard(parameter).unit().dimension();
      all.put(parameter, Formula.read(at, text, Inserted.PLACE, needed));
    });
    return all;
  }

  /** Where spikes are seen, and what is crossed. */
  public CellBuilder spikes(String place, double thresholdMv) {
    output = new SpikeOutput(Place.parse("spike.at", place), thresholdMv);
    return this;
  }

  /** How finely it is cut. */
  public CellBuilder grid(GridRule rule) {
    grid = rule;
    return this;
  }

  /**
   * The cell.
   *
   * @throws UsageException where its parts do not fit
   */
  public Cell build() {
    return new Cell(
        name,
        morphology,
        temperature,
        initialMv,
        membranes,
        List.copyOf(ions.values()),
        inserted,
        synapses,
        gaps,
        output,
        grid,
        about,
        notes);
  }
}
