package org.hillock.core.network;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.transmitter.Transmitters;

/**
 * What is demanded of the transmitters that the cells of a network release.
 *
 * @param releases by population, the transmitters that its cells release; several are a co-release,
 *     as real cells do it (Tritsch, Granger and Sabatini 2016, doi 10.1038/nrn.2015.21). A
 *     population that is not here may release any
 * @param dale whether Dale's law must hold: see {@link DaleLaw}
 */
public record Transmission(Map<String, List<String>> releases, boolean dale) {

  /** Demands nothing. */
  public static final Transmission UNRULED = new Transmission(Map.of(), false);

  /**
   * Gives every transmitter its name of the catalogue.
   *
   * @throws UsageException where one is unknown or named twice, or a population releases none
   */
  public Transmission {
    Map<String, List<String>> known = new LinkedHashMap<>();
    releases.forEach((population, names) -> known.put(population, canonical(population, names)));
    releases = java.util.Collections.unmodifiableMap(known);
  }

  private static List<String> canonical(String population, List<String> names) {
    String path = "populations." + population + ".releases";
    if (names.isEmpty()) {
      throw new UsageException(path, "names no transmitter");
    }
    List<String> known =
        names.stream().map(name -> Transmitters.shipped().named(path, name).name()).toList();
    if (new HashSet<>(known).size() < known.size()) {
      throw new UsageException(path, "names a transmitter twice: " + String.join(", ", known));
    }
    return known;
  }

  /** What a population is said to release, empty where nothing is said. */
  public List<String> of(String population) {
    return releases.getOrDefault(population, List.of());
  }

  /** Checks that every projection releases what its population is said to release. */
  void check(Map<String, Population> populations, Map<String, Projection> projections) {
    for (String population : releases.keySet()) {
      if (!populations.containsKey(population)) {
        throw new UsageException(
            "populations." + population + ".releases",
            "population '"
                + population
                + "' is unknown; "
                + NearestName.hint(population, populations.keySet()));
      }
    }
    for (Projection p : projections.values()) {
      List<String> declared = of(p.from());
      String released = p.transmitter().orElse("");
      if (!released.isEmpty() && !declared.isEmpty() && !declared.contains(released)) {
        throw new UsageException(
            Pathways.path(p) + ".transmitter",
            "population '"
                + p.from()
                + "' is said to release "
                + String.join(" and ", declared)
                + ", not '"
                + released
                + "'; where its cells release both, state 'releases: ["
                + String.join(", ", declared)
                + ", "
                + released
                + "]'");
      }
    }
  }
}
