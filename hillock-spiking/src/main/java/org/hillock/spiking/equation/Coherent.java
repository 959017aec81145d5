package org.hillock.spiking.equation;

import org.hillock.core.equation.Expression;
import org.hillock.core.quantity.Unit;

/** Numbers of equations in the coherent system of units. */
final class Coherent {

  private Coherent() {}

  static double value(Expression.Constant constant) {
    Unit unit = constant.unit();
    return unit.to(Unit.coherent(unit.dimension()), constant.value());
  }
}
