package org.hillock.app.health;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hillock.app.output.OutputFolder;
import org.hillock.core.network.Network;
import org.hillock.core.network.Values;
import org.hillock.core.problem.HillockException;
import org.hillock.core.session.Engines;
import org.hillock.core.session.MemoryEstimate;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.formats.tables.ParquetSink;

/** Looks at everything that Hillock needs of a machine. */
public final class Checkup {

  private static final int JDK = 25;
  private static final long LITTLE_HEAP = 512L << 20;
  private static final long LITTLE_DISK = 1L << 30;

  private final Path folder;

  /**
   * A checkup.
   *
   * @param folder in which output would be made
   */
  public Checkup(Path folder) {
    this.folder = folder;
  }

  /** What was found, in the order of the printed list. */
  public List<Finding> findings() {
    return List.of(
        jdk(Runtime.version().feature()),
        VectorWidth.check(Path.of("/proc/cpuinfo")),
        pytorch(),
        duckDb(),
        memory(),
        Finding.ok("cores", String.valueOf(Runtime.getRuntime().availableProcessors())),
        disk(),
        output());
  }

  static Finding jdk(int feature) {
    String found = Runtime.version() + " in " + System.getProperty("java.home");
    return feature >= JDK
        ? Finding.ok("JDK", found)
        : Finding.missing(
            "JDK",
            found,
            "install JDK " + JDK + " or newer and set JAVA_HOME, or HILLOCK_JAVA_HOME");
  }

  private static Finding pytorch() {
    Network smallest =
        Network.builder("smallest")
            .population("in", 1, "input")
            .population("out", 1, "identity")
            .projection(
                "in",
                "out",
                new org.hillock.core.network.Connectivity.Dense(),
                p -> p.weight(Values.constant(1)))
            .build();
    try (Session session = Engines.named("tensor").open(smallest, SessionOptions.seeded(0))) {
      session.advance();
      return Finding.ok("PyTorch", "its native library loads and computes");
    } catch (RuntimeException | LinkageError e) {
      return Finding.missing(
          "PyTorch",
          reason(e),
          "training and deep networks need it; build anew with './hillock test' on a system with"
              + " glibc 2.28 or newer, x86-64, and see that ~/.djl.ai can be written");
    }
  }

  private static Finding duckDb() {
    try {
      Path scratch = Files.createTempDirectory("hillock-doctor");
      Path file = scratch.resolve("one.parquet");
      try (ParquetSink sink = new ParquetSink(file)) {
        sink.begin(new RecordingSchema("a.v", "a", "none", "time", "ms", "v", "mV"));
        sink.row(0, 0, 1);
      }
      Files.delete(file);
      Files.delete(scratch);
      return Finding.ok("DuckDB", "its native library loads and writes Parquet");
    } catch (IOException | HillockException | LinkageError e) {
      return Finding.missing(
          "DuckDB",
          reason(e),
          "recordings need it; see that the temporary folder "
              + System.getProperty("java.io.tmpdir")
              + " can be written and run from");
    }
  }

  private static Finding memory() {
    long heap = Runtime.getRuntime().maxMemory();
    String found = MemoryEstimate.human(heap) + " for Java";
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      long physical = system.getTotalMemorySize();
      found += " of " + MemoryEstimate.human(physical) + " in the machine";
      if (heap > physical) {
        return Finding.warning(
            "memory", found, "Java may take more than there is; lower -Xmx in HILLOCK_JAVA_OPTS");
      }
    }
    return heap < LITTLE_HEAP
        ? Finding.warning("memory", found, "give Java more with HILLOCK_JAVA_OPTS=-Xmx2g")
        : Finding.ok("memory", found);
  }

  private Finding disk() {
    try {
      long free = Files.getFileStore(folder.toAbsolutePath()).getUsableSpace();
      String found = MemoryEstimate.human(free) + " free";
      return free < LITTLE_DISK
          ? Finding.warning("disk", found, "recordings of large runs need more; make room")
          : Finding.ok("disk", found);
    } catch (IOException e) {
      return Finding.warning("disk", reason(e), "see that the working folder is there");
    }
  }

  private Finding output() {
    Path sample = folder.resolve(OutputFolder.HOME).resolve("doctor");
    try (OutputFolder claimed = OutputFolder.claim(sample)) {
      return Finding.ok("output", claimed.path().resolveSibling("") + " can be written");
    } catch (HillockException e) {
      return Finding.missing(
          "output",
          reason(e),
          "give results another place with --out, or change to another folder");
    }
  }

  private static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }
}
