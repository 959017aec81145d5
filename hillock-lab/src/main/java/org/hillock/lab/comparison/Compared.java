package org.hillock.lab.comparison;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.lab.axis.Measurement;

/**
 * One network of a comparison.
 *
 * @param name short, unique in the comparison, such as {@code backpropagation}
 * @param kind such as {@code deep, trained by backpropagation} or {@code spiking}
 * @param description in a sentence or two, for the report
 * @param network as measured (of the first split)
 * @param engine that ran it
 * @param accuracy over the splits; empty where it decides nothing
 * @param axes by id of the axis
 * @param raster spikes during one decision, for networks that spike
 */
public record Compared(
    String name,
    String kind,
    String description,
    Network network,
    String engine,
    Optional<Accuracy> accuracy,
    Map<String, Measurement> axes,
    Optional<Raster> raster) {
  public Compared {
    axes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(axes));
  }
}
