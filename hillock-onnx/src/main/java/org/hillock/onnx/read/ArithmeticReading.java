package org.hillock.onnx.read;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.RateFunction;

/** Sums, differences, products and quotients, of signals and of constants. */
final class ArithmeticReading {

  private ArithmeticReading() {}

  static void addTo(Map<String, NodeReader> readers) {
    readers.put("Add", n -> List.of(sum(n, n.input(0), n.input(1), 1)));
    readers.put("Sub", n -> List.of(sum(n, n.input(0), n.input(1), -1)));
    readers.put("Mul", n -> List.of(product(n, n.input(0), n.input(1))));
    readers.put("Div", n -> List.of(quotient(n, n.input(0), n.input(1))));
    readers.put("Sum", n -> List.of(all(n)));
    readers.put("Mean", n -> List.of(scaled(all(n), 1.0 / n.inputs().size())));
    readers.put("Neg", n -> List.of(scaled(n.input(0), -1)));
    readers.put("Pow", n -> List.of(power(n)));
    readers.put("Sqrt", n -> List.of(known(n, Math::sqrt)));
    readers.put("Exp", n -> List.of(known(n, Math::exp)));
    readers.put("Log", n -> List.of(known(n, Math::log)));
    readers.put("Abs", n -> List.of(known(n, Math::abs)));
    readers.put("Reciprocal", n -> List.of(known(n, x -> 1 / x)));
  }

  private static Value known(NodeReading node, DoubleUnaryOperator operation) {
    if (node.input(0) instanceof Fixed fixed) {
      return fixed.map(operation);
    }
    throw new NotRepresentable("there is no neuron model with this function of its sum");
  }

  private static Value scaled(Value value, double factor) {
    return switch (value) {
      case Fixed fixed -> fixed.map(x -> factor * x);
      case Signal signal -> signal.withFactor(factor * signal.factor());
    };
  }

  private static Value all(NodeReading node) {
    Value sum = node.input(0);
    for (int i = 1; i < node.inputs().size(); i++) {
      sum = sum(node, sum, node.input(i), 1);
    }
    return sum;
  }

  private static Value sum(NodeReading node, Value a, Value b, int sign) {
    if (a instanceof Fixed x && b instanceof Fixed y) {
      return x.with(y, (p, q) -> p + sign * q);
    }
    if (a instanceof Signal x && b instanceof Fixed y) {
      return plus(node, x, y.map(q -> sign * q));
    }
    if (a instanceof Fixed x && b instanceof Signal y) {
      return plus(node, y.withFactor(sign * y.factor()), x);
    }
    Signal x = (Signal) a;
    Signal y = (Signal) b;
    return added(node, x, y.withFactor(sign * y.factor()));
  }

  private static Value product(NodeReading node, Value a, Value b) {
    if (a instanceof Fixed x && b instanceof Fixed y) {
      return x.with(y, (p, q) -> p * q);
    }
    if (a instanceof Signal x && b instanceof Fixed y) {
      return times(node, x, y);
    }
    if (a instanceof Fixed x && b instanceof Signal y) {
      return times(node, y, x);
    }
    return multiplied(node, (Signal) a, (Signal) b);
  }

  private static Value quotient(NodeReading node, Value a, Value b) {
    if (!(b instanceof Fixed y)) {
      throw new NotRepresentable("it divides by what is computed from the input");
    }
    DoubleBinaryOperator divide = (p, q) -> p / q;
    return a instanceof Fixed x ? x.with(y, divide) : times(node, (Signal) a, y.map(q -> 1 / q));
  }

  private static Value power(NodeReading node) {
    if (node.input(0) instanceof Fixed x && node.input(1) instanceof Fixed y) {
      return x.with(y, Math::pow);
    }
    OptionalDouble exponent = node.fixed(1, "exponents").same();
    Signal base = node.signal(0);
    if (exponent.equals(OptionalDouble.of(1))) {
      return base;
    }
    if (exponent.equals(OptionalDouble.of(2))) {
      return multiplied(node, base, base);
    }
    if (exponent.equals(OptionalDouble.of(3))) {
      return multiplied(node, multiplied(node, base, base), base.shared());
    }
    throw new NotRepresentable(
        "neurons multiply, so they give a square or a cube, but no power of "
            + (exponent.isPresent() ? exponent.getAsDouble() : "several exponents"));
  }

