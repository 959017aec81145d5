package org.hillock.cell.membrane;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hillock.cell.grid.Grid;
import org.hillock.cell.membrane.Group.Input;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellIon;
import org.hillock.core.cell.Inserted;
import org.hillock.core.cell.PhysicalConstants;
import org.hillock.core.cell.Place;
import org.hillock.core.equation.Expression;
import org.hillock.core.equation.Formula;
import org.hillock.core.equation.Function;
import org.hillock.core.equation.MechanismText;
import org.hillock.core.equation.MechanismText.Surrounding;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.equation.NeuronText;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;
import org.hillock.spiking.equation.LoweredMechanism;
import org.hillock.spiking.equation.MechanismCompiler;
import org.hillock.spiking.equation.Outcome;

/** Lowers the places of one mechanism that have the same ions kept count of. */
final class GroupCompiler {

  private static final String THERMAL = "rt_over_f";

  private final Cell cell;
  private final Grid grid;
  private final MechanismText text;
  private final double stepMs;

  /** Ions that the mechanism deals with and that a pool keeps count of here. */
  private final List<String> pooled;

  private final List<Integer> nodes = new ArrayList<>();
  private final List<Integer> sites = new ArrayList<>();

  /** Where each place is stated. */
  private final List<String> paths = new ArrayList<>();

  private final List<double[]> parameters = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  GroupCompiler(Cell cell, Grid grid, MechanismText text, TreeSet<String> pooled, double stepMs) {
    this.cell = cell;
    this.grid = grid;
    this.text = text;
    this.stepMs = stepMs;
    this.pooled = text.ions().stream().filter(pooled::contains).toList();
    text.parameters().forEach(p -> names.add(p.name()));
    for (Surrounding s : text.surroundings()) {
      if (!changes(s)) {
        names.add(s.name());
      }
    }
    if (!names.contains(THERMAL)) {
      names.add(THERMAL);
    }
    for (String ion : this.pooled) {
      if (!names.contains(ion + "_out")) {
        names.add(ion + "_out");
      }
    }
  }

  /** Whether it is looked up in every step. */
  private boolean changes(Surrounding s) {
    return switch (s.quantity()) {
      case POTENTIAL, ION_CURRENT -> true;
      case INSIDE, REVERSAL -> pooled.contains(s.ion().orElseThrow());
      case CELSIUS, THERMAL_VOLTAGE, FARADAY, DIAMETER, OUTSIDE -> false;
    };
  }

  /**
   * Adds a place.
   *
   * @param path where it is stated
   * @param site number of the synapse site; -1 where it is none
   */
  void add(String path, int node, Map<String, Formula> given, int site) {
    Map<String, Double> where =
        Map.of(
            "distance", grid.distanceUm(node),
            "diameter", grid.diameterUm(node),
            "position", grid.position(node));
    double[] values = new double[names.size()];
    for (int k = 0; k < values.length; k++) {
      Optional<NeuronText.Parameter> parameter = text.parameter(names.get(k));
      if (parameter.isPresent()) {
        Formula formula = given.get(names.get(k));
        Unit coherent = Unit.coherent(parameter.get().standard().unit().dimension());
        values[k] = formula == null ? parameter.get().standard().in(coherent) : formula.at(where);
        Inserted.checkValue(path, parameter.get(), values[k], place(node));
      } else {
        values[k] = surrounding(names.get(k), node);
      }
    }
    nodes.add(node);
    paths.add(path);
    sites.add(site);
    parameters.add(values);
  }

  private String place(int node) {
    String section = grid.morphology().section(grid.section(node)).name();
    return new Place(section, Math.rint(grid.position(node) * 1e4) / 1e4).toString();
  }

  private double surrounding(String name, int node) {
    for (CellIon ion : cell.ions()) {
      String of = ion.ion().name();
      if (name.equals("e_" + of)) {
        return ion.reversalMv(cell.temperature());
      }
      if (name.equals(of + "_in")) {
        return ion.concentration().insideMm();
      }
      if (name.equals(of + "_out")) {
        return ion.concentration().outsideMm();
      }
    }
    Unit faraday = Surrounding.Quantity.FARADAY.unit();
    return switch (name) {
      case "celsius" -> cell.temperature().celsius();
      case THERMAL -> cell.temperature().rtOverFMv();
      case "faraday" -> faraday.to(Unit.coherent(faraday.dimension()), PhysicalConstants.FARADAY);
      case "diameter" -> grid.diameterUm(node);
      default -> throw new IllegalArgumentException("no surrounding '" + name + "'");
    };
  }

  boolean isEmpty() {
    return nodes.isEmpty();
  }

  /**
   * Lowers them.
   *
   * @throws UsageException where equations cannot be integrated with these parameters
   */
  Group compile() {
    try {
      return compiled();
    } catch (UsageException e) {
      throw new UsageException(paths.getFirst(), "'" + text.name() + "': " + e.getMessage());
    }
  }

