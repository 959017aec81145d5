package org.hillock.app.simulation;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.hillock.app.output.OutputFolder;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Probe;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.SiteRef;
import org.hillock.formats.npy.NpyFile;
import org.hillock.formats.tables.CsvSink;
import org.hillock.formats.tables.ParquetSink;
import org.hillock.onnx.bench.GraphSession;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.graph.Tensors;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.runtime.GraphValue;

/** One pass of an ONNX graph: what goes in from files, what comes out into a folder. */
public final class GraphRun {

  private static final int MOST_SHOWN = 10;

  private final GraphSession session;

  public GraphRun(GraphSession session) {
    this.session = session;
  }

  /**
   * Gives an input what a file holds.
   *
   * @param named {@code NAME=FILE}, or a file alone where the graph has one input
   * @param file finds a file
   * @throws UsageException where there is no such input or file, or the one does not fit the other
   */
  public void feed(String named, java.util.function.Function<String, Path> file) {
    List<String> names = session.inputNames();
    int equals = named.lastIndexOf('=');
    if (equals < 0 && names.size() != 1) {
      throw new UsageException(
          "--input " + named + ": the graph has inputs " + names + "; write NAME=FILE");
    }
    String name = equals < 0 ? names.getFirst() : named.substring(0, equals);
    session.feed(name, GraphValue.of(read(file.apply(named.substring(equals + 1)))));
  }

  private static TensorData read(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(NpyFile.ENDING)) {
      NpyFile array = NpyFile.read(file);
      return TensorData.of(element(file, array.type()), array.dims(), array.bytes());
    }
    if (!name.endsWith(".pb")) {
      throw new UsageException(
          "--input " + file + ": is neither a NumPy array (.npy) nor an ONNX tensor (.pb)");
    }
    try {
      return Tensors.of(file.toString(), TensorProto.parseFrom(Files.readAllBytes(file)));
    } catch (InvalidProtocolBufferException e) {
      throw new UsageException(file + ": is no ONNX tensor: " + e.getMessage());
    } catch (IOException e) {
      throw new FailureException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static ElementType element(Path file, String type) {
    return switch (type) {
      case "f2" -> ElementType.FLOAT16;
      case "f4" -> ElementType.FLOAT;
      case "f8" -> ElementType.DOUBLE;
      case "b1" -> ElementType.BOOL;
      case "i1" -> ElementType.INT8;
      case "i2" -> ElementType.INT16;
      case "i4" -> ElementType.INT32;
      case "i8" -> ElementType.INT64;
      case "u1" -> ElementType.UINT8;
      case "u2" -> ElementType.UINT16;
      case "u4" -> ElementType.UINT32;
      case "u8" -> ElementType.UINT64;
      default -> throw new UsageException(file + ": elements of type " + type + " are not read");
    };
  }

  /**
   * Records a site into the folder.
   *
   * @return the names of the files
   */
  public List<String> record(String site, boolean csv, OutputFolder folder) {
    SiteRef ref = SiteRef.parse(site);
    String name = site.replace("\"", "").replaceAll("[^A-Za-z0-9._-]", "_");
    List<RecordingSink> sinks = new ArrayList<>();
    List<String> files = new ArrayList<>();
    files.add(name + ".parquet");
    sinks.add(new ParquetSink(folder.file(name + ".parquet")));
    if (csv) {
      files.add(name + ".csv");
      sinks.add(new CsvSink(folder.file(name + ".csv")));
    }
    session.record(new Probe(ref, 0), new Tee(sinks));
    return files;
  }

  /** The outputs as a tree: type, shape, and the first numbers. */
  public Map<String, Object> outputs() {
    Map<String, Object> outputs = new LinkedHashMap<>();
    session
        .outputs()
        .forEach((name, data) -> {
          Map<String, Object> facts = new LinkedHashMap<>();
          facts.put("type", data.type().toString());
          facts.put("shape", TensorData.shape(data.dims()));
          facts.put("first", first(data));
          outputs.put(name, facts);
        });
    return outputs;
  }

  private static List<?> first(TensorData data) {
    int shown = Math.min(MOST_SHOWN, data.size());
    return data.type().isReal()
        ? IntStream.range(0, shown).mapToObj(data::number).toList()
        : data.texts().subList(0, Math.min(MOST_SHOWN, data.texts().size()));
  }

  /**
   * Writes the outputs as NumPy arrays, those that NumPy has a type for; the names of the files.
   */
  public List<String> write(OutputFolder folder) {
    List<String> files = new ArrayList<>();
    session
        .outputs()
        .forEach((name, data) -> {
          String type = numpy(data.type());
          if (!type.isEmpty()) {
            String file = name.replaceAll("[^A-Za-z0-9._-]", "_") + NpyFile.ENDING;
            ByteBuffer bytes = data.bytes();
            new NpyFile(type, data.dims(), bytes).write(folder.file(file));
            files.add(file);
          }
        });
    return files;
  }

  private static String numpy(ElementType type) {
    return switch (type) {
      case FLOAT16 -> "f2";
      case FLOAT -> "f4";
      case DOUBLE -> "f8";
      case BOOL -> "b1";
      case INT8 -> "i1";
      case INT16 -> "i2";
      case INT32 -> "i4";
      case INT64 -> "i8";
      case UINT8 -> "u1";
      case UINT16 -> "u2";
      case UINT32 -> "u4";
      case UINT64 -> "u8";
      default -> "";
    };
  }

  /** The outputs for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    session
        .outputs()
        .forEach((name, data) -> {
          List<String> numbers = new ArrayList<>();
          for (Object value : first(data)) {
            numbers.add(
                value instanceof Double number
                    ? String.format(Locale.ROOT, "%.5g", number)
                    : String.valueOf(value));
          }
          text.append(name)
              .append("  ")
              .append(data)
              .append("  ")
              .append(String.join(" ", numbers))
              .append(data.size() > MOST_SHOWN ? " …" : "");
          if (data.type().isFloating() && data.dims().size() == 2 && data.dims().getFirst() == 1) {
            text.append("  (largest: ").append(largest(data)).append(')');
          }
          text.append('\n');
        });
    return text.toString();
  }

  private static int largest(TensorData data) {
    int largest = 0;
    for (int i = 1; i < data.size(); i++) {
      if (data.number(i) > data.number(largest)) {
        largest = i;
      }
    }
    return largest;
  }
}
