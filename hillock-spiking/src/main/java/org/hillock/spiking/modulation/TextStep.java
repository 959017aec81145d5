package org.hillock.spiking.modulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.equation.ModulatorText;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.equation.NeuronText;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Schedule;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.spiking.bytecode.StepInterpreter;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.StepCompiler;

/** The equations of a modulator, compiled as those of one neuron are, with what they meet. */
final class TextStep {

  /** Which equations are meant, and when. */
  enum Part {
    /** The way of the states through an interval. */
    WAY,
    /** The level at the end of an interval, where it is a definition. */
    LEVEL_AT_END
  }

  private final Modulator modulator;
  private final ModulatorText text;
  private final Part part;
  private final StepInterpreter interpreter;

  final LoweredEquations lowered;
  final StepInterpreter.Meeting meeting;

  TextStep(Modulator modulator, Part part, double intervalMs) {
    this.modulator = modulator;
    this.part = part;
    text = modulator.equations().orElseThrow();
    lowered = compiled(intervalMs);
    interpreter = new StepInterpreter(lowered.program(), false);
    meeting = new StepInterpreter.Meeting(lowered.program());
    for (int k = 0; k < meeting.coefficient.length; k++) {
      meeting.coefficient[k] = lowered.coefficients()[k][0];
    }
  }

  private LoweredEquations compiled(double intervalMs) {
    NeuronEquations all = text.equations();
    boolean moves = part == Part.WAY;
    NeuronEquations equations =
        new NeuronEquations(
            all.text(),
            moves ? all.states() : all.states().stream().map(TextStep::still).toList(),
            all.definitions(),
            List.of(),
            all.inputs(),
            List.of(),
            all.modulators(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            moves && text.levelIsState() ? List.of(ModulatorText.LEVEL) : List.of(),
            all.method(),
            moves ? Optional.empty() : Optional.of(ModulatorText.LEVEL),
            Optional.empty());
    List<String> names = new ArrayList<>();
    double[][] parameters = new double[text.parameters().size() + 1][1];
    for (NeuronText.Parameter parameter : text.parameters()) {
      parameters[names.size()][0] = text.value(parameter);
      names.add(parameter.name());
    }
    return new StepCompiler(equations, names, parameters, List.of(), Set.of(), intervalMs)
        .compile(_ -> 0);
  }

  private static NeuronEquations.State still(NeuronEquations.State s) {
    return new NeuronEquations.State(
        s.name(), s.unit(), s.initial(), Optional.empty(), s.meaning(), s.line());
  }

  /** Reckons what comes of the states of the meeting. */
  void run(SlowVariable.Interval interval, Hand hand) {
    double middle = interval.fromMs() + (interval.toMs() - interval.fromMs()) / 2;
    meeting.timeMs = part == Part.WAY ? middle : interval.toMs();
    meeting.free = hand.held().isEmpty();
    double scheduled = modulator.schedule().map(s -> scheduled(s, interval)).orElse(0.0);
    List<NeuronEquations.Input> inputs = text.equations().inputs();
    for (int k = 0; k < inputs.size(); k++) {
      meeting.input[k] =
          switch (inputs.get(k).name()) {
            case ModulatorText.DRIVE -> scheduled + interval.activity() + hand.added();
            case ModulatorText.SCHEDULE -> scheduled;
            default -> activity(inputs.get(k).name(), interval);
          };
    }
    List<NeuronEquations.ModulatorRead> reads = text.equations().modulators();
    for (int k = 0; k < reads.size(); k++) {
      Quantity standard = reads.get(k).standard();
      Double other = interval.levels().get(reads.get(k).name());
      meeting.global[k] =
          other == null ? standard.in(Unit.coherent(standard.unit().dimension())) : other;
    }
    interpreter.step(meeting);
  }

  private double scheduled(Schedule schedule, SlowVariable.Interval interval) {
    if (part == Part.LEVEL_AT_END) {
      return schedule.at(interval.toMs());
    }
    double before = schedule.at(interval.fromMs());
    return schedule.interpolation() == Schedule.Interpolation.LINEAR
        ? (before + schedule.at(interval.toMs())) / 2
        : before;
  }

  private double activity(String as, SlowVariable.Interval interval) {
    for (int k = 0; k < modulator.activities().size(); k++) {
      if (modulator.activities().get(k).as().filter(as::equals).isPresent()) {
        return interval.activities()[k];
      }
    }
    throw new IllegalArgumentException("nothing drives as '" + as + "'");
  }

  /** What went wrong on the way to a state's new value, as the end of a message. */
  String culprit(int state) {
    return interpreter.culprit(lowered.program().next().get(state));
  }
}
