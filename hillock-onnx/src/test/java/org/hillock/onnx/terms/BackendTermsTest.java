package org.hillock.onnx.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.Term;
import org.hillock.onnx.bench.GraphSession;
import org.hillock.onnx.bench.Models;
import org.hillock.onnx.conformance.BackendTest;
import org.hillock.onnx.conformance.BackendTests;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.graph.Tensors;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.proto.ValueInfoProto;
import org.hillock.onnx.runtime.GraphValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * ONNX's own tests of operators: what is told of their outputs' elements adds up and plays to what
 * they are, as the file stands, and with all inputs but the first as weights.
 */
class BackendTermsTest {

  private static final Path FOLDER =
      Path.of("../../shared/data/onnx-backend").toAbsolutePath().normalize();

  private static final double RELATIVE = 1e-5;

  /** Half precision has 11 bits. */
  private static final double RELATIVE_IN_HALF = 2e-3;

  /** Elements of each output that are asked about. */
  private static final int ASKED = 2;

  @TempDir Path folder;

  private int told;
  private int added;
  private final List<String> wrong = new ArrayList<>();
  private final Set<String> refused = new TreeSet<>();

  @Test
  void whatIsToldIsTrue() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "ONNX's backend tests are not at " + FOLDER);
    try (BackendTests found =
        BackendTests.find(List.of(FOLDER.resolve("node-half.zip"), FOLDER.resolve("simple.zip")))) {
      for (BackendTest test : found.tests()) {
        // an expanded test is the same operator, written with others that have tests of their own
        if (!test.dataSets().isEmpty() && !test.name().contains("_expanded")) {
          check(test, false);
          check(test, true);
        }
      }
    }
    assertThat(wrong).as(told + " elements, " + added + " add up; refused: " + refused).isEmpty();
    // two elements of some hundred outputs, twice; where all inputs are shown, few add up
    assertThat(told).as(refused.toString()).isGreaterThan(1_000);
    assertThat(added).as(refused.toString()).isGreaterThan(told / 3);
  }

  private void check(BackendTest test, boolean weights) throws IOException {
    ModelProto model = ModelProto.parseFrom(Files.readAllBytes(test.modelFile()));
    GraphProto.Builder graph = model.getGraph().toBuilder().clearInput();
    List<TensorProto> fed = new ArrayList<>();
    if (weights && model.getGraph().getInputCount() < 2) {
      return;
    }
    for (int i = 0; i < model.getGraph().getInputCount(); i++) {
      Path file = test.dataSets().getFirst().resolve("input_" + i + ".pb");
      ValueInfoProto input = model.getGraph().getInput(i);
      if (!input.getType().hasTensorType() || !Files.exists(file)) {
        return;
      }
      TensorProto tensor =
          TensorProto.parseFrom(Files.readAllBytes(file)).toBuilder()
              .setName(input.getName())
              .build();
      if (weights && i > 0) {
        graph.addInitializer(tensor);
      } else {
        graph.addInput(input);
        fed.add(tensor);
      }
    }
    OnnxFile file;
    try {
      file = Models.written(folder.resolve("t.onnx"), model.toBuilder().setGraph(graph).build());
    } catch (UsageException e) {
      return;
    }
    try (GraphSession session = GraphSession.open(file, SessionOptions.seeded(1))) {
      for (TensorProto tensor : fed) {
        session.feed(tensor.getName(), GraphValue.of(Tensors.of("input", tensor)));
      }
      session.advance();
      for (var output : session.outputs().entrySet()) {
        boolean asked = output.getValue().type().isReal() && output.getValue().size() > 0;
        for (int element : asked ? some(output.getValue().size()) : new int[0]) {
          String name = test.name() + (weights ? " with weights" : "");
          try {
            ask(name, session, output, element);
          } catch (IndexOutOfBoundsException | IllegalArgumentException | NullPointerException e) {
            wrong.add(name + ", element " + element + ": " + e);
          }
        }
      }
    } catch (UsageException e) {
      // ONNX Runtime does not run it, or nothing in it is a number
    }
  }

  private static int[] some(int size) {
    return java.util.stream.IntStream.range(0, ASKED)
        .map(i -> (int) ((long) i * (size - 1) / (ASKED - 1)))
        .distinct()
        .toArray();
  }

  private void ask(
      String name,
      GraphSession session,
      java.util.Map.Entry<String, TensorData> output,
      int element) {
    Element asked = new Element(output.getKey(), element);
    IsolatedNeuron neuron;
    try {
      neuron = session.isolate(asked.site(output.getValue().dims()), 0);
    } catch (UsageException e) {
      refused.add(name.replace(" with weights", "") + ": " + e.getMessage());
      return;
    }
    double value = output.getValue().number(element);
    double[] ones = new double[neuron.terms().size()];
    Arrays.fill(ones, 1);
    double size =
        neuron
            .contributions()
            .map(each -> Arrays.stream(each).map(Math::abs).sum())
            .orElseGet(() -> largest(neuron, value));
    double off = size * relative(output.getValue().type());
    double sum = neuron.contributions().map(each -> Arrays.stream(each).sum()).orElse(value);
    double played = neuron.play(ones);
    boolean odd = !Double.isFinite(value) || Math.abs(value) > 1e30;
    boolean right = Math.abs(sum - value) <= off && Math.abs(played - value) <= off;
    if (neuron.value() != value && !odd || !odd && !right) {
      wrong.add(name + " " + asked + ": " + value + ", sum " + sum + ", played " + played);
    }
    Set<Object> sources = new HashSet<>();
    neuron.terms().stream()
        .flatMap(t -> t.source().stream())
        .forEach(source -> {
          if (!sources.add(source) || session.read(session.bind(source)).length != 1) {
            wrong.add(name + ": " + source + " is named twice, or is more than one element");
          }
        });
    told++;
    added += neuron.contributions().isPresent() ? 1 : 0;
  }

  private static double largest(IsolatedNeuron neuron, double value) {
    return Math.abs(value)
        + neuron.terms().stream()
            .mapToDouble(Term::carried)
            .map(Math::abs)
            .filter(Double::isFinite)
            .map(c -> Math.max(c, c * c))
            .sum();
  }

  private static double relative(ElementType type) {
    return switch (type) {
      case FLOAT, DOUBLE -> RELATIVE;
      default -> RELATIVE_IN_HALF;
    };
  }
}
