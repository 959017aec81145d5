package org.hillock.onnx.runtime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import org.hillock.core.problem.FailureException;
import org.hillock.onnx.proto.ModelProto;

/** ONNX Runtime, loaded when it is first needed. */
final class OnnxRuntime {

  /** Where the runtime looks for tensors that lie beside a model that it is given as bytes. */
  private static final String FOLDER = "session.model_external_initializers_file_folder_path";

  private OnnxRuntime() {}

  /** Loads the library once; what it would print is kept from the terminal. */
  private static final class Loaded {
    static final OrtEnvironment ENVIRONMENT = load();

    private static OrtEnvironment load() {
      try {
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "hillock");
      } catch (UnsatisfiedLinkError | IllegalStateException e) {
        throw new FailureException(
            "ONNX Runtime cannot be loaded on this machine: " + e.getMessage(), e);
      }
    }
  }

  static OrtEnvironment environment() {
    return Loaded.ENVIRONMENT;
  }

  /** How a graph is treated before it is run. */
  enum Optimisation {
    /** As it stands, node by node: the only one at which a tap can change no bit. */
    NONE(OrtSession.SessionOptions.OptLevel.NO_OPT),
    /** All that the runtime does by itself: constants folded, nodes fused. */
    ALL(OrtSession.SessionOptions.OptLevel.ALL_OPT);

    private final OrtSession.SessionOptions.OptLevel level;

    Optimisation(OrtSession.SessionOptions.OptLevel level) {
      this.level = level;
    }
  }

  /**
   * Opens a model.
   *
   * @param folder where its tensors lie that are in other files
   * @param threads at least 1
   * @throws RuntimeProblem where the runtime does not take it
   */
  static OrtSession open(ModelProto model, Path folder, int threads, Optimisation optimisation) {
    byte[] bytes = model.toByteArray();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setOptimizationLevel(optimisation.level);
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      options.addConfigEntry(FOLDER, folder.toString());
      return environment().createSession(bytes, options);
    } catch (OrtException e) {
      throw RuntimeProblem.of(e);
    }
  }
}
