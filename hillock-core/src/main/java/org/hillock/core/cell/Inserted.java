package org.hillock.core.cell;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.equation.Formula;
import org.hillock.core.equation.MechanismText;
import org.hillock.core.equation.NeuronText;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;

/**
 * Channels, or a pool of an ion, in the membrane of a region.
 *
 * @param path where it is stated, for messages
 * @param mechanism a channel or a pool
 * @param region a word of {@link Morphology#region}
 * @param parameters by name; others have their standard values. They may read {@link #PLACE}
 */
public record Inserted(
    String path, MechanismText mechanism, String region, Map<String, Formula> parameters) {

  /** What a parameter may read: where on the tree it is. */
  public static final Map<String, Dimension> PLACE =
      Map.of(
          "distance", Dimension.LENGTH,
          "diameter", Dimension.LENGTH,
          "position", Dimension.NONE);

  public Inserted {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    if (mechanism.kind() == MechanismText.Kind.RECEPTOR) {
      throw new UsageException(
          path,
          "'" + mechanism.name() + "' is a receptor, which stands at a place, not in a region");
    }
    checkParameters(path, mechanism, parameters);
  }

  /** Every parameter is known and measures what it must. */
  static void checkParameters(
      String path, MechanismText mechanism, Map<String, Formula> parameters) {
    List<String> known = mechanism.parameters().stream().map(NeuronText.Parameter::name).toList();
    parameters.forEach((name, formula) -> {
      NeuronText.Parameter parameter =
          mechanism
              .parameter(name)
              .orElseThrow(() ->
                  new UsageException(
                      path + "." + name,
                      "'"
                          + mechanism.name()
                          + "' has no parameter '"
                          + name
                          + "'; "
                          + NearestName.hint(name, known)));
      Dimension needed = parameter.standard().unit().dimension();
      if (!formula.dimension().equals(needed)) {
        throw new UsageException(
            path + "." + name, formula.text() + " is " + formula.dimension() + ", not " + needed);
      }
    });
  }

  /** Checks a number that a formula gave. */
  public static void checkValue(
      String path, NeuronText.Parameter parameter, double coherent, String where) {
    boolean fine =
        Double.isFinite(coherent)
            && switch (parameter.range()) {
              case ANY -> true;
              case POSITIVE -> coherent > 0;
              case NOT_NEGATIVE -> coherent >= 0;
            };
    if (!fine) {
      throw new UsageException(
          path + "." + parameter.name(),
          "at "
              + where
              + " it is "
              + coherent
              + " "
              + org.hillock.core.quantity.Unit.coherent(parameter.standard().unit().dimension())
              + ", which is not "
              + switch (parameter.range()) {
                case ANY -> "finite";
                case POSITIVE -> "> 0";
                case NOT_NEGATIVE -> ">= 0";
              });
    }
  }
}
