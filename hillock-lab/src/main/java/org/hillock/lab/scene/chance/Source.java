package org.hillock.lab.scene.chance;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.hillock.core.network.Network;
import org.hillock.lab.axis.noise.NoiseSource;

/** The places at which chance comes into the network. */
enum Source {
  RELEASE,
  BACKGROUND,
  MEMBRANE,
  THRESHOLD;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Set<Source> all() {
    return EnumSet.allOf(Source.class);
  }

  Set<Source> others() {
    return EnumSet.complementOf(EnumSet.of(this));
  }

  /** Circuits in which chance comes in at these places only; elsewhere is what it is on average. */
  static Network network(int copies, Set<Source> on) {
    Network network =
        ChoiceNetwork.of(copies, on.contains(MEMBRANE), on.contains(THRESHOLD), OptionalLong.of(1));
    List<NoiseSource> off =
        NoiseSource.of(network).stream()
            .filter(source ->
                switch (source.kind()) {
                  case POISSON -> !on.contains(BACKGROUND);
                  case RELEASE -> !on.contains(RELEASE);
                  case EQUATIONS -> !on.contains(MEMBRANE) && !on.contains(THRESHOLD);
                })
            .toList();
    return NoiseSource.without(network, off);
  }
}
