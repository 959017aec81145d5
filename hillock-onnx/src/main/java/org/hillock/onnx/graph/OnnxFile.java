package org.hillock.onnx.graph;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.OperatorSetIdProto;
import org.hillock.onnx.proto.TensorProto;

/**
 * An ONNX file: its messages and where its tensors lie. It is read and never written.
 *
 * <p>The file is mapped and not copied: the bytes of its tensors stay on disk until they are looked
 * at, so a file of 2 GB opens in the time that its graph takes. A model beyond 2 GB holds its
 * tensors in files beside it; those are mapped when they are asked for.
 */
public final class OnnxFile {

  /** The ending of such a file. */
  public static final String ENDING = ".onnx";

  /** Protocol buffers hold at most 2 GiB less one byte. */
  private static final long MOST_BYTES = Integer.MAX_VALUE;

  private final Path path;
  private final ModelProto model;
  private final ExternalData external;

  private OnnxFile(Path path, ModelProto model) {
    this.path = path;
    this.model = model;
    Path parent = path.toAbsolutePath().getParent();
    external = new ExternalData(parent == null ? path : parent);
  }

  /**
   * Reads a file and checks that its graph hangs together: every value that is read has been made
   * before, every name is made once, every tensor outside lies where it may.
   *
   * @throws UsageException where it is no such file, with what is wrong and where
   * @throws FailureException where it cannot be read
   */
  public static OnnxFile read(Path path) {
    OnnxFile file = new OnnxFile(path, parse(path));
    if (!file.model.hasGraph()) {
      throw new UsageException(path + ": is no ONNX model: it holds no graph");
    }
    if (file.model.getOpsetImportCount() == 0 && file.model.getIrVersion() >= 3) {
      throw new UsageException(
          path + ": names no set of operators (opset_import), so what its nodes mean is not said");
    }
    new GraphCheck(file).check();
    return file;
  }

  private static ModelProto parse(Path path) {
    if (!Files.exists(path)) {
      throw new UsageException(path + ": there is no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw new UsageException(path + ": is not a file");
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size > MOST_BYTES) {
        throw new UsageException(
            path
                + ": has "
                + size
                + " bytes; an ONNX file holds at most "
                + MOST_BYTES
                + ", a larger model has its tensors in files beside it (external data)");
      }
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
      CodedInputStream in = UnsafeByteOperations.unsafeWrap(bytes).newCodedInput();
      in.enableAliasing(true);
      return ModelProto.parseFrom(in);
    } catch (InvalidProtocolBufferException e) {
      throw new UsageException(path + ": is no ONNX file, or a damaged one: " + e.getMessage());
    } catch (IOException e) {
      throw new FailureException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The same file with other messages in memory; what lies beside it is found as before. */
  public OnnxFile with(ModelProto changed) {
    return new OnnxFile(path, changed);
  }

  /** Where it lies. */
  public Path path() {
    return path;
  }

  /** The folder that it lies in, absolute: where the files of its tensors are looked for. */
  public Path folder() {
    return external.folder();
  }

  /** All of its messages. */
  public ModelProto model() {
    return model;
  }

  /** Names of the inputs that are to be given, in order: those without an initial value. */
  public List<String> inputNames() {
    Set<String> constant = new HashSet<>();
    model.getGraph().getInitializerList().forEach(t -> constant.add(t.getName()));
    return model.getGraph().getInputList().stream()
        .map(input -> input.getName())
        .filter(name -> !constant.contains(name))
        .toList();
  }

  /**
   * The version of each set of operators that it uses, by domain; {@code ai.onnx} for the first.
   */
  public TreeMap<String, Long> operatorSets() {
    TreeMap<String, Long> sets = new TreeMap<>();
    for (OperatorSetIdProto set : model.getOpsetImportList()) {
      sets.put(set.getDomain().isEmpty() ? "ai.onnx" : set.getDomain(), set.getVersion());
    }
    return sets;
  }

  /** The version of the standard operators, 1 where none is named. */
  public long operatorSet() {
    return operatorSets().getOrDefault("ai.onnx", 1L);
  }

  /**
   * The elements of one of its tensors, within the file or beside it.
   *
   * @throws UsageException where its data do not fit its shape, or what lies outside is missing
   */
  public TensorData tensor(TensorProto tensor) {
    String place = path + ": tensor '" + tensor.getName() + "'";
    return tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL
        ? external.read(place, tensor)
        : Tensors.of(place, tensor);
  }

  /** Checks that what a tensor refers to is there, without reading it. */
  void checkTensor(TensorProto tensor) {
    String place = path + ": tensor '" + tensor.getName() + "'";
    if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
      external.find(place, tensor);
    } else {
      ElementType type = Tensors.type(place, tensor);
      if (tensor.hasRawData() && type != ElementType.STRING) {
        List<Long> dims = tensor.getDimsList();
        long expected;
        try {
          expected = type.fileBytes(TensorData.elements(dims));
        } catch (UsageException | ArithmeticException e) {
          throw new UsageException(place, String.valueOf(e.getMessage()));
        }
        if (tensor.getRawData().size() != expected) {
          throw new UsageException(
              place,
              "a tensor of "
                  + TensorData.shape(dims)
                  + " "
                  + type
                  + " takes "
                  + expected
                  + " bytes, but there are "
                  + tensor.getRawData().size());
        }
      }
    }
  }
}
