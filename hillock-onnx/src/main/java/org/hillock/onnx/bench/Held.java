package org.hillock.onnx.bench;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.SiteRef;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.runtime.GraphValue;
import org.hillock.onnx.runtime.Holding;
import org.hillock.onnx.runtime.Instrumented;
import org.hillock.onnx.runtime.ValueRef;
import org.hillock.onnx.terms.Hand;

/**
 * Interventions as what is held of values.
 *
 * @param find where a site lies
 * @param dims of a value, by name
 */
record Held(Function<SiteRef, GraphSite> find, Function<String, List<Long>> dims) {

  /**
   * The value that an intervention acts on.
   *
   * @param known all values that nodes make, by address
   * @throws UsageException where it cannot be done
   */
  ValueRef check(Intervention intervention, Map<String, ValueRef> known) {
    SiteRef ref = siteOf(intervention);
    ValueRef value = known.get(ref.owner());
    if (value != null && !value.isOuter()) {
      if (!(intervention instanceof Intervention.Silence) || !isWhole(ref)) {
        throw new UsageException(
            "site '" + ref + "' lies within a node, where a value can only be silenced as a whole");
      }
      return value;
    }
    GraphSite site = find.apply(ref);
    if (value == null) {
      throw new UsageException(
          "site '" + ref + "' is an input of the graph: give it another value instead");
    }
    if (intervention instanceof Intervention.Patch(var _, var numbers, var _)
        && numbers.size() != site.elements().length) {
      throw new UsageException(
          "a patch of '"
              + ref
              + "' has "
              + numbers.size()
              + " numbers for "
              + site.elements().length
              + " elements");
    }
    return value;
  }

  private static boolean isWhole(SiteRef ref) {
    return ref.neurons().isEmpty() && ref.axes().isEmpty();
  }

  private static SiteRef siteOf(Intervention intervention) {
    return switch (intervention) {
      case Intervention.Silence silence -> {
        if (silence.scope() != Intervention.Silence.Scope.OUTPUTS) {
          throw new UsageException(
              "silence of '"
                  + silence.site()
                  + "': what an element of a graph receives is within its node; silence its"
                  + " outputs");
        }
        yield silence.site();
      }
      case Intervention.Clamp clamp -> clamp.site();
      case Intervention.Stimulate stimulate -> stimulate.site();
      case Intervention.Patch patch -> patch.site();
      case Intervention.Lesion lesion ->
          throw new UsageException(
              "lesion of '" + lesion.projection() + "': a graph has nodes and no projections");
    };
  }

  /**
   * Runs the graph with interventions. What is added to a value is added to what it is under all
   * the others, so each stimulated value takes a pass of its own before, in the order of the graph.
   */
  Instrumented.Result run(
      Instrumented ready,
      Map<String, GraphValue> inputs,
      List<Intervention> interventions,
      Map<String, ValueRef> known) {
    Map<ValueRef, Holding> held = new LinkedHashMap<>();
    Set<ValueRef> silent = new HashSet<>();
    for (Intervention intervention : interventions) {
      ValueRef value = valueOf(intervention, known);
      if (!value.isOuter()) {
        silent.add(value);
        continue;
      }
      switch (intervention) {
        case Intervention.Silence(SiteRef site, var _, var _) -> put(held, value, site, _ -> 0);
        case Intervention.Clamp(SiteRef site, double at, var _) -> put(held, value, site, _ -> at);
        case Intervention.Patch(SiteRef site, var numbers, var _) ->
            put(held, value, site, numbers::get);
        case Intervention.Stimulate _, Intervention.Lesion _ -> {
          // the one comes below, the other was refused
        }
      }
    }
    for (ValueRef value : known.values()) {
      List<Intervention.Stimulate> here =
          interventions.stream()
              .filter(i ->
                  i instanceof Intervention.Stimulate s
                      && s.site().owner().equals(value.toString()))
              .map(Intervention.Stimulate.class::cast)
              .toList();
      if (!here.isEmpty()) {
        Instrumented.Result before = ready.run(inputs, held, silent);
        if (before.seen().get(value) instanceof GraphValue.Tensor(TensorData now)) {
          add(held, value, here, now);
        }
      }
    }
    return ready.run(inputs, held, silent);
  }

  /** What interventions do to one element of a value. */
  Hand hand(String value, int element, List<Intervention> interventions) {
    double added = 0;
    for (Intervention intervention : interventions) {
      SiteRef site = siteOf(intervention);
      if (site.owner().equals(value) && IntStream.of(positions(site)).anyMatch(p -> p == element)) {
        if (!(intervention instanceof Intervention.Stimulate stimulate)) {
          return new Hand(true, 0);
        }
        added += stimulate.amount();
      }
    }
    return new Hand(false, added);
  }

  private void add(
      Map<ValueRef, Holding> held,
      ValueRef value,
      List<Intervention.Stimulate> stimuli,
      TensorData now) {
    double[] sums = now.numbers();
    boolean[] touched = new boolean[sums.length];
    for (Intervention.Stimulate stimulus : stimuli) {
      for (int at : positions(stimulus.site())) {
        sums[at] += stimulus.amount();
        touched[at] = true;
      }
    }
    Holding into = held.computeIfAbsent(value, _ -> Holding.none(now.dims()));
    for (int i = 0; i < sums.length; i++) {
      if (touched[i] && !into.mask()[i]) {
        into.mask()[i] = true;
        into.numbers()[i] = sums[i];
      }
    }
  }

  private static ValueRef valueOf(Intervention intervention, Map<String, ValueRef> known) {
    return Objects.requireNonNull(known.get(siteOf(intervention).owner()));
  }

  private void put(
      Map<ValueRef, Holding> held,
      ValueRef value,
      SiteRef ref,
      java.util.function.IntToDoubleFunction number) {
    Holding into = held.computeIfAbsent(value, _ -> Holding.none(dims.apply(ref.owner())));
    int width = find.apply(ref).elements().length;
    int[] positions = positions(ref);
    for (int k = 0; k < positions.length; k++) {
      into.mask()[positions[k]] = true;
      into.numbers()[positions[k]] = number.applyAsDouble(k % width);
    }
  }

  /** Indices in the whole value, row after row. */
  private int[] positions(SiteRef ref) {
    GraphSite site = find.apply(ref);
    int width = Math.toIntExact(TensorData.elements(GraphNetwork.ofRow(dims.apply(ref.owner()))));
    int[] positions = new int[site.rows().length * site.elements().length];
    int k = 0;
    for (int row : site.rows()) {
      for (int element : site.elements()) {
        positions[k++] = row * width + element;
      }
    }
    return positions;
  }
}
