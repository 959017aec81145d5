package org.hillock.report.text;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.session.Term;
import org.hillock.lab.why.Answer;
import org.hillock.lab.why.Cause;
import org.hillock.lab.why.Explanation;
import org.hillock.lab.why.Missing;
import org.hillock.lab.why.WhyNot;
import org.hillock.report.text.CauseGroups.Group;

/** An explanation as a tree for the terminal. */
public final class WhyText {

  private static final int BAR = 12;

  /** Of the neuron that was asked about, so many sources are told at least. */
  private static final int FIRST_TOLD = 8;

  private static final int MOST_HELD = 3;

  private final List<String> lines = new ArrayList<>();
  private final int width;
  private final int breadth;

  private WhyText(int width, int breadth) {
    this.width = width;
    this.breadth = breadth;
  }

  /**
   * The text, each line ending in a line feed.
   *
   * @param width of the terminal in characters
   * @param breadth how many sources of each neuron were asked in turn
   */
  public static String of(Answer answer, int width, int breadth) {
    WhyText text = new WhyText(width, breadth);
    text.first(answer.explanation());
    if (answer.stopped()) {
      text.lines.add("Stopped: neurons further back were not asked any more.");
    }
    return String.join("\n", text.lines).replaceAll("[\\p{Cntrl}&&[^\n]]", " ") + "\n";
  }

  private void first(Explanation e) {
    paragraph(ExplanationWords.headline(e) + ".");
    e.whyNot().ifPresent(not -> whyNot(e, not));
    List<Group> groups = CauseGroups.of(e);
    paragraph(
        "Made of "
            + count(e.causes().size(), "term")
            + (groups.size() < e.causes().size() ? " of " + count(groups.size(), "source") : "")
            + ", "
            + e.method()
            + ". They add up to the sum but for "
            + NumberText.number(Math.abs(e.residual()))
            + (e.unit().isEmpty() ? "" : " " + e.unit())
            + ".");
    lines.add("");
    tree(e, "", Math.max(FIRST_TOLD, breadth));
  }

  private void whyNot(Explanation e, WhyNot not) {
    StringBuilder text = new StringBuilder();
    if (!not.remark().isEmpty()) {
      text.append(Character.toUpperCase(not.remark().charAt(0)));
      text.append(not.remark().substring(1)).append(". ");
    }
    List<String> held =
        CauseGroups.of(e).stream()
            .filter(g -> g.contribution() < 0 && g.first().kind() != Term.Kind.REST)
            .limit(MOST_HELD)
            .map(g -> g.name() + " (" + ExplanationWords.signed(g.contribution(), e.unit()) + ")")
            .toList();
    if (!held.isEmpty()) {
      text.append("Held down by ").append(String.join(", ", held)).append(". ");
    }
    if (not.silent() > 0) {
      List<String> missing = not.missing().stream().map(WhyText::missing).toList();
      text.append("Missing: ")
          .append(count(not.silent(), "excitatory source"))
          .append(not.silent() == 1 ? " was" : " were")
          .append(" silent, ")
          .append(not.silent() > missing.size() ? "strongest " : "")
          .append(String.join(", ", missing))
          .append(". ");
    }
    if (!text.isEmpty()) {
      paragraph(text.toString().strip());
    }
  }

  private static String missing(Missing missing) {
    return CauseGroups.plain(missing.source())
        + " (weight "
        + NumberText.number(missing.weight())
        + (missing.unit().isEmpty() ? "" : " " + missing.unit())
        + ")";
  }

  private void tree(Explanation e, String indent, int told) {
    CauseGroups.Told of = CauseGroups.told(e, told);
    List<Group> groups = of.shown();
    double largest = groups.isEmpty() ? 0 : Math.abs(groups.getFirst().contribution());
    double mass = of.mass();
    int room =
        groups.stream()
            .mapToInt(g -> length(ExplanationWords.signed(g.contribution(), e.unit())))
            .max()
            .orElse(0);
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      boolean last = i == groups.size() - 1 && of.rest().isEmpty();
      String share = mass == 0 ? "" : NumberText.percent(Math.abs(group.contribution()) / mass);
      line(
          indent
              + (last ? "└─ " : "├─ ")
              + padded(ExplanationWords.signed(group.contribution(), e.unit()), room)
              + " "
              + bar(group.contribution(), largest)
              + " "
              + padded(share, 6)
              + "  "
              + ExplanationWords.carried(group, e.unit()));
      String below = indent + (last ? "   " : "│  ");
      group.because().ifPresent(because -> behind(because, below + "  "));
    }
    if (!of.rest().isEmpty()) {
      line(indent + "└─ " + rest(of.rest(), e.unit()));
    }
  }

  /** What a source did and what stands behind it; what is only handed on is told in one line. */
  private void behind(Explanation e, String indent) {
    line(indent + ExplanationWords.headline(e));
    if (e.handed().isEmpty()) {
      tree(e, indent, breadth);
    } else {
      e.handed().flatMap(Cause::because).ifPresent(because -> behind(because, indent));
    }
  }

  private static String rest(List<Group> groups, String unit) {
    double above = groups.stream().mapToDouble(g -> Math.max(0, g.contribution())).sum();
    double below = groups.stream().mapToDouble(g -> Math.min(0, g.contribution())).sum();
    return groups.size()
        + " more: "
        + ExplanationWords.signed(above, unit)
        + " and "
        + ExplanationWords.signed(below, unit);
  }

  private static String bar(double value, double largest) {
    int full = largest == 0 ? 0 : (int) Math.round(BAR * Math.abs(value) / largest);
    return (value < 0 ? "▒" : "█").repeat(full) + " ".repeat(BAR - full);
  }

  static String count(int number, String what) {
    return NumberText.number(number) + " " + what + (number == 1 ? "" : "s");
  }

  private static String padded(String text, int room) {
    return " ".repeat(Math.max(0, room - length(text))) + text;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private void line(String text) {
    String whole = text.stripTrailing();
    lines.add(
        length(whole) <= width
            ? whole
            : whole.substring(0, whole.offsetByCodePoints(0, width - 1)) + "…");
  }

  /** Prose, broken at spaces. */
  private void paragraph(String text) {
    String rest = text;
    while (rest.length() > width && rest.lastIndexOf(' ', width) > 0) {
      int at = rest.lastIndexOf(' ', width);
      lines.add(rest.substring(0, at));
      rest = rest.substring(at + 1);
    }
    lines.add(rest);
  }
}
