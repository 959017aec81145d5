package org.hillock.onnx.terms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.Term;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;

/**
 * Explains elements of a graph's values by the nodes that made them, one node a step.
 *
 * <p>Where a node is a weighted sum, and what is stored in the file are the weights, terms add up.
 * Of several elements the largest is a sum of which the winner is all. Elements that are moved have
 * one term of weight 1. A function of one element x has that term, f(x) − f(0), and {@link
 * Term.Kind#REST}, f(0). Where values of the graph are multiplied, or an operator works on several
 * elements together (softmax, normalisation, attention, recurrence), there are no contributions,
 * and the node is played. Weights alone are {@link Term.Kind#BIAS}. An element that is held is
 * explained by that, {@link Term.Kind#STIMULUS}; so is what is added to one. What only says which
 * elements go where (indices, shapes, conditions) is no term, except where it chooses from a table
 * of weights.
 *
 * <p>Contributions are in double precision: their sum differs from a value in single precision by
 * its rounding (1e-5 of the sum of their sizes suffices), and in half precision by more.
 */
public final class GraphTerms implements AutoCloseable {

  private static final Set<String> DRAWN = Set.of("Bernoulli", "Multinomial");
  private static final Set<String> WITH_GRAPHS = Set.of("If", "Loop", "Scan", "SequenceMap");

  private final GraphFacts facts;
  private final Movement movement;
  private final Map<String, NodeTerms> known = new HashMap<>();

  /**
   * For a graph.
   *
   * @param pass what a value held in the last pass, with what interventions made of it; empty where
   *     it is no tensor
   */
  public GraphTerms(OnnxFile file, Function<String, Optional<TensorData>> pass) {
    facts = new GraphFacts(file, pass);
    movement = new Movement(facts.nodes());
    SumNodes.addTo(known);
    WindowNodes.addTo(known);
    LineNodes.addTo(known);
  }

  /** Forgets what was found of a pass that is over. */
  public void forget() {
    movement.forget();
  }

  /**
   * Whether elements of a value can be asked.
   *
   * @throws UsageException where it is shown to the graph, or is made within a node
   */
  public void check(String value) {
    int maker =
        facts
            .maker(value)
            .orElseThrow(() ->
                new UsageException(
                    "'" + value + "' is an input of the graph: it is shown, and nothing makes it"));
    if (WITH_GRAPHS.contains(facts.node(maker).getOpType())) {
      throw new UsageException(
          "'"
              + value
              + "' is made by node '"
              + facts.called(maker)
              + "' ("
              + facts.node(maker).getOpType()
              + "), within which a graph of its own is run; what its elements are made of is not"
              + " told apart");
    }
  }

  /**
   * Explains an element.
   *
   * @throws UsageException as {@link #check}, and where it is made of too much together
   */
  public IsolatedNeuron isolate(Element element, Hand hand) {
    TensorData made = facts.tensor(element.value());
    double value = made.number(element.flat());
    var site = element.site(made.dims());
    if (hand.held()) {
      return GraphElement.of(site, value, Reached.own(Term.Kind.STIMULUS, value), 0);
    }
    check(element.value());
    int maker = facts.maker(element.value()).orElseThrow();
    Question question = new Question(facts, maker, element, made, value - hand.added());
    return GraphElement.of(site, value, reached(question), hand.added());
  }

  private Reached reached(Question q) {
    String operator = q.node().getOpType();
    if (facts.constant(q.element().value())) {
      return Reached.own(Term.Kind.BIAS, q.value());
    }
    if (operator.startsWith("Random") || DRAWN.contains(operator)) {
      return Reached.own(Term.Kind.NOISE, q.value());
    }
    if (q.operator().equals("Dropout") && q.given(2) && q.number(2, 0) != 0) {
      throw new UsageException(
          "site '"
              + q.element().site(q.made().dims())
              + "': node '"
              + q.through()
              + "' (Dropout) is in training and draws which elements it lets through; what was"
              + " drawn is not told");
    }
    Optional<Reached> reached =
        Optional.ofNullable(known.get(q.operator())).flatMap(terms -> terms.of(q));
    return reached.or(() -> movement.of(q)).or(() -> PointNodes.of(q)).orElseGet(() -> together(q));
  }

  /** All elements of all inputs that are numbers and no weights. */
  private static Reached together(Question q) {
    Replay replay = Replay.whole(q);
    for (int input : q.inputs()) {
      if (!q.constant(input)) {
        replay.addAll(input);
      }
    }
    return replay.sources() == 0 ? Reached.own(Term.Kind.OPERATOR, q.value()) : replay;
  }

  @Override
  public void close() {
    facts.nodes().close();
  }
}
