package org.hillock.verify.cell;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All cases of cells with parts, run when they are asked for and kept. */
final class CellCases {

  private record Run(String name, double stepMs) {}

  private static final Map<Run, List<Figure>> DONE = new ConcurrentHashMap<>();

  private CellCases() {}

  static List<String> names() {
    return Stream.of(
            PatchCases.names(), BranchedCases.names(), SquidCases.names(), RallpackCases.names())
        .flatMap(List::stream)
        .toList();
  }

  static List<Figure> at(String name, double stepMs) {
    return DONE.computeIfAbsent(new Run(name, stepMs), CellCases::run);
  }

  /** The one of that name. */
  static Figure figure(String name, double stepMs, String what) {
    return at(name, stepMs).stream().filter(f -> f.what().equals(what)).findFirst().orElseThrow();
  }

  private static List<Figure> run(Run run) {
    return switch (run.name.split("[ \\d]")[0]) {
      case "patch" -> PatchCases.at(run.name, run.stepMs);
      case "branched" -> BranchedCases.at(run.name, run.stepMs);
      case "squid" -> SquidCases.at(run.name, run.stepMs);
      default -> RallpackCases.at(run.name, run.stepMs);
    };
  }
}