  /** Adds known numbers: they become biases. */
  static Signal plus(NodeReading node, Signal signal, Fixed more) {
    int[] dims = Move.broadcast(signal.dims(), more.dims());
    Signal wide = stretched(signal, dims);
    Fixed numbers = more.moved(Move.expand(more.dims(), dims));
    if (numbers.isAll(0)) {
      return wide;
    }
    Signal sums = Ownership.own(node, wide);
    Ownership.byPopulation(node.draft(), sums, numbers)
        .forEach((population, own) -> node.draft().population(population).addBias(own));
    return sums;
  }

  static Signal stretched(Signal signal, int[] dims) {
    return Arrays.equals(signal.dims(), dims)
        ? signal
        : signal.moved(Move.expand(signal.dims(), dims));
  }

  /** Multiplies with known numbers: they go into the weights before, or make some of their own. */
  static Signal times(NodeReading node, Signal signal, Fixed factors) {
    int[] dims = Move.broadcast(signal.dims(), factors.dims());
    Signal wide = stretched(signal, dims);
    OptionalDouble same = factors.same();
    if (same.isPresent()) {
      return wide.withFactor(wide.factor() * same.getAsDouble());
    }
    Fixed numbers = factors.moved(Move.expand(factors.dims(), dims));
    Draft draft = node.draft();
    if (Ownership.isOwned(draft, wide)) {
      Map<Integer, double[]> own = Ownership.byPopulation(draft, wide, numbers);
      if (own.entrySet().stream()
          .allMatch(e -> draft.population(e.getKey()).canScale(e.getValue()))) {
        own.forEach((population, f) -> draft.population(population).scale(f));
        return wide;
      }
    }
    Signal behind =
        wide.coversOnce(draft) ? draft.behind(node.hint(), wide) : Ownership.gathered(node, wide);
    Ownership.byPopulation(draft, behind, numbers)
        .forEach((population, f) -> {
          DraftPopulation made = draft.population(population);
          byChannel(made, f);
          made.scale(f);
        });
    return behind;
  }

  /** Of a sheet, a factor for each channel is one weight for each channel. */
  private static void byChannel(DraftPopulation made, double[] factors) {
    if (made.shapeFixed() && factors.length == made.channels() && made.incoming().size() == 1) {
      DraftProjection only = made.incoming().getFirst();
      if (only.rule() instanceof Connectivity.OneToOne) {
        double[] weights = new double[factors.length];
        Arrays.fill(weights, only.values().expectation());
        made.incoming()
            .set(
                0,
                DraftProjection.of(
                    only.from(), Connectivity.Convolution.perChannel(factors.length), weights));
      }
    }
  }

  /** Adds two signals: what ends on both ends on one. */
  private static Signal added(NodeReading node, Signal a, Signal b) {
    int[] dims = Move.broadcast(a.dims(), b.dims());
    Signal x = stretched(a, dims);
    Signal y = stretched(b, dims);
    Draft draft = node.draft();
    if (!Ownership.isOwned(draft, x) && Ownership.isOwned(draft, y)) {
      Signal swap = x;
      x = y;
      y = swap;
    }
    Signal sums = Ownership.own(node, x);
    if (Ownership.isOwned(draft, y) && Ownership.unite(draft, sums, y)) {
      return sums;
    }
    for (int population : sums.populations()) {
      DraftPopulation to = draft.population(population);
      long[] cells = y.cells().clone();
      int[] target = new int[cells.length];
      for (int i = 0; i < cells.length; i++) {
        long here = sums.cells()[i];
        target[i] = Signal.neuron(here);
        if (Signal.population(here) != population) {
          cells[i] = Signal.ZERO;
        }
      }
      Signal part = new Signal(dims, cells, y.factor(), false);
      draft.relay(part, to, target, 1).forEach(to.incoming()::add);
    }
    return sums;
  }

  /** Multiplies two signals, element by element: neurons of two sums. */
  static Signal multiplied(NodeReading node, Signal a, Signal b) {
    int[] dims = Move.broadcast(a.dims(), b.dims());
    Signal x = stretched(a, dims);
    Signal y = stretched(b, dims);
    Ownership.Fresh fresh = Ownership.fresh(node, dims);
    DraftPopulation made = fresh.population();
    made.become("product", new LinkedHashMap<>());
    Draft draft = node.draft();
    draft.relay(x, made, fresh.target(), 1).forEach(p -> made.incoming().add(p.at("left")));
    draft
        .relay(y, made, fresh.target(), 1)
        .forEach(p -> made.incoming().add(p.at(RateFunction.RIGHT)));
    return fresh.signal();
  }
}
