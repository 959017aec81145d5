package org.hillock.lab.comparison;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.dataflow.Dataflow;
import org.hillock.core.network.Network;
import org.hillock.lab.axis.Measurement;

/**
 * One network of a comparison.
 *
 * @param name short, unique in the comparison, such as {@code backpropagation}
 * @param kind such as {@code deep, trained by backpropagation} or {@code spiking}
 * @param description in a sentence or two, for the report
 * @param network as measured (of the first split); of a graph that was run as it stands its outline
 * @param engine that ran it
 * @param accuracy over the splits; empty where it decides nothing
 * @param axes by id of the axis
 * @param raster spikes during one decision, for networks that spike
 * @param graph what is told of a graph that was run as it stands; empty where a network was
 */
public record Compared(
    String name,
    String kind,
    String description,
    Network network,
    String engine,
    Optional<Accuracy> accuracy,
    Map<String, Measurement> axes,
    Optional<Raster> raster,
    Optional<Dataflow> graph) {
  public Compared {
    axes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(axes));
  }

  /** A network that was described. */
  public Compared(
      String name,
      String kind,
      String description,
      Network network,
      String engine,
      Optional<Accuracy> accuracy,
      Map<String, Measurement> axes,
      Optional<Raster> raster) {
    this(name, kind, description, network, engine, accuracy, axes, raster, Optional.empty());
  }
}
