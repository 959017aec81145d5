package org.hillock.onnx.terms;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.shape.Attributes;

/**
 * An element that is asked about, and the node that made it.
 *
 * @param facts of the graph
 * @param index of the node in the graph
 * @param element that is asked about
 * @param made the value that it is an element of
 * @param value of the element as its node made it
 */
record Question(GraphFacts facts, int index, Element element, TensorData made, double value) {

  NodeProto node() {
    return facts.node(index);
  }

  /** The operator; with its set before it where that is not the standard one. */
  String operator() {
    String domain = node().getDomain();
    return domain.isEmpty() || domain.equals("ai.onnx")
        ? node().getOpType()
        : domain + "." + node().getOpType();
  }

  Attributes attributes() {
    return new Attributes(node());
  }

  long operators() {
    return facts.operators();
  }

  /** The node, as terms name it. */
  String through() {
    return facts.called(index);
  }

  boolean given(int input) {
    return input < node().getInputCount() && !node().getInput(input).isEmpty();
  }

  String name(int input) {
    return node().getInput(input);
  }

  /** Whether an input is the same whatever the graph is shown: a weight. */
  boolean constant(int input) {
    return facts.constant(name(input));
  }

  /** Inputs that are given. */
  List<Integer> inputs() {
    return IntStream.range(0, node().getInputCount()).filter(this::given).boxed().toList();
  }

  /** Whether all of those inputs are weights, or left out. */
  boolean allConstant(int... inputs) {
    return IntStream.of(inputs).allMatch(i -> !given(i) || constant(i));
  }

  /**
   * What an input held.
   *
   * @throws UsageException where it is no tensor
   */
  TensorData tensor(int input) {
    return facts.tensor(name(input));
  }

  Places places(int input) {
    return Places.of(tensor(input).dims());
  }

  double number(int input, int flat) {
    return tensor(input).number(flat);
  }

  /** Whole numbers that stand in an attribute or, in later operator sets, in an input. */
  Optional<List<Long>> wholes(String attribute, int input) {
    if (given(input)) {
      TensorData data = tensor(input);
      return Optional.of(IntStream.range(0, data.size()).mapToObj(data::whole).toList());
    }
    return attributes().wholes(attribute);
  }

  /** Where the element lies in its value. */
  int[] place() {
    return Places.of(made.dims()).of(element.flat());
  }

  Element of(int input, int flat) {
    return new Element(name(input), flat);
  }

  /** A term from an element of an input. */
  Term term(Element source, double weight, double carried) {
    SiteRef site = source.site(facts.tensor(source.value()).dims());
    return new Term(Term.Kind.SYNAPSE, Optional.of(site), through(), Double.NaN, weight, carried);
  }

  /**
   * Whether inputs are stretched to one another from the left or by an axis, as before operator set
   * 7.
   */
  boolean stretchedInTheOldWay() {
    return operators() < 7
        && inputs().stream().anyMatch(i -> !tensor(i).dims().equals(made.dims()));
  }
}
