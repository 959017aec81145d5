package org.hillock.onnx.read;

import java.util.Locale;
import java.util.Map;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TensorProto;

/** What a population might be called, by the node that makes it. */
final class Hints {

  private Hints() {}

  /** The name of its weights without what says that they are weights, or its own, or its kind. */
  static String of(NodeProto node, Map<String, TensorProto> constants) {
    boolean weighs =
        switch (node.getOpType()) {
          case "Conv", "Gemm", "MatMul" -> node.getInputCount() > 1;
          default -> false;
        };
    if (weighs && constants.containsKey(node.getInput(1))) {
      String owner =
          node.getInput(1).replaceFirst("(?i)[._/:]*(weights?|kernel|matmul|w)(:0)?$", "");
      if (isWord(owner)) {
        return owner;
      }
    }
    if (isWord(node.getName())) {
      return node.getName();
    }
    return node.getOpType().toLowerCase(Locale.ROOT);
  }

  private static boolean isWord(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }
}
