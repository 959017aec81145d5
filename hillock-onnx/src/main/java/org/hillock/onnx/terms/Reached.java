package org.hillock.onnx.terms;

import java.util.List;
import java.util.Optional;
import org.hillock.core.session.Term;

/** What reached an element through its node, and what the node makes of it. */
interface Reached {

  List<Term> terms();

  /** How much of the element each term is; empty where that is not independent of the others. */
  Optional<double[]> contributions();

  /**
   * The element with its terms scaled.
   *
   * @param factors one for each term
   */
  double play(double[] factors);

  /** A number that belongs to the element itself. */
  static Reached own(Term.Kind kind, double number) {
    return new Own(kind, number);
  }

  /** One term. */
  record Own(Term.Kind kind, double number) implements Reached {
    @Override
    public List<Term> terms() {
      return List.of(Term.own(kind, number));
    }

    @Override
    public Optional<double[]> contributions() {
      return Optional.of(new double[] {number});
    }

    @Override
    public double play(double[] factors) {
      return factors[0] * number;
    }
  }
}
