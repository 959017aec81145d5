package org.hillock.onnx.answer;

import org.hillock.core.census.Answer;
import org.hillock.core.census.Architecture;
import org.hillock.core.census.Census;
import org.hillock.core.census.Counts;
import org.hillock.core.census.Definitions;
import org.hillock.core.dataflow.Dataflow;
import org.hillock.onnx.census.OnnxCensus;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.TensorProto;

/** What is counted in a graph, by its census. */
final class GraphTotals {

  private GraphTotals() {}

  static Dataflow.Totals of(OnnxFile file) {
    Architecture architecture = OnnxCensus.of(file, false).architecture();
    Definitions each = Definitions.standard().with(Answer.EACH_TOKEN);
    Census census = Census.of(architecture, each);
    Census once = Census.of(architecture, each.with(Answer.ONE_FILTER).with(Answer.ONE_ROW));
    Counts counts = census.total();
    // as in a network that is read from a file, where windows are joined to what they look at
    long synapses = Census.of(architecture, each.with(Answer.POOLED)).total().synapses().value();
    boolean complete =
        census.uncounted().isEmpty()
            && counts.synapses().known()
            && counts.parameters().known()
            && counts.multiplyAdds().known();
    long bytes = 0;
    for (TensorProto tensor : file.model().getGraph().getInitializerList()) {
      long elements = TensorData.elements(tensor.getDimsList());
      bytes +=
          ElementType.numbered(tensor.getDataType()).map(t -> t.fileBytes(elements)).orElse(0L);
    }
    return new Dataflow.Totals(
        synapses,
        counts.parameters().value(),
        counts.multiplyAdds().value(),
        counts.products().value(),
        counts.neurons().value(),
        once.total().neurons().value(),
        complete,
        bytes);
  }
}
