package org.hillock.onnx.terms;

import static org.hillock.onnx.bench.Models.real;
import static org.hillock.onnx.bench.Models.text;
import static org.hillock.onnx.bench.Models.whole;
import static org.hillock.onnx.bench.Models.wholes;

import java.util.Arrays;
import java.util.stream.Stream;

/** Nodes of many operators, by how they make their elements. */
final class OneNodes {

  private OneNodes() {}

  private static long[] dims(long... dims) {
    return dims;
  }

  static Stream<OneNode> sums() {
    return Stream.of(
        OneNode.of(true, 17, dims(3, 4), "MatMul", "h w").weights("w", 4, 5),
        OneNode.of(true, 17, dims(2, 3, 4), "MatMul", "h w").weights("w", 4, 5),
        OneNode.of(true, 17, dims(2, 3, 4), "MatMul", "h w").weights("w", 2, 4, 5),
        OneNode.of(true, 17, dims(2, 3, 4), "MatMul", "h w").weights("w", 4),
        OneNode.of(true, 17, dims(4), "MatMul", "h w").weights("w", 2, 4, 3),
        OneNode.of(true, 17, dims(4, 3), "MatMul", "w h").weights("w", 5, 4),
        OneNode.of(true, 17, dims(3, 4), "Gemm", "h w b", real("alpha", 0.5), real("beta", 2))
            .weights("w", 4, 5)
            .weights("b", 5),
        OneNode.of(true, 13, dims(4, 3), "Gemm", "h w b", whole("transA", 1), whole("transB", 1))
            .weights("w", 5, 4)
            .weights("b", 3, 1),
        OneNode.of(true, 11, dims(3, 4), "Gemm", "h w").weights("w", 4, 2),
        OneNode.of(true, 17, dims(2, 3, 4), "Einsum", "h w", text("equation", "bij, jk->bki"))
            .weights("w", 4, 5),
        OneNode.of(true, 17, dims(2, 3, 4), "Einsum", "h", text("equation", "bij->ji")),
        OneNode.of(true, 17, dims(3, 3), "Einsum", "h", text("equation", "ii->i")),
        OneNode.of(true, 17, dims(3, 4), "Add", "h w").weights("w", 4),
        OneNode.of(true, 17, dims(3, 4), "Add", "h k").besides(),
        OneNode.of(true, 17, dims(3, 4), "Add", "h h"),
        OneNode.of(true, 17, dims(2, 3, 1), "Sub", "w h").weights("w", 3, 5),
        OneNode.of(true, 17, dims(3, 4), "Sum", "h k w").besides().weights("w", 3, 1),
        OneNode.of(true, 17, dims(3, 4), "Mean", "h k w").besides().weights("w", 4),
        OneNode.of(true, 17, dims(3, 4), "Mul", "w h").weights("w", 3, 1),
        OneNode.of(true, 17, dims(3, 4), "Div", "h w").weights("w", 4),
        OneNode.of(true, 17, dims(2, 3, 4), "ReduceSum", "h axes", whole("keepdims", 0))
            .wholes("axes", 1),
        OneNode.of(true, 17, dims(2, 3, 4), "ReduceSum", "h"),
        OneNode.of(true, 11, dims(2, 3, 4), "ReduceMean", "h", wholes("axes", -1, 0)),
        OneNode.of(true, 18, dims(2, 3, 4), "ReduceMean", "h axes").wholes("axes", 2),
        OneNode.of(true, 17, dims(2, 3, 4, 4), "GlobalAveragePool", "h"),
        OneNode.of(true, 15, dims(3, 4), "BatchNormalization", "h s b m v")
            .weights("s", 4)
            .weights("b", 4)
            .weights("m", 4)
            .positive("v", 4),
        OneNode.of(true, 9, dims(2, 3, 2, 2), "BatchNormalization", "h s b m v")
            .weights("s", 3)
            .weights("b", 3)
            .weights("m", 3)
            .positive("v", 3));
  }

