package org.hillock.core.quantity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * A unit as it is written: {@code ms}, {@code mV}, {@code uF/cm^2}, {@code pA*ms}, {@code 1/ms}, or
 * empty for a plain number.
 *
 * <p>Its size in SI base units is kept as a power of ten, and the few units that are none (minutes,
 * hours) by a factor beside it, so that {@code 0.1 ms} in milliseconds is exactly {@code 0.1}.
 *
 * @param symbol as written
 * @param dimension what it measures
 * @param power10 power of ten to SI base units
 * @param factor what remains of its size in SI base units, 1 for most
 */
public record Unit(String symbol, Dimension dimension, int power10, double factor) {

  private static final List<String> COMMON =
      List.of(
          "ms", "s", "mV", "V", "Hz", "kHz", "nA", "pA", "nS", "pF", "nF", "MOhm", "um", "mM",
          "mV/ms");
  private static final Map<String, Unit> NAMED = new LinkedHashMap<>();
  private static final Map<String, Integer> PREFIXES =
      Map.of(
          "a", -18, "f", -15, "p", -12, "n", -9, "u", -6, "µ", -6, "m", -3, "k", 3, "M", 6, "G", 9);

  static {
    name("s", Dimension.TIME, 0);
    name("m", Dimension.LENGTH, 0);
    name("g", Dimension.MASS, -3);
    name("A", Dimension.CURRENT, 0);
    name("K", Dimension.TEMPERATURE, 0);
    name("mol", Dimension.AMOUNT, 0);
    name("M", Dimension.AMOUNT.over(Dimension.LENGTH.power(3)), 3);
    name("Hz", Dimension.RATE, 0);
    name("V", Dimension.VOLTAGE, 0);
    name("S", Dimension.CONDUCTANCE, 0);
    name("Ohm", Dimension.CONDUCTANCE.power(-1), 0);
    name("ohm", Dimension.CONDUCTANCE.power(-1), 0);
    name("Ω", Dimension.CONDUCTANCE.power(-1), 0);
    name("F", Dimension.CAPACITANCE, 0);
    name("C", Dimension.CHARGE, 0);
    name("J", Dimension.ENERGY, 0);
    NAMED.put("cm", new Unit("cm", Dimension.LENGTH, -2, 1));
    NAMED.put("min", new Unit("min", Dimension.TIME, 0, 60));
    NAMED.put("h", new Unit("h", Dimension.TIME, 0, 3600));
  }

  /** What people write for a unit that has another symbol. */
  private static final Map<String, String> SPELT =
      Map.of(
          "sec", "s", "msec", "ms", "usec", "us", "hz", "Hz", "volt", "V", "mvolt", "mV", "amp",
          "A", "mohm", "MOhm", "micron", "um");

  public static final Unit NONE = new Unit("", Dimension.NONE, 0, 1);
  public static final Unit MS = parse("ms");
  public static final Unit MV = parse("mV");
  public static final Unit PA = parse("pA");
  public static final Unit PF = parse("pF");
  public static final Unit HZ = parse("Hz");
  public static final Unit MV_PER_MS = parse("mV/ms");

  private static final List<Unit> COHERENT =
      List.of(
          NONE,
          MV,
          MS,
          PA,
          PF,
          MV_PER_MS,
          parse("nS"),
          parse("GOhm"),
          parse("1/ms"),
          parse("mM"),
          parse("um"),
          parse("nS/um^2"),
          parse("pF/um^2"),
          parse("pA/um^2"),
          parse("pA/ms"),
          parse("nS/ms"),
          parse("pA*ms"));

  private static void name(String symbol, Dimension dimension, int power10) {
    NAMED.put(symbol, new Unit(symbol, dimension, power10, 1));
  }

