package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.OperatorSetIdProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.proto.TensorShapeProto;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.proto.ValueInfoProto;

/**
 * Works out the shapes of a model's values from those of its inputs, node by node.
 *
 * <p>An extent that the file names (such as {@code batch}) stays a name until {@link #bind} gives
 * it a number. What a file declares fills what no rule knows.
 */
public final class ShapeInference {

  private final ModelProto model;
  private final Function<TensorProto, ValueShape> constants;
  private final Map<String, Long> bound = new HashMap<>();
  private final Map<String, Long> opsets = new HashMap<>();
  private Optional<Long> firstAxis = Optional.empty();

  private ShapeInference(ModelProto model, Function<TensorProto, ValueShape> constants) {
    this.model = model;
    this.constants = constants;
    for (OperatorSetIdProto set : model.getOpsetImportList()) {
      String domain = set.getDomain().equals("ai.onnx") ? "" : set.getDomain();
      opsets.put(domain, set.getVersion());
    }
  }

  /** Of messages alone: numbers that lie in other files are not read. */
  public static ShapeInference of(ModelProto model) {
    return new ShapeInference(model, ConstantTensors::of);
  }

  /** Of a file: small tensors that lie beside it are read, too. */
  public static ShapeInference of(OnnxFile file) {
    return new ShapeInference(file.model(), t -> ConstantTensors.of(t, file::tensor));
  }

  /** Gives every extent of that name this number. */
  public ShapeInference bind(String name, long extent) {
    bound.put(name, extent);
    return this;
  }

  /** Gives the first axis of every input whose extent is open this number: the batch. */
  public ShapeInference bindFirstAxis(long extent) {
    firstAxis = Optional.of(extent);
    return this;
  }

  public GraphShapes infer() {
    firstAxis.ifPresent(this::bindFirstNames);
    return graph(model.getGraph(), Map.of(), List.of(), 0);
  }

  private void bindFirstNames(long extent) {
    for (ValueInfoProto input : model.getGraph().getInputList()) {
      TensorShapeProto shape = input.getType().getTensorType().getShape();
      if (shape.getDimCount() > 0 && !shape.getDim(0).getDimParam().isEmpty()) {
        bound.putIfAbsent(shape.getDim(0).getDimParam(), extent);
      }
    }
  }

  /**
   * Infers one graph.
   *
   * @param outside the values that it may read from around it
   * @param inputs what is known of its inputs beyond what it declares
   * @param depth how many graphs are around it
   */
  GraphShapes graph(
      GraphProto graph, Map<String, ValueShape> outside, List<ValueShape> inputs, int depth) {
    Map<String, ValueShape> declared = new HashMap<>();
    graph.getValueInfoList().forEach(v -> declared.put(v.getName(), declared(v.getType())));
    graph.getOutputList().forEach(v -> declared.put(v.getName(), declared(v.getType())));
    Map<String, ValueShape> values = new LinkedHashMap<>(outside);
    for (int i = 0; i < graph.getInputCount(); i++) {
      ValueInfoProto input = graph.getInput(i);
      ValueShape stated = declared(input.getType());
      boolean outermost = depth == 0;
      values.put(
          input.getName(),
          outermost
              ? withFirstAxis(stated)
              : i < inputs.size() ? inputs.get(i).filledFrom(stated) : stated);
    }
    for (TensorProto tensor : graph.getInitializerList()) {
      values.put(tensor.getName(), constants.apply(tensor));
    }
    graph
        .getSparseInitializerList()
        .forEach(s ->
            values.put(
                s.getValues().getName(),
                ValueShape.of(
                    s.getValues().getDataType(), Constant.wholes(s.getDimsList()).extents())));
    NodeWalk walk = new NodeWalk(this, values, declared, depth);
    for (int i = 0; i < graph.getNodeCount(); i++) {
      walk.node(i, graph.getNode(i));
    }
    return new GraphShapes(values, walk.inner(), walk.contradictions());
  }

  private ValueShape withFirstAxis(ValueShape shape) {
    boolean open =
        shape.extents().isPresent()
            && !shape.extents().get().isEmpty()
            && shape.extents().get().getFirst().value().isEmpty();
    if (firstAxis.isEmpty() || !open) {
      return shape;
    }
    List<Extent> all = new ArrayList<>(shape.extents().orElseThrow());
    all.set(0, Extent.of(firstAxis.get()));
    return ValueShape.of(shape.elementType(), all);
  }

  /** What a file says of a value. */
  private ValueShape declared(TypeProto type) {
    if (!type.hasTensorType()) {
      return ValueShape.UNKNOWN;
    }
    int element = type.getTensorType().getElemType();
    if (!type.getTensorType().hasShape()) {
      return ValueShape.ofType(element);
    }
    List<Extent> extents = new ArrayList<>();
    for (TensorShapeProto.Dimension dim : type.getTensorType().getShape().getDimList()) {
      if (dim.hasDimValue()) {
        // Some writers say 0 or -1 where they mean an open extent.
        extents.add(dim.getDimValue() < 0 ? Extent.UNKNOWN : Extent.of(dim.getDimValue()));
      } else if (bound.containsKey(dim.getDimParam())) {
        extents.add(Extent.of(bound.get(dim.getDimParam())));
      } else {
        extents.add(Extent.named(dim.getDimParam()));
      }
    }
    return ValueShape.of(element, extents);
  }

  /** The version of a domain's operators that the file imports; the newest where it says none. */
  long opset(String domain) {
    return opsets.getOrDefault(domain.equals("ai.onnx") ? "" : domain, Long.MAX_VALUE);
  }
}