  static Stream<OneNode> windows() {
    return Stream.of(
        OneNode.of(true, 17, dims(2, 3, 5, 6), "Conv", "h w b", wholes("pads", 1, 0, 2, 1))
            .weights("w", 4, 3, 3, 2)
            .weights("b", 4),
        OneNode.of(
                true,
                17,
                dims(1, 4, 7, 6),
                "Conv",
                "h w",
                whole("group", 2),
                wholes("strides", 2, 1),
                wholes("dilations", 2, 2))
            .weights("w", 6, 2, 3, 2),
        OneNode.of(true, 11, dims(1, 2, 9), "Conv", "h w", text("auto_pad", "SAME_LOWER"))
            .weights("w", 3, 2, 4),
        OneNode.of(
                true,
                11,
                dims(1, 2, 6, 6),
                "Conv",
                "h w",
                text("auto_pad", "SAME_UPPER"),
                wholes("strides", 2, 2))
            .weights("w", 3, 2, 3, 3),
        OneNode.of(
                true,
                11,
                dims(2, 4, 3, 4),
                "ConvTranspose",
                "h w b",
                whole("group", 2),
                wholes("strides", 2, 1),
                wholes("pads", 1, 0, 0, 1),
                wholes("output_padding", 1, 0))
            .weights("w", 4, 3, 3, 2)
            .weights("b", 6),
        OneNode.of(
            true,
            17,
            dims(2, 3, 5, 6),
            "AveragePool",
            "h",
            wholes("kernel_shape", 3, 2),
            wholes("pads", 1, 0, 1, 1)),
        OneNode.of(
            true,
            17,
            dims(1, 2, 5, 5),
            "AveragePool",
            "h",
            wholes("kernel_shape", 3, 3),
            wholes("strides", 2, 2),
            wholes("pads", 1, 1, 1, 1),
            whole("count_include_pad", 1)),
        OneNode.of(
            true,
            19,
            dims(1, 2, 6, 6),
            "AveragePool",
            "h",
            wholes("kernel_shape", 3, 3),
            wholes("strides", 2, 2),
            whole("ceil_mode", 1),
            whole("count_include_pad", 1)));
  }

  static Stream<OneNode> movements() {
    return Stream.of(
        OneNode.of(true, 17, dims(2, 3, 4), "Reshape", "h to").wholes("to", 6, 4),
        OneNode.of(true, 17, dims(2, 3, 4), "Transpose", "h", wholes("perm", 2, 0, 1)),
        OneNode.of(true, 17, dims(4, 6), "Slice", "h from to axes steps")
            .wholes("from", 1, 5)
            .wholes("to", 4, 0)
            .wholes("axes", 0, 1)
            .wholes("steps", 1, -2),
        OneNode.of(true, 9, dims(4, 6), "Slice", "h", wholes("starts", 1), wholes("ends", 3)),
        OneNode.of(true, 17, dims(4, 6), "Gather", "h at", whole("axis", 1)).wholes("at", 5, 0, 2),
        OneNode.of(true, 17, dims(2, 6), "Concat", "w h k h", whole("axis", 0))
            .besides()
            .weights("w", 3, 6),
        OneNode.of(true, 13, dims(2, 3), "Pad", "h pads").wholes("pads", 1, 0, 0, 2),
        OneNode.of(true, 13, dims(2, 5), "Pad", "h pads", text("mode", "reflect"))
            .wholes("pads", 0, 2, 1, 2),
        OneNode.of(
            true, 10, dims(2, 3), "Pad", "h", wholes("pads", 1, 0, 0, 2), real("value", 0.5)),
        OneNode.of(true, 17, dims(2, 3, 4), "Flatten", "h", whole("axis", 2)),
        OneNode.of(true, 17, dims(2, 1, 4), "Squeeze", "h axes").wholes("axes", 1),
        OneNode.of(true, 17, dims(2, 4), "Unsqueeze", "h axes").wholes("axes", 1),
        OneNode.of(true, 17, dims(3, 1), "Expand", "h to").wholes("to", 2, 3, 4),
        OneNode.of(true, 17, dims(2, 3), "Tile", "h times").wholes("times", 2, 2),
        OneNode.of(true, 17, dims(2, 3), "Identity", "h"),
        OneNode.of(true, 17, dims(2, 3), "Dropout", "h"),
        OneNode.of(true, 17, dims(1, 8, 2, 2), "DepthToSpace", "h", whole("blocksize", 2)),
        OneNode.of(true, 17, dims(2, 3), "GatherND", "h at").wholes("at", 1, 2),
        OneNode.of(true, 17, dims(3, 3), "Trilu", "h"));
  }

