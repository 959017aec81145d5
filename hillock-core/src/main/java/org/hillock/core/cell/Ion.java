package org.hillock.core.cell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * A kind of ion that passes membranes.
 *
 * @param name such as {@code na}: a small letter, then small letters, digits and {@code _}, 20 at
 *     most
 * @param valence its charges, -4 to 4, not 0
 */
public record Ion(String name, int valence) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,19}");
  private static final int MOST_CHARGES = 4;

  public static final Ion SODIUM = new Ion("na", 1);
  public static final Ion POTASSIUM = new Ion("k", 1);
  public static final Ion CALCIUM = new Ion("ca", 2);
  public static final Ion CHLORIDE = new Ion("cl", -1);
  public static final Ion MAGNESIUM = new Ion("mg", 2);

  private static final Map<String, String> SPELT =
      Map.of(
          "sodium",
          "na",
          "na+",
          "na",
          "potassium",
          "k",
          "k+",
          "k",
          "calcium",
          "ca",
          "ca2+",
          "ca",
          "chloride",
          "cl",
          "cl-",
          "cl",
          "magnesium",
          "mg",
          "mg2+",
          "mg");

  /**
   * The usual ones have the charges that they have.
   *
   * @throws UsageException where name or valence cannot be
   */
  public Ion {
    if (!NAME.matcher(name).matches()) {
      throw new UsageException(
          "ions",
          "'"
              + name
              + "' cannot name an ion: a small letter, then small letters, digits and _, at most"
              + " 20");
    }
    if (valence == 0 || Math.abs(valence) > MOST_CHARGES) {
      throw new UsageException(
          "ions." + name + ".valence", valence + " is not in -4..4, or is 0: an ion has a charge");
    }
    int known = usualValence(name);
    if (known != 0 && valence != known) {
      throw new UsageException(
          "ions." + name + ".valence",
          valence + " is not the charge of " + name + ", which is " + known);
    }
  }

  private static int usualValence(String name) {
    return switch (name) {
      case "na", "k" -> 1;
      case "ca", "mg" -> 2;
      case "cl" -> -1;
      default -> 0;
    };
  }

  /** Sodium, potassium, calcium, chloride and magnesium. */
  public static List<Ion> usual() {
    return List.of(SODIUM, POTASSIUM, CALCIUM, CHLORIDE, MAGNESIUM);
  }

  /**
   * One of {@code known} by its name, or by what people call it, such as {@code K+} and {@code
   * potassium}.
   *
   * @param path where the name stands
   * @throws UsageException with the nearest known name
   */
  public static Ion named(String path, String name, List<Ion> known) {
    String small = name.toLowerCase(Locale.ROOT);
    String wanted = SPELT.getOrDefault(small, small);
    return known.stream()
        .filter(ion -> ion.name.equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                path,
                "ion '"
                    + name
                    + "' is unknown; "
                    + NearestName.hint(name, known.stream().map(Ion::name).toList())));
  }

  /** The name with its charges, such as {@code ca2+}. */
  @Override
  public String toString() {
    int charges = Math.abs(valence);
    return name + (charges == 1 ? "" : Integer.toString(charges)) + (valence > 0 ? "+" : "-");
  }
}
