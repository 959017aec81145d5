package org.hillock.app.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How wide the processor's vector registers are, as Linux tells it. */
final class VectorWidth {

  /** Flags of /proc/cpuinfo and the bits that they promise, widest first. */
  private static final Map<String, Integer> BITS = new LinkedHashMap<>();

  static {
    BITS.put("avx512f", 512);
    BITS.put("avx2", 256);
    BITS.put("sse4_2", 128);
    BITS.put("asimd", 128);
  }

  private VectorWidth() {}

  static Finding check(Path cpuinfo) {
    String what = "vector instructions";
    String mend = "Hillock runs without them, slower";
    try {
      String flags =
          Files.readString(cpuinfo)
              .lines()
              .filter(l -> l.startsWith("flags") || l.startsWith("Features"))
              .findFirst()
              .orElse("");
      Set<String> known = new HashSet<>(Arrays.asList(flags.split("\\s+")));
      return BITS.entrySet().stream()
          .filter(e -> known.contains(e.getKey()))
          .findFirst()
          .map(e -> Finding.ok(what, e.getValue() + " bits (" + e.getKey() + ")"))
          .orElse(Finding.warning(what, "none are named in " + cpuinfo, mend));
    } catch (IOException e) {
      return Finding.warning(what, cpuinfo + " cannot be read on this system", mend);
    }
  }
}