  static Stream<OneNode> functions() {
    return Stream.concat(
        "Relu Sigmoid Tanh Erf Elu Softplus Softsign LeakyRelu Abs Exp Sin Neg Selu HardSwish"
            .transform(names -> Arrays.stream(names.split(" ")))
            .map(name -> OneNode.of(true, 17, dims(2, 3, 4), name, "h")),
        Stream.of(
            OneNode.of(true, 20, dims(2, 3), "Gelu", "h"),
            OneNode.of(true, 17, dims(2, 3), "Clip", "h low high").weights("low").positive("high"),
            OneNode.of(true, 17, dims(2, 3), "PRelu", "h w").weights("w", 3),
            OneNode.of(true, 17, dims(2, 3), "Reciprocal", "h"),
            OneNode.of(true, 17, dims(2, 3), "Div", "w h").weights("w", 3),
            OneNode.of(true, 17, dims(2, 3), "Pow", "h w").wholes("w", 2, 3, 2)));
  }

  static Stream<OneNode> winners() {
    return Stream.of(
        OneNode.of(
            true,
            17,
            dims(2, 3, 5, 6),
            "MaxPool",
            "h",
            wholes("kernel_shape", 3, 2),
            wholes("strides", 2, 2),
            wholes("pads", 1, 0, 1, 0),
            whole("ceil_mode", 1)),
        OneNode.of(
            true,
            17,
            dims(1, 2, 6, 6),
            "MaxPool",
            "h",
            wholes("kernel_shape", 2, 2),
            wholes("dilations", 2, 2)),
        OneNode.of(true, 17, dims(2, 3, 4, 4), "GlobalMaxPool", "h"),
        OneNode.of(true, 17, dims(2, 3, 4), "ReduceMax", "h", wholes("axes", 1)),
        OneNode.of(true, 17, dims(2, 3, 4), "ReduceMin", "h", wholes("axes", 0, 2)),
        OneNode.of(true, 17, dims(3, 4), "Max", "h k w").besides().weights("w", 4),
        OneNode.of(true, 17, dims(3, 4), "Min", "h w").weights("w", 1));
  }

  static Stream<OneNode> together() {
    return Stream.of(
        OneNode.of(false, 17, dims(3, 4), "Mul", "h k").besides(),
        OneNode.of(false, 17, dims(3, 4), "Mul", "h h"),
        OneNode.of(false, 17, dims(3, 4), "Div", "h k").besides(),
        OneNode.of(false, 17, dims(4, 4), "MatMul", "h k").besides(),
        OneNode.of(false, 17, dims(3, 4), "Einsum", "h k", text("equation", "ij,kj->ik")).besides(),
        OneNode.of(false, 17, dims(2, 3, 4), "Softmax", "h"),
        OneNode.of(false, 11, dims(2, 3, 4), "Softmax", "h"),
        OneNode.of(false, 17, dims(2, 3, 4), "LogSoftmax", "h", whole("axis", 1)),
        OneNode.of(false, 17, dims(2, 3, 4), "LayerNormalization", "h s b")
            .weights("s", 4)
            .weights("b", 4),
        OneNode.of(false, 17, dims(2, 3, 4), "InstanceNormalization", "h s b")
            .weights("s", 3)
            .weights("b", 3),
        OneNode.of(false, 17, dims(2, 3, 4), "ReduceL2", "h", wholes("axes", 1)),
        OneNode.of(false, 17, dims(2, 3, 4), "ReduceSumSquare", "h", wholes("axes", 2)),
        OneNode.of(false, 17, dims(2, 5), "CumSum", "h axis").wholes("axis", 1),
        OneNode.of(false, 13, dims(1, 1, 2, 3), "Resize", "h _ by", text("mode", "linear")),
        OneNode.of(false, 17, dims(1, 4, 3, 3), "LRN", "h", whole("size", 3)));
  }

  static Stream<OneNode> adding() {
    return Stream.of(sums(), windows(), movements(), functions()).flatMap(s -> s);
  }
}
