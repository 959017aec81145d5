package org.hillock.onnx.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Quantity;
import org.hillock.onnx.graph.OnnxFile;

/** Makes the network of the draft. */
final class Finish {

  private final Draft draft;
  private final OnnxFile file;
  private final Set<Integer> kept = new HashSet<>();

  Finish(Draft draft, OnnxFile file) {
    this.draft = draft;
    this.file = file;
  }

  /** Says that a population is read from outside. */
  void keep(DraftPopulation population) {
    kept.add(population.id());
  }

  Network network(ReadOptions options, List<Port> outputs) {
    reachBack();
    String path = String.valueOf(file.path().getFileName());
    String name =
        path.endsWith(OnnxFile.ENDING)
            ? path.substring(0, path.length() - OnnxFile.ENDING.length())
            : path;
    NetworkBuilder builder = Network.builder(name).provenance(provenance(path, options));
    List<DraftPopulation> staying =
        draft.staying().stream().filter(p -> kept.contains(p.id())).toList();
    staying.forEach(p -> population(builder, p));
    Set<String> taken = new HashSet<>();
    for (DraftPopulation to : staying) {
      to.incoming().forEach(p -> projection(builder, p, to, taken));
    }
    if (outputs.size() == 1 && isClasses(outputs.getFirst())) {
      builder.decision(new Decision.LargestValue(outputs.getFirst().population()));
    }
    draft.sequences().presentation().ifPresent(builder::presentation);
    return builder.build();
  }

  private static boolean isClasses(Port output) {
    return output.neurons().size() > 1 && output.dims().stream().filter(d -> d > 1).count() == 1;
  }

  /** Keeps what the outputs depend on, and every input. */
  private void reachBack() {
    draft.staying().stream()
        .filter(p -> p.neuron().equals(DraftPopulation.INPUT))
        .forEach(this::keep);
    List<Integer> open = new ArrayList<>(kept);
    while (!open.isEmpty()) {
      for (DraftProjection projection : draft.population(open.removeLast()).incoming()) {
        if (kept.add(projection.from())) {
          open.add(projection.from());
        }
      }
    }
  }

  private Provenance provenance(String path, ReadOptions options) {
    String made = file.model().getProducerName() + " " + file.model().getProducerVersion();
    String told = file.model().getDocString().strip();
    List<String> history = new ArrayList<>();
    history.add(
        "read from "
            + path
            + " (ONNX operators "
            + file.operatorSet()
            + (made.isBlank() ? "" : ", written by " + made.strip())
            + ")");
    if (!options.range().equals(InputRange.UNIT)) {
      history.add("what is shown as 0..1 goes in as " + options.range());
    }
    return new Provenance(told.isEmpty() ? "ONNX graph " + path : told, "", history);
  }

  private static void population(NetworkBuilder builder, DraftPopulation draft) {
    int[] shape = draft.shape();
    builder.population(
        draft.name(),
        Shape.of(shape),
        draft.neuron(),
        parts -> {
          draft
              .params()
              .forEach(
                  (param, value) -> parts.param(param, new Values.Constant(Quantity.of(value))));
          double[] bias = draft.bias();
          if (bias != null) {
            parts.bias(bias.length == draft.size() ? Values.listed(bias) : Values.perChannel(bias));
          }
          return parts;
        });
  }

  private void projection(
      NetworkBuilder builder,
      DraftProjection draftProjection,
      DraftPopulation to,
      Set<String> taken) {
    String from = draft.population(draftProjection.from()).name();
    String base = from + "_" + to.name();
    String name = base;
    for (int copy = 2; !taken.add(name); copy++) {
      name = base + "_" + copy;
    }
    builder.projection(
        name,
        from,
        to.name(),
        draftProjection.rule(),
        parts -> {
          parts.weight(draftProjection.values()).normalise(draftProjection.normalisation());
          draftProjection.receptor().ifPresent(parts::receptor);
          if (draftProjection.passes() > 0) {
            parts.delay(Values.constant(draftProjection.passes()));
          }
          return parts;
        });
  }
}
