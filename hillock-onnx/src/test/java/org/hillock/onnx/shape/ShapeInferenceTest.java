package org.hillock.onnx.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.graph.Tensors;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.OperatorSetIdProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.proto.TensorShapeProto;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.proto.ValueInfoProto;
import org.junit.jupiter.api.Test;

class ShapeInferenceTest {

  private final GraphProto.Builder graph = GraphProto.newBuilder();

  @Test
  void anOpenBatchStaysANameThroughTheWholeGraph() {
    input("x", "batch", 1, 28, 28);
    weights("w", 10, 1, 5, 5);
    node("Conv", "c", "x", "w");
    node("MaxPool", "p", "c")
        .addAttribute(wholes("kernel_shape", 2, 2))
        .addAttribute(wholes("strides", 2, 2));
    node("Flatten", "f", "p");
    GraphShapes shapes = infer();
    assertThat(shapes.of("c").described()).isEqualTo("[batch, 10, 24, 24]");
    assertThat(shapes.of("f").described()).isEqualTo("[batch, 1440]");
    assertThat(shapes.contradictions()).isEmpty();
  }

  /** What PyTorch writes for {@code x.view(x.size(0), -1)}. */
  @Test
  void aTargetThatIsMadeOfExtentsIsWorkedOut() {
    input("x", "batch", 20, 4, 4);
    node("Shape", "s", "x");
    constant("zero", 0);
    node("Gather", "g", "s", "zero");
    constant("axes", 0);
    node("Unsqueeze", "u", "g", "axes");
    constant("rest", -1);
    node("Concat", "t", "u", "rest").addAttribute(whole("axis", 0));
    node("Reshape", "y", "x", "t");
    assertThat(infer().of("y").described()).isEqualTo("[batch, 320]");
  }

  @Test
  void aNameThatIsBoundIsANumberEverywhere() {
    input("x", "batch", 3);
    node("Relu", "y", "x");
    ModelProto model = model();
    assertThat(ShapeInference.of(model).bind("batch", 7).infer().of("y").dims())
        .hasValue(new long[] {7, 3});
    assertThat(ShapeInference.of(model).bindFirstAxis(2).infer().of("y").dims())
        .hasValue(new long[] {2, 3});
  }

  @Test
  void whatNoRuleKnowsIsUnknown() {
    input("x", "batch", 3);
    node("Mystery", "y", "x");
    node("Relu", "z", "y");
    assertThat(infer().of("z")).isEqualTo(ValueShape.UNKNOWN);
    assertThat(infer().contradictions()).isEmpty();
  }

  @Test
  void aContradictionIsListedWithItsPlace() {
    input("x", "batch", 3);
    weights("w", 4, 5);
    node("MatMul", "y", "x", "w");
    assertThat(infer().of("y").extents()).isEmpty();
    assertThat(infer().contradictions())
        .containsExactly("node 'y' (MatMul): inner extents of MatMul: 3 and 4 differ");
  }

  @Test
  void branchesOfAnIfShareWhatBothGive() {
    input("x", "batch", 3);
    constant("yes", 1);
    node("If", "y", "yes")
        .addAttribute(branch("then_branch", "Relu"))
        .addAttribute(branch("else_branch", "Shape"));
    node("If", "z", "yes")
        .addAttribute(branch("then_branch", "Relu"))
        .addAttribute(branch("else_branch", "Neg"));
    GraphShapes shapes = infer();
    assertThat(shapes.of("y").extents()).isEmpty();
    assertThat(shapes.of("z").described()).isEqualTo("[batch, 3]");
    assertThat(shapes.inner(2, "then_branch")).isEmpty();
    assertThat(shapes.inner(0, "else_branch").orElseThrow().of("out").constant())
        .hasValueSatisfying(c -> assertThat(c.items()).hasSize(2));
  }

  private static AttributeProto branch(String name, String operator) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setG(
            GraphProto.newBuilder()
                .addNode(NodeProto.newBuilder().setOpType(operator).addInput("x").addOutput("out"))
                .addOutput(ValueInfoProto.newBuilder().setName("out")))
        .build();
  }

  private static AttributeProto whole(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setI(value).build();
  }

  private static AttributeProto wholes(String name, long... values) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  private NodeProto.Builder node(String operator, String output, String... inputs) {
    return graph
        .addNodeBuilder()
        .setOpType(operator)
        .setName(output)
        .addOutput(output)
        .addAllInput(List.of(inputs));
  }

  private void input(String name, String batch, long... others) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam(batch);
    for (long other : others) {
      shape.addDimBuilder().setDimValue(other);
    }
    TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(1).setShape(shape);
    graph.addInputBuilder().setName(name).getTypeBuilder().setTensorType(tensor);
  }

  private void weights(String name, long... dims) {
    List<Long> all = java.util.Arrays.stream(dims).boxed().toList();
    graph.addInitializer(Tensors.proto(name, TensorData.zeros(ElementType.FLOAT, all)));
  }

  private void constant(String name, long... numbers) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(ElementType.INT64.number());
    if (!name.equals("zero")) {
      tensor.addDims(numbers.length);
    }
    for (long number : numbers) {
      tensor.addInt64Data(number);
    }
    graph.addInitializer(tensor);
  }

  private ModelProto model() {
    return ModelProto.newBuilder()
        .setGraph(graph)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
        .build();
  }

  private GraphShapes infer() {
    return ShapeInference.of(model()).infer();
  }
}
