package org.hillock.core.equation;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What expressions of a synapse read in the end, definitions replaced by what they are made of. */
final class SynapseReads {

  private final Map<String, Expression> definitions = new HashMap<>();

  SynapseReads(List<NeuronEquations.Definition> definitions) {
    definitions.forEach(d -> this.definitions.put(d.name(), d.value()));
  }

  /** Names that an expression reads, in its order; no definitions are among them. */
  Set<String> of(Expression expression) {
    Set<String> names = new LinkedHashSet<>();
    collect(expression, names, new LinkedHashSet<>());
    return names;
  }

  private void collect(Expression expression, Set<String> names, Set<String> visited) {
    if (expression instanceof Expression.Name(String name)) {
      Expression meant = definitions.get(name);
      if (meant == null) {
        names.add(name);
      } else if (visited.add(name)) {
        collect(meant, names, visited);
      }
    }
    expression.parts().forEach(part -> collect(part, names, visited));
  }

  /** The first name that is not allowed. */
  Optional<String> other(Expression expression, Predicate<String> allowed) {
    return of(expression).stream().filter(allowed.negate()).findFirst();
  }

  /** Whether an expression is a sum of the named values, each times what does not change. */
  boolean linear(Expression expression, Set<String> changing) {
    return degree(expression, changing) < 2;
  }

  /** 0 where nothing is read that changes, 1 where it is linear in that, 2 otherwise. */
  private int degree(Expression expression, Set<String> changing) {
    return switch (expression) {
      case Expression.Constant _ -> 0;
      case Expression.Name(String name) -> {
        Expression meant = definitions.get(name);
        yield meant != null ? degree(meant, changing) : changing.contains(name) ? 1 : 0;
      }
      case Expression.Negative(Expression of) -> degree(of, changing);
      case Expression.Binary(var operator, Expression left, Expression right) -> {
        int one = degree(left, changing);
        int other = degree(right, changing);
        yield switch (operator) {
          case PLUS, MINUS -> Math.max(one, other);
          case TIMES -> Math.min(2, one + other);
          case OVER -> other == 0 ? one : 2;
          case POWER -> one + other == 0 ? 0 : 2;
        };
      }
      case Expression.Call _, Expression.Comparison _, Expression.Junction _, Expression.Not _ ->
          expression.parts().stream().allMatch(part -> degree(part, changing) == 0) ? 0 : 2;
    };
  }
}
