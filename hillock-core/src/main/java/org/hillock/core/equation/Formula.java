package org.hillock.core.equation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;

/**
 * A value that follows from a few others, written as in a neuron's equations: {@code 10
 * mS/cm^2*exp(-distance/(100 um))}.
 *
 * @param text as it was written
 * @param value checked
 * @param dimension what it measures
 */
public record Formula(String text, Expression value, Dimension dimension) {

  private static final NeuronEquations NONE =
      new NeuronEquations(
          "",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * Reads one.
   *
   * @param path where it stands, for messages
   * @param names what it may read, with what these measure
   * @param wanted what it must measure
   * @throws org.hillock.core.problem.UsageException at the path
   */
  public static Formula read(
      String path, String text, Map<String, Dimension> names, Dimension wanted) {
    TextPlace place = new TextPlace(path, 0, "");
    TextScope scope = new TextScope();
    names.forEach((name, dimension) -> {
      scope.declare(place, name, TextScope.Kind.SURROUNDING);
      scope.measures(name, Measure.of(dimension));
    });
    Tokens tokens = new Tokens(place, text);
    Expression parsed = ExpressionParser.next(tokens);
    tokens.needEnd();
    Expression value = scope.resolve(place, parsed, TextScope.Use.FORMULA);
    Measure found = new DimensionCheck(place, scope::measure).value(value);
    if (!found.fits(Measure.of(wanted))) {
      throw place.problem(
          ExpressionText.quoted(value) + " is " + found + ", not " + Measure.of(wanted));
    }
    return new Formula(text, value, wanted);
  }

  /** A number that is the same everywhere. */
  public static Formula of(double value, Unit unit) {
    return new Formula(
        org.hillock.core.quantity.Quantity.text(value) + " " + unit,
        new Expression.Constant(value, unit),
        unit.dimension());
  }

  /**
   * Its value in the coherent unit of its dimension.
   *
   * @param names in coherent units
   */
  public double at(Map<String, Double> names) {
    return new StartingPoint(NONE, names).value(value);
  }
}
