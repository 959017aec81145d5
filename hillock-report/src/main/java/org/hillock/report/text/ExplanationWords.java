package org.hillock.report.text;

import java.util.Locale;
import java.util.Optional;
import org.hillock.core.session.Term;
import org.hillock.lab.why.Cause;
import org.hillock.lab.why.Explanation;
import org.hillock.report.text.CauseGroups.Group;

/** What an explanation says, in words. */
public final class ExplanationWords {

  private ExplanationWords() {}

  /** What the neuron did, without a full stop. */
  public static String headline(Explanation e) {
    String name = CauseGroups.plain(e.site());
    String sum = number(e.value(), e.unit());
    if (e.spiking()) {
      String when = " at " + time(e.atMs()) + " ms";
      String what = e.site().variable().filter(v -> !v.equals("spikes")).orElse("its sum");
      String neuron = neuron(e);
      String against = e.threshold().map(t -> ", threshold " + number(t, e.unit())).orElse("");
      if (e.output() != 0) {
        return neuron + " fired" + when + ": " + what + " was " + sum + against;
      }
      String gap =
          e.threshold()
              .filter(t -> t > e.value())
              .map(t -> ", " + number(t - e.value(), e.unit()) + " short of its threshold")
              .orElse(against);
      return neuron + " did not fire" + when + ": " + what + " was " + sum + gap;
    }
    String when =
        !Double.isNaN(e.atMs())
            ? " at " + time(e.atMs()) + " ms"
            : e.pass() > 1 ? " in pass " + e.pass() : "";
    if (e.handed().isPresent()) {
      Cause handed = e.handed().get();
      return name
          + when
          + " = "
          + sum
          + ", handed on from "
          + handed.term().source().map(CauseGroups::plain).orElse("")
          + (handed.end().isEmpty() || handed.end().equals("deeper") ? "" : ", " + handed.end());
    }
    // a potential where no spike is made is handed to nobody
    boolean potential = !e.unit().isEmpty() && e.threshold().isEmpty() && e.output() == 0;
    String puts =
        e.output() == e.value() || potential
            ? ""
            : e.whyNot().isPresent() && e.output() == 0
                ? ", so it is off"
                : ", puts out " + NumberText.number(e.output());
    return name + when + ": sum = " + sum + puts;
  }

  /** Its neuron; of one that spikes without the variable, for spikes are of the neuron. */
  public static String neuron(Explanation e) {
    return e.spiking()
        ? e.site().withVariable(Optional.empty()).toString()
        : CauseGroups.plain(e.site());
  }

  /** What it did, in two or three words. */
  public static String state(Explanation e) {
    if (!e.spiking()) {
      String off = e.whyNot().isPresent() && e.output() == 0 ? ", off" : "";
      return NumberText.number(e.value()) + (e.unit().isEmpty() ? "" : " " + e.unit()) + off;
    }
    return (e.output() != 0 ? "fired at " : "silent at ") + time(e.atMs()) + " ms";
  }

  /** What brought it: the source and what it sent, through which weight, how far off. */
  static String carried(Group group, String unit) {
    Term term = group.first();
    StringBuilder text = new StringBuilder(group.name());
    boolean spikes =
        term.source().flatMap(s -> s.variable()).filter(v -> v.equals("spikes")).isPresent();
    if (term.kind() == Term.Kind.SYNAPSE || term.kind() == Term.Kind.HISTORY) {
      if (spikes && group.count() > 1) {
        text.append(": ").append(group.count()).append(" spikes");
      } else if (!Double.isNaN(term.atMs())) {
        text.append(": arrived at ").append(time(term.atMs())).append(" ms");
      }
      if (!Double.isNaN(term.weight())) {
        text.append(spikes || !Double.isNaN(term.atMs()) ? ", weight " : ": ");
        if (!spikes && Double.isNaN(term.atMs())) {
          text.append(NumberText.number(term.carried())).append(" × ");
        }
        text.append(NumberText.number(term.weight()));
      }
    } else if (term.source().isPresent() && term.kind() != Term.Kind.OPERATOR) {
      text.append(" (").append(term.kind().word()).append(')');
    } else if (!term.through().isEmpty()) {
      text.append(" (").append(term.through()).append(')');
    }
    if (Double.isFinite(group.error()) && group.error() > 0) {
      text.append(", ± ").append(number(group.error(), unit));
    } else if (Double.isNaN(group.error())) {
      text.append(", ± not known");
    }
    if (!group.end().isEmpty() && !group.end().equals("deeper") && group.because().isEmpty()) {
      text.append(", ").append(group.end());
    }
    return text.toString();
  }

  /** A number with its sign and unit. */
  public static String signed(double value, String unit) {
    return (value > 0 ? "+" : "") + number(value, unit);
  }

  static String number(double value, String unit) {
    return NumberText.number(value) + (unit.isEmpty() ? "" : " " + unit);
  }

  /** ms with as many digits as a step needs, and no more. */
  static String time(double ms) {
    String text = String.format(Locale.ROOT, "%.3f", ms);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}
