package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hillock.core.equation.Statement.Definition;

/** Puts definitions in an order in which each stands after those that it needs. */
final class DefinitionOrder {

  private final Map<String, Definition> byName = new LinkedHashMap<>();
  private final Set<String> done = new HashSet<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final List<Definition> sorted = new ArrayList<>();

  private DefinitionOrder() {}

  /**
   * The definitions, sorted; those that need nothing of each other stay in the order of the text.
   *
   * @throws org.hillock.core.problem.UsageException where one needs itself, with the circle
   */
  static List<Definition> of(List<Definition> definitions) {
    DefinitionOrder order = new DefinitionOrder();
    definitions.forEach(d -> order.byName.put(d.name(), d));
    definitions.forEach(order::visit);
    return order.sorted;
  }

  private void visit(Definition definition) {
    String name = definition.name();
    if (done.contains(name)) {
      return;
    }
    if (!open.add(name)) {
      List<String> circle = new ArrayList<>(open);
      circle = new ArrayList<>(circle.subList(circle.indexOf(name), circle.size()));
      circle.add(name);
      throw definition
          .place()
          .about("'" + name + "'")
          .problem(
              "needs itself: "
                  + String.join(" → ", circle)
                  + "; a value that has a past is a state");
    }
    Set<String> needed = new LinkedHashSet<>();
    collect(definition.value(), needed);
    for (String need : needed) {
      visit(Objects.requireNonNull(byName.get(need)));
    }
    open.remove(name);
    done.add(name);
    sorted.add(definition);
  }

  private void collect(Expression expression, Set<String> needed) {
    if (expression instanceof Expression.Name(String name) && byName.containsKey(name)) {
      needed.add(name);
    }
    expression.parts().forEach(part -> collect(part, needed));
  }
}