  private Group compiled() {
    boolean receptor = text.kind() == MechanismText.Kind.RECEPTOR;
    boolean pool = text.kind() == MechanismText.Kind.POOL;
    List<Input> inputs = new ArrayList<>();
    NeuronEquations equations = equations(inputs);
    Map<Integer, Integer> midway = new HashMap<>();
    for (int k = 0; k < inputs.size(); k++) {
      if (inputs.get(k).kind() == Input.Kind.INSIDE) {
        midway.put(k, k + 1);
      }
    }
    List<Outcome> outcomes = new ArrayList<>();
    List<String> carried = new ArrayList<>();
    if (!pool) {
      outcome(outcomes, text.currents());
      for (String ion : pooled) {
        List<MechanismText.Current> its =
            text.currents().stream().filter(c -> c.ion().equals(Optional.of(ion))).toList();
        if (!its.isEmpty()) {
          carried.add(ion);
          outcome(outcomes, its);
        }
      }
    }
    double[][] values = new double[names.size()][nodes.size()];
    for (int k = 0; k < names.size(); k++) {
      for (int i = 0; i < nodes.size(); i++) {
        values[k][i] = parameters.get(i)[k];
      }
    }
    List<String> ports = receptor ? List.of(text.receptors().getFirst().name()) : List.of();
    MechanismCompiler whole = new MechanismCompiler(equations, names, values, ports, stepMs);
    MechanismCompiler half = new MechanismCompiler(equations, names, values, ports, stepMs / 2);
    Optional<LoweredMechanism> before = Optional.empty();
    if (receptor) {
      before =
          Optional.of(
              new MechanismCompiler(equations, names, values, List.of(), stepMs / 2)
                  .step(List.of(), Map.of()));
    }
    LoweredMechanism step = (receptor ? half : whole).step(outcomes, midway);
    return new Group(
        text,
        nodes.stream().mapToInt(n -> n).toArray(),
        nodes.stream().mapToDouble(n -> receptor ? 1 : grid.areaUm2(n)).toArray(),
        inputs,
        half.start(),
        receptor || !pool ? half.step(outcomes, midway) : step,
        step,
        before,
        carried,
        receptor ? sites.stream().mapToInt(s -> s).toArray() : new int[0],
        whole.integration());
  }

  private static void outcome(List<Outcome> outcomes, List<MechanismText.Current> currents) {
    List<String> sum = currents.stream().map(MechanismText.Current::definition).toList();
    outcomes.add(new Outcome(sum, false));
    outcomes.add(new Outcome(sum, true));
  }

  /** The equations with what is looked up as inputs, and reversal potentials that follow. */
  private NeuronEquations equations(List<Input> inputs) {
    NeuronEquations e = text.equations();
    List<NeuronEquations.Input> read = new ArrayList<>();
    read.add(new NeuronEquations.Input("v", Unit.MV, ""));
    inputs.add(new Input(Input.Kind.POTENTIAL, ""));
    List<NeuronEquations.Definition> definitions = new ArrayList<>();
    boolean pool = text.kind() == MechanismText.Kind.POOL;
    for (String ion : pooled) {
      if (!pool) {
        Unit unit = Surrounding.Quantity.INSIDE.unit();
        read.add(new NeuronEquations.Input(ion + "_in", unit, ""));
        inputs.add(new Input(Input.Kind.INSIDE, ion));
        read.add(new NeuronEquations.Input(ion + "_in midway", unit, ""));
        inputs.add(new Input(Input.Kind.INSIDE_MIDWAY, ion));
      }
      definitions.add(reversal(ion));
    }
    for (Surrounding s : text.surroundings()) {
      if (s.quantity() == Surrounding.Quantity.ION_CURRENT) {
        read.add(new NeuronEquations.Input(s.name(), s.quantity().unit(), ""));
        inputs.add(new Input(Input.Kind.ION_CURRENT, s.ion().orElseThrow()));
      }
    }
    definitions.addAll(e.definitions());
    return new NeuronEquations(
        e.text(),
        e.states(),
        definitions,
        e.events(),
        read,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        e.method(),
        Optional.empty(),
        Optional.empty());
  }

  /** {@code e_ca = rt_over_f/2*log(ca_out/ca_in)}. */
  private NeuronEquations.Definition reversal(String ion) {
    int valence = cell.ion(ion).orElseThrow().ion().valence();
    Expression ratio =
        new Expression.Binary(
            Expression.Operator.OVER,
            new Expression.Name(ion + "_out"),
            new Expression.Name(ion + "_in"));
    Expression each =
        new Expression.Binary(
            Expression.Operator.OVER,
            new Expression.Name(THERMAL),
            new Expression.Constant(valence, Unit.NONE));
    Expression value =
        new Expression.Binary(
            Expression.Operator.TIMES, each, new Expression.Call(Function.LOG, List.of(ratio)));
    return new NeuronEquations.Definition("e_" + ion, Unit.MV, value, "reversal potential", 0);
  }
}
