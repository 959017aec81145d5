package org.hillock.onnx.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.census.Architecture;
import org.hillock.core.census.CensusEntry;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ValueInfoProto;
import org.hillock.onnx.shape.GraphShapes;
import org.hillock.onnx.shape.ShapeInference;

/** A graph of an ONNX file as an entry of a census. */
public final class OnnxCensus {

  /**
   * Up to so many weights are read for their signs without being asked to: some tenth of a second.
   */
  private static final long MOST_READ = 10_000_000;

  private OnnxCensus() {}

  /**
   * Counts a graph for one input: an open first axis of its inputs is the batch, and is 1.
   *
   * @param weights whether all weights are read for their signs, however many there are
   * @throws org.hillock.core.problem.UsageException where extents or weights are damaged
   */
  public static CensusEntry of(OnnxFile file, boolean weights) {
    GraphShapes shapes = ShapeInference.of(file).bindFirstAxis(1).infer();
    GraphCount count = new GraphCount(file.model().getGraph(), shapes);
    count.walk();
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "Numbers that a graph keeps and adds or multiplies are taken as learnt; single ones and"
            + " whole numbers are not.");
    if (count.open()) {
      remarks.add(
          "How many tokens or places come is open in this file: matrices are counted as used once.");
    }
    shapes.contradictions().forEach(c -> remarks.add("Its extents do not fit: " + c + "."));
    Architecture architecture =
        new Architecture(
            String.valueOf(file.path().getFileName()),
            about(file),
            file.path().toString(),
            input(file.model().getGraph(), shapes, count),
            count.layers(),
            remarks);
    boolean few = count.weights() <= MOST_READ;
    return new CensusEntry(
        architecture,
        weights || few ? Optional.of(WeightTensors.signs(file, count)) : Optional.empty());
  }

  private static String about(OnnxFile file) {
    String producer = file.model().getProducerName();
    return "an ONNX graph of "
        + file.model().getGraph().getNodeCount()
        + " nodes"
        + (producer.isEmpty() ? "" : " by " + producer);
  }

  private static Architecture.Input input(GraphProto graph, GraphShapes shapes, GraphCount count) {
    List<String> described = new ArrayList<>();
    long values = 0;
    for (ValueInfoProto input : graph.getInputList()) {
      if (!count.kept().has(input.getName())) {
        described.add(input.getName() + " " + shapes.of(input.getName()).described());
        values += shapes.of(input.getName()).count().orElse(0);
      }
    }
    return new Architecture.Input(String.join(", ", described), values, count.open());
  }
}
