package org.hillock.core.transmitter;

import java.util.List;

/**
 * An ion that popular lists name among the transmitters, although it is none.
 *
 * @param name such as {@code sodium}
 * @param also other names, such as {@code na+}
 * @param meaning what it does instead
 * @param source author and year
 * @param doi of the source
 */
public record Ion(String name, List<String> also, String meaning, String source, String doi) {

  public Ion {
    also = List.copyOf(also);
  }
}
