package org.hillock.report.scene;

import java.util.List;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;

/** What a scene gave, for a terminal. */
public final class SceneTelling {

  private SceneTelling() {}

  /**
   * Title, what people say, claims, verdict and numbers.
   *
   * @param width of a line in columns
   */
  public static String render(ToldScene told, int width) {
    StringBuilder text = new StringBuilder(told.title()).append('\n');
    text.append("─".repeat(Math.min(width, TextWidth.of(told.title())))).append('\n');
    text.append(TextWidth.wrapped(told.texts().get("saying"), width, "")).append('\n');
    text.append(claims(told, width)).append('\n');
    text.append(TextWidth.wrapped(told.verdictName() + ". " + verdict(told), width, ""));
    text.append('\n').append(told.texts().get("heading.numbers")).append('\n');
    for (Finding finding : told.result().numbers()) {
      String line = "  " + told.meaning(finding) + ": " + told.number(finding.id());
      text.append("  ").append(TextWidth.wrapped(line, width - 2, "      "));
    }
    // Control characters in a text must not steer the terminal.
    return text.toString().replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
  }

  private static String verdict(ToldScene told) {
    return told.filled(told.texts().get("verdict." + told.result().verdict()));
  }

  /** A table; what must be so stands above its row, where it has room for a sentence. */
  private static String claims(ToldScene told, int width) {
    SceneTexts texts = told.texts();
    StringBuilder text = new StringBuilder();
    for (Claim claim : told.result().claims()) {
      String mark = claim.holds() ? "✓ " : "✗ ";
      String says = mark + told.says(claim) + " (" + told.kind(claim) + ")";
      text.append(TextWidth.wrapped(says, width, "  "));
      String row =
          List.of(
                  texts.get("claims.measured") + " " + told.number(claim.number()),
                  texts.get("claims.threshold") + " " + told.threshold(claim),
                  texts.get("claims.holds") + " " + told.holds(claim))
              .stream()
              .reduce((a, b) -> a + "   " + b)
              .orElseThrow();
      text.append("  ").append(row).append('\n');
    }
    return text.toString();
  }

  /**
   * A line for each scene: number, name, verdict.
   *
   * @param width of a line in columns
   */
  public static String verdicts(List<ToldScene> all, int width) {
    int names = all.stream().mapToInt(t -> t.name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (ToldScene told : all) {
      String name = told.name() + " ".repeat(names - told.name().length());
      String line = name + "  " + told.verdictName() + " · " + told.title();
      text.append(TextWidth.wrapped(line, width, " ".repeat(names + 2)));
    }
    return text.toString();
  }
}
