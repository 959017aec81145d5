package org.hillock.core.network;

import java.util.List;
import java.util.Map;
import org.hillock.core.equation.ModulatorText;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.network.Modulator.Measure;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;

/** What must hold between modulators and the populations of a network. */
final class ModulatorChecks {

  private final Map<String, Population> populations;
  private final Map<String, Modulator> modulators;

  ModulatorChecks(Map<String, Population> populations, Map<String, Modulator> modulators) {
    this.populations = populations;
    this.modulators = modulators;
  }

  void check() {
    for (Modulator modulator : modulators.values()) {
      String path = "modulators." + modulator.name();
      modulator.targets().forEach(t -> checkTarget(path + ".targets", t));
      List<Modulator.Activity> activities = modulator.activities();
      for (int k = 0; k < activities.size(); k++) {
        String number = activities.size() == 1 ? "" : "[" + k + "]";
        checkActivity(path + ".activity" + number, activities.get(k));
      }
      modulator.equations().ifPresent(text -> checkText(modulator, text));
    }
    populations.values().forEach(this::checkReads);
    checkPasses();
  }

  private void checkTarget(String path, Modulator.Target target) {
    NeuronModel model = known(path, target.population()).model();
    if (target.receptor().isEmpty()) {
      return;
    }
    String wanted = target.receptor().get();
    if (model.family() == NeuronModel.Family.RATE && model.equations().isEmpty()) {
      throw new UsageException(
          path,
          "neurons of model '"
              + model.name()
              + "' have one sum: target '"
              + target.population()
              + "' itself");
    }
    if (model.receptor(wanted).isEmpty()) {
      throw new UsageException(
          path,
          "neurons of model '"
              + model.name()
              + "' (population '"
              + target.population()
              + "') have no receptor '"
              + wanted
              + "'; "
              + NearestName.hint(wanted, model.receptors().stream().map(Receptor::name).toList()));
    }
  }

  private void checkActivity(String path, Modulator.Activity activity) {
    Population population = known(path + ".of", activity.of());
    boolean graded = population.model().family() == NeuronModel.Family.RATE;
    if (graded && activity.measure() == Measure.PER_HZ) {
      throw new UsageException(
          path + ".per_hz",
          "'"
              + population.name()
              + "' is of model '"
              + population.neuron()
              + "', which makes no spikes; its values can drive: use 'per_value'");
    }
    if (!graded && activity.measure() == Measure.PER_VALUE) {
      throw new UsageException(
          path + ".per_value",
          "'"
              + population.name()
              + "' is of model '"
              + population.neuron()
              + "', which makes spikes; its rate can drive: use 'per_hz'");
    }
  }

  /** Levels are plain numbers; a neuron that reads one must take it as that. */
  private void checkReads(Population population) {
    population
        .model()
        .equations()
        .ifPresent(equations ->
            checkReads(
                "populations." + population.name() + ".neuron",
                "model '" + population.neuron() + "'",
                equations));
  }

  private void checkText(Modulator modulator, ModulatorText text) {
    String path = "modulators." + modulator.name() + ".equations";
    for (NeuronEquations.ModulatorRead read : text.equations().modulators()) {
      if (read.name().equals(modulator.name())) {
        throw new UsageException(
            path, "they read modulator '" + read.name() + "', which is their own 'level'");
      }
    }
    checkReads(path, "the text", text.equations());
  }

  private void checkReads(String path, String reader, NeuronEquations equations) {
    for (NeuronEquations.ModulatorRead read : equations.modulators()) {
      Dimension dimension = read.standard().unit().dimension();
      if (modulators.containsKey(read.name()) && !dimension.equals(Dimension.NONE)) {
        throw new UsageException(
            path,
            reader
                + " reads modulator '"
                + read.name()
                + "' in "
                + read.standard().unit()
                + ", but the level of a modulator is a plain number from 0 to 1: scale it in the"
                + " text");
      }
    }
  }

  /** A pass is a pass for all whose time it takes. */
  private void checkPasses() {
    List<Modulator> changing = modulators.values().stream().filter(Modulator::changes).toList();
    for (Modulator modulator : changing) {
      Modulator first = changing.getFirst();
      if (modulator.pass().in(Unit.MS) != first.pass().in(Unit.MS)) {
        throw new UsageException(
            "modulators." + modulator.name() + ".pass",
            "is "
                + modulator.pass()
                + ", but for modulator '"
                + first.name()
                + "' a pass is "
                + first.pass()
                + "; say the same of all that change");
      }
    }
  }

  private Population known(String path, String wanted) {
    Population found = populations.get(wanted);
    if (found == null) {
      throw new UsageException(
          path,
          "population '"
              + wanted
              + "' is unknown; "
              + NearestName.hint(wanted, populations.keySet()));
    }
    return found;
  }
}
