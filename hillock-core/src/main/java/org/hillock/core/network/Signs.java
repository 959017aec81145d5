package org.hillock.core.network;

/**
 * The signs that weights can have.
 *
 * @param above0 whether one can be above 0
 * @param below0 whether one can be below 0
 */
record Signs(boolean above0, boolean below0) {

  /** What the weights of a projection can be; for a distribution, all that can be drawn. */
  static Signs of(Values values) {
    return switch (values) {
      case Values.Constant c -> of(c.quantity().value());
      case Values.Listed l -> of(l.numbers());
      case Values.PerChannel shared -> of(shared.numbers());
      case Values.Drawn d ->
          switch (d.distribution()) {
            case Distribution.Uniform u -> new Signs(u.high() > 0, u.low() < 0);
            case Distribution.Normal n ->
                n.sd() == 0 ? of(n.mean()) : new Signs(n.most() > 0, n.least() < 0);
            case Distribution.LogNormal _, Distribution.Exponential _ -> new Signs(true, false);
            case Distribution.Geometric g -> of(g.each());
          };
    };
  }

  private static Signs of(double value) {
    return new Signs(value > 0, value < 0);
  }

  private static Signs of(Numbers numbers) {
    boolean above0 = false;
    boolean below0 = false;
    for (int i = 0; i < numbers.size(); i++) {
      above0 |= numbers.get(i) > 0;
      below0 |= numbers.get(i) < 0;
    }
    return new Signs(above0, below0);
  }

  boolean both() {
    return above0 && below0;
  }
}
