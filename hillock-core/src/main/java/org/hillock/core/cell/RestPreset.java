package org.hillock.core.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * A cell that people measured or teach: its ions, permeabilities and temperature.
 *
 * @param about in a few words
 * @param source of the numbers
 * @param doi of the permeabilities' source
 */
public record RestPreset(String name, String about, Rest rest, String source, String doi) {

  private static final Map<Ion, Double> HODGKIN_KATZ = new LinkedHashMap<>();

  static {
    HODGKIN_KATZ.put(Ion.POTASSIUM, 1.0);
    HODGKIN_KATZ.put(Ion.SODIUM, 0.04);
    HODGKIN_KATZ.put(Ion.CHLORIDE, 0.45);
  }

  private static final String PERMEABILITIES =
      "; permeabilities: the squid axon at rest, Hodgkin and Katz 1949";
  private static final String DOI = "10.1113/jphysiol.1949.sp004310";

  /** A neuron of a mammal at 37 degrees, which rests near -70 mV. */
  public static final RestPreset MAMMALIAN_NEURON =
      new RestPreset(
          "mammalian-neuron",
          "a neuron of a mammal's brain",
          new Rest(
              Concentrations.of(
                  new Concentration(Ion.POTASSIUM, 140, 5),
                  new Concentration(Ion.SODIUM, 15, 145),
                  new Concentration(Ion.CHLORIDE, 7, 110),
                  new Concentration(Ion.CALCIUM, 1e-4, 2)),
              new Permeabilities(HODGKIN_KATZ),
              new Temperature(37)),
          "concentrations: textbook values, as in Purves et al., Neuroscience, table 2.1"
              + PERMEABILITIES,
          DOI);

  /** The giant axon of the squid at 18 degrees. */
  public static final RestPreset SQUID_AXON =
      new RestPreset(
          "squid-axon",
          "the giant axon of the squid",
          new Rest(
              Concentrations.of(
                  new Concentration(Ion.POTASSIUM, 400, 20),
                  new Concentration(Ion.SODIUM, 50, 440),
                  new Concentration(Ion.CHLORIDE, 52, 560),
                  new Concentration(Ion.CALCIUM, 1e-4, 10)),
              new Permeabilities(HODGKIN_KATZ),
              new Temperature(18)),
          "concentrations: textbook values, as in Kandel et al., Principles of Neural Science"
              + PERMEABILITIES,
          DOI);

  /** All of them; the first is the usual one. */
  public static List<RestPreset> all() {
    return List.of(MAMMALIAN_NEURON, SQUID_AXON);
  }

  /**
   * One by its name.
   *
   * @throws UsageException with the nearest known name
   */
  public static RestPreset named(String name) {
    return all().stream()
        .filter(preset -> preset.name.equals(name))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "no cell is named '"
                    + name
                    + "'; "
                    + NearestName.hint(name, all().stream().map(RestPreset::name).toList())));
  }
}
