package org.hillock.spiking.modulation;

import java.util.List;
import org.hillock.core.equation.ModulatorText;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Schedule;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.spiking.bytecode.StepInterpreter;
import org.hillock.spiking.equation.LoweredEquations;

/** The compiled equations of a modulator with what they meet. */
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
    ModulatorLowering lowering = new ModulatorLowering(text);
    lowered = part == Part.WAY ? lowering.way(intervalMs) : lowering.level(intervalMs);
    interpreter = new StepInterpreter(lowered.program(), false);
    meeting = new StepInterpreter.Meeting(lowered.program());
    for (int k = 0; k < meeting.coefficient.length; k++) {
      meeting.coefficient[k] = lowered.coefficients()[k][0];
    }
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
