package org.hillock.app.verbs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hillock.app.health.Checkup;
import org.hillock.app.health.Finding;
import org.hillock.app.output.JsonText;
import org.hillock.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hillock doctor}: whether this machine has what Hillock needs. */
@Command(
    name = "doctor",
    header = "Checks whether this machine has what Hillock needs.",
    descriptionHeading = "%n",
    description =
        "Checks JDK, vector instructions, native libraries, memory, disk and the output folder, and"
            + " says how to mend what is missing. Exits with 0 where Hillock can be used, else 1.",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExample:%n",
    footer = "  ./hillock doctor")
public final class DoctorVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public DoctorVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Finding> findings = new Checkup(terminal.folder()).findings();
    boolean usable = findings.stream().noneMatch(f -> f.state() == Finding.State.MISSING);
    if (json) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("usable", usable);
      facts.put("findings", findings.stream().map(DoctorVerb::facts).toList());
      terminal.say(JsonText.of(facts).stripTrailing());
    } else {
      findings.forEach(this::tell);
    }
    return usable ? 0 : 1;
  }

  private static Map<String, Object> facts(Finding finding) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("what", finding.what());
    facts.put("state", finding.state().word());
    facts.put("found", finding.found());
    facts.put("mend", finding.mend());
    return facts;
  }

  private void tell(Finding finding) {
    terminal.say(
        String.format(
            Locale.ROOT, "%-8s %-20s %s", finding.state().word(), finding.what(), finding.found()));
    if (!finding.mend().isEmpty()) {
      terminal.say(" ".repeat(30) + "→ " + finding.mend());
    }
  }
}