  /**
   * Reads a unit: named units with a prefix (a f p n u µ m k M G), joined by {@code *} and {@code
   * /}, raised with {@code ^}.
   *
   * @throws UsageException where a part is unknown, with the nearest known one
   */
  public static Unit parse(String text) {
    String symbol = text.strip();
    if (symbol.isEmpty()) {
      return new Unit("", Dimension.NONE, 0, 1);
    }
    Dimension dimension = Dimension.NONE;
    int power10 = 0;
    double factor = 1;
    int sign = 1;
    int at = 0;
    while (at <= symbol.length()) {
      int end = at;
      while (end < symbol.length() && symbol.charAt(end) != '*' && symbol.charAt(end) != '/') {
        end++;
      }
      String part = symbol.substring(at, end).strip();
      int exponent = sign;
      int caret = part.indexOf('^');
      if (caret > 0) {
        exponent = sign * exponent(part.substring(caret + 1), symbol);
        part = part.substring(0, caret).strip();
      }
      if (!(part.equals("1") && end < symbol.length())) {
        Unit unit = single(part, symbol);
        dimension = dimension.times(unit.dimension.power(exponent));
        power10 += unit.power10 * exponent;
        factor *= Math.pow(unit.factor, exponent);
      }
      if (end < symbol.length()) {
        sign = symbol.charAt(end) == '/' ? -1 : 1;
      }
      at = end + 1;
    }
    return new Unit(symbol, dimension, power10, factor);
  }

  private static int exponent(String text, String symbol) {
    try {
      int n = Integer.parseInt(text.strip());
      if (n >= -9 && n <= 9) {
        return n;
      }
    } catch (NumberFormatException e) {
      // told below, with the whole unit
    }
    throw new UsageException(
        "unit '" + symbol + "': exponent '" + text + "' is not a whole number from -9 to 9");
  }

  private static Unit single(String part, String symbol) {
    Unit named = NAMED.get(part);
    if (named != null) {
      return named;
    }
    for (Map.Entry<String, Integer> prefix : PREFIXES.entrySet()) {
      if (part.startsWith(prefix.getKey())) {
        Unit base = NAMED.get(part.substring(prefix.getKey().length()));
        if (base != null && base.factor == 1 && !base.symbol.equals("cm")) {
          return new Unit(part, base.dimension, base.power10 + prefix.getValue(), 1);
        }
      }
    }
    String meant = SPELT.get(part.toLowerCase(Locale.ROOT));
    throw new UsageException(
        "unit '"
            + symbol
            + "' is unknown; "
            + (meant == null ? NearestName.hint(part, COMMON) : "did you mean '" + meant + "'?"));
  }

  /**
   * The unit of a dimension in the coherent system of mV, ms, pA (and so nS, pF, GOhm), um and amol
   * (so mM): numbers in these units obey the same equations as the quantities do.
   */
  public static Unit coherent(Dimension d) {
    int power10 =
        -6 * d.length() - 12 * d.mass() - 3 * d.time() - 12 * d.current() - 18 * d.amount();
    for (Unit usual : COHERENT) {
      if (usual.dimension.equals(d)) {
        return usual;
      }
    }
    StringBuilder symbol = new StringBuilder();
    // in mV rather than ng, which is the same as 1 ng = 1 mV·pA·ms^3/um^2
    int volts = d.mass();
    int[] exponents = {
      volts,
      d.current() + volts,
      d.length() - 2 * volts,
      d.time() + 3 * volts,
      d.temperature(),
      d.amount()
    };
    String[] bases = {"mV", "pA", "um", "ms", "K", "amol"};
    for (int i = 0; i < exponents.length; i++) {
      if (exponents[i] != 0) {
        symbol.append(symbol.isEmpty() ? "" : "*").append(bases[i]);
        symbol.append(exponents[i] == 1 ? "" : "^" + exponents[i]);
      }
    }
    return new Unit(symbol.toString(), d, power10, 1);
  }

  /** {@code value} of this unit, in {@code other}; exact where both differ by a power of ten. */
  public double to(Unit other, double value) {
    double scaled = factor == other.factor ? value : value * factor / other.factor;
    int shift = power10 - other.power10;
    if (shift == 0) {
      return scaled;
    }
    return shift > 0 ? scaled * Math.pow(10, shift) : scaled / Math.pow(10, -shift);
  }

  /** Converts the first {@code count} of the values in place, to the bit as one by one. */
  public void to(Unit other, double[] values, int count) {
    if (factor == other.factor && power10 == other.power10) {
      return;
    }
    for (int i = 0; i < count; i++) {
      values[i] = to(other, values[i]);
    }
  }

  /** Whether both measure the same thing. */
  public boolean measuresLike(Unit other) {
    return dimension.equals(other.dimension);
  }

  @Override
  public String toString() {
    return symbol;
  }
}
