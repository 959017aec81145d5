package org.hillock.onnx.terms;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Term;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.runtime.Holding;
import org.hillock.onnx.runtime.RuntimeProblem;

/**
 * What a node makes of elements, found by running it alone on ONNX Runtime with these scaled. Of
 * one element x alone, the part that it has is f(x) − f(0), and f(0) is what would be there without
 * it, where that is a number; of several, none has a part of its own.
 */
final class Replay implements Reached {

  /** More elements that meet in one are not told apart. */
  private static final int MOST = 100_000;

  private final Question question;
  private final LoneNodes nodes;
  private final Map<String, TensorData> inputs;
  private final boolean single;
  private final List<Element> sources = new ArrayList<>();
  private final Set<Element> seen = new HashSet<>();
  private double without = Double.NaN;
  private boolean known;

  private Replay(
      Question question, LoneNodes nodes, Map<String, TensorData> inputs, boolean single) {
    this.question = question;
    this.nodes = nodes;
    this.inputs = inputs;
    this.single = single;
  }

  /** The node on all of its inputs; which elements of them matter is added. */
  static Replay whole(Question q) {
    Map<String, TensorData> inputs = new LinkedHashMap<>();
    q.inputs().forEach(i -> inputs.put(q.name(i), q.tensor(i)));
    return new Replay(q, q.facts().nodes(), inputs, false);
  }

  /**
   * A node that makes each element of one element of each input, on those alone.
   *
   * @param elements of each input; those that are left out stay whole
   */
  static Replay single(Question q, Map<Integer, Integer> elements) {
    Map<String, TensorData> inputs = new LinkedHashMap<>();
    for (int input : q.inputs()) {
      Integer flat = elements.get(input);
      TensorData data = q.tensor(input);
      inputs.put(q.name(input), flat == null ? data : element(data, flat));
    }
    Replay replay = new Replay(q, q.facts().nodes(), inputs, true);
    elements.forEach((input, flat) -> {
      if (!q.constant(input)) {
        replay.add(input, flat);
      }
    });
    return replay;
  }

  private static TensorData element(TensorData data, int flat) {
    int bytes = data.type().bytes();
    ByteBuffer one = ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    one.put(0, data.bytes(), flat * bytes, bytes);
    return TensorData.of(data.type(), List.of(1L), one);
  }

  /**
   * Adds an element that matters.
   *
   * @throws UsageException where they become too many
   */
  void add(int input, int flat) {
    if (sources.size() == MOST) {
      throw new UsageException(
          "site '"
              + question.element().site(question.made().dims())
              + "': node '"
              + question.through()
              + "' ("
              + question.operator()
              + ") makes it of more than "
              + MOST
              + " numbers together, which are too many to be told apart");
    }
    Element source = question.of(input, flat);
    if (seen.add(source)) {
      sources.add(source);
    }
  }

  /** Adds all elements of an input that are numbers. */
  void addAll(int input) {
    TensorData data = question.tensor(input);
    if (data.type().isReal()) {
      IntStream.range(0, data.size()).forEach(flat -> add(input, flat));
    }
  }

  /** How many elements were added. */
  int sources() {
    return sources.size();
  }

  private TensorData input(Element source) {
    return Objects.requireNonNull(inputs.get(source.value()));
  }

  private double carried(int i) {
    Element source = sources.get(i);
    return input(source).number(single ? 0 : source.flat());
  }

  /** What there is without the only element, where it is a number. */
  private Optional<Double> rest() {
    boolean alone = sources.size() == 1 && input(sources.getFirst()).type().isFloating();
    if (alone && !known) {
      known = true;
      try {
        without = made(new double[1]);
      } catch (UsageException _) {
        // numbers of this type cannot be made: all is told of the element
        without = Double.NaN;
      }
    }
    return alone && Double.isFinite(without) && without != 0
        ? Optional.of(without)
        : Optional.empty();
  }

  @Override
  public List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      terms.add(question.term(sources.get(i), Double.NaN, carried(i)));
    }
    rest().ifPresent(rest -> terms.add(Term.own(Term.Kind.REST, rest)));
    return terms;
  }

  @Override
  public Optional<double[]> contributions() {
    if (sources.size() != 1) {
      return Optional.empty();
    }
    double rest = rest().orElse(0.0);
    DoubleStream each = DoubleStream.of(made(new double[] {1}) - rest);
    return Optional.of(
        (rest == 0 ? each : DoubleStream.concat(each, DoubleStream.of(rest))).toArray());
  }

  @Override
  public double play(double[] factors) {
    double made = made(factors);
    return factors.length > sources.size()
        ? made - (1 - factors[sources.size()]) * rest().orElse(0.0)
        : made;
  }

  private double made(double[] factors) {
    Map<String, double[]> scaled = new LinkedHashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      if (factors[i] != 1) {
        Element source = sources.get(i);
        double[] all = scaled.computeIfAbsent(source.value(), _ -> input(source).numbers());
        all[single ? 0 : source.flat()] = factors[i] * carried(i);
      }
    }
    Map<String, TensorData> given = new LinkedHashMap<>(inputs);
    scaled.forEach((name, numbers) -> {
      TensorData as = Objects.requireNonNull(inputs.get(name));
      given.put(name, Holding.data(as.type(), as.dims(), numbers));
    });
    try {
      TensorData made = nodes.run(question.index(), given, question.element().value());
      return made.number(single ? 0 : question.element().flat());
    } catch (RuntimeProblem e) {
      throw new UsageException(
          "node '"
              + question.through()
              + "' ("
              + question.operator()
              + ") cannot be run by itself: "
              + e.getMessage());
    }
  }
}
