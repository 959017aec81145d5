package org.hillock.onnx.runtime;

import ai.onnxruntime.OrtException;
import java.util.regex.Pattern;

/** What ONNX Runtime says of a graph that it does not run, sorted and shortened. */
public final class RuntimeProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final Pattern SOURCE_PLACE =
      Pattern.compile(
          "\\S*onnxruntime/\\S+:\\d+ [^\\n]*?\\) ?|/\\S+\\.(?:cc|h):\\d+ \\S+ "
              + "|\\b\\w+\\.(?:cc|h):\\d+ (?:operator\\(\\)|\\w+) ");

  private final Kind kind;

  /** What kind of problem it is. */
  public enum Kind {
    /** An operator, a version of one or a type that it has no code for. */
    NOT_SUPPORTED,
    /** The graph is not valid, or its values do not fit each other. */
    INVALID,
    /** Something else went wrong while it ran. */
    FAILED
  }

  RuntimeProblem(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** What the runtime threw. */
  static RuntimeProblem of(OrtException e) {
    String text = String.valueOf(e.getMessage());
    return new RuntimeProblem(kind(e, text), shortened(text));
  }

  private static Kind kind(OrtException e, String text) {
    boolean lacks =
        text.contains("is not a registered function/op")
            || text.contains("No Op registered")
            || text.contains("Could not find an implementation")
            || text.contains("under development")
            || e.getCode() == OrtException.OrtErrorCode.ORT_NOT_IMPLEMENTED;
    if (lacks) {
      return Kind.NOT_SUPPORTED;
    }
    return switch (e.getCode()) {
      case ORT_INVALID_ARGUMENT, ORT_INVALID_GRAPH, ORT_INVALID_PROTOBUF, ORT_NO_MODEL ->
          Kind.INVALID;
      default -> Kind.FAILED;
    };
  }

  /** Without the places in the runtime's own source, which tell a user nothing. */
  static String shortened(String text) {
    return SOURCE_PLACE
        .matcher(text.replaceFirst("^Error code - \\w+ - message: ", ""))
        .replaceAll("")
        .replaceAll("\\s+", " ")
        .strip();
  }

  public Kind kind() {
    return kind;
  }
}
