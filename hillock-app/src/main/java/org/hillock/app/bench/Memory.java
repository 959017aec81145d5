package org.hillock.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What this process holds and has held of memory, in bytes. */
final class Memory {

  private static final String PEAK = "VmHWM:";

  /** The serial collector leaves some of the dead where they lie, but for every fourth time. */
  private static final int COLLECTIONS = 4;

  private Memory() {}

  /** What objects that are still in use take. */
  static long held() {
    for (int k = 0; k < COLLECTIONS; k++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /**
   * The most that the process has held so far, of everything, where the system tells it; else of
   * objects alone.
   */
  static long peak() {
    return peak(Path.of("/proc/self/status"));
  }

  static long peak(Path status) {
    try {
      List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
      for (String line : lines) {
        if (line.startsWith(PEAK)) {
          return 1024 * Long.parseLong(line.substring(PEAK.length()).replace("kB", "").strip());
        }
      }
    } catch (IOException e) {
      // told by the pools of the JVM instead
    }
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
