package org.hillock.app.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hillock.app.output.OutputFolder;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Probe;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Session;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.formats.tables.CsvSink;
import org.hillock.formats.tables.ParquetSink;

/**
 * What a run writes to disk: each site in a file of its own.
 *
 * @param sites by the name of its file, without ending
 * @param csv whether each is written as CSV too
 */
public record Records(Map<String, Site> sites, boolean csv) {

  static final String SPIKES = "spikes";

  public Records {
    sites = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sites));
  }

  /**
   * The sites that a user names, or the spikes of all {@linkplain #spiking spiking populations}.
   *
   * @throws UsageException where a site is unknown, or named twice
   */
  public static Records of(Network network, List<String> named, boolean csv) {
    List<SiteRef> refs =
        named.isEmpty()
            ? spiking(network).stream().map(p -> SiteRef.of(p.name(), SPIKES)).toList()
            : named.stream().map(SiteRef::parse).toList();
    return bound(network, refs, csv);
  }

  /** What is recorded of a {@linkplain SmallNetwork small network} where the user names nothing. */
  public static Records ofSmall(Network network, boolean csv) {
    return bound(network, SmallNetwork.sites(network), csv);
  }

  private static Records bound(Network network, List<SiteRef> refs, boolean csv) {
    Map<String, Site> sites = new LinkedHashMap<>();
    for (SiteRef ref : refs) {
      Site site = Site.find(network, ref);
      if (sites.put(fileName(site), site) != null) {
        throw new UsageException("--record " + ref + ": is named twice");
      }
    }
    return new Records(sites, csv);
  }

  private static String fileName(Site site) {
    SiteRef whole =
        new SiteRef(
            site.modulator().map(m -> "modulators." + m).orElse(site.population().name()),
            site.ref().neurons(),
            Map.of(),
            java.util.Optional.of(site.variable().name()));
    return whole.toString().replace("\"", "").replaceAll("[^A-Za-z0-9._-]", "_");
  }

  /** The populations whose spikes are of interest: neurons that spike, or sources where none do. */
  static List<Population> spiking(Network network) {
    List<Population> neurons = of(network, NeuronModel.Family.SPIKING);
    return neurons.isEmpty() ? of(network, NeuronModel.Family.SOURCE) : neurons;
  }

  private static List<Population> of(Network network, NeuronModel.Family family) {
    return network.populations().values().stream()
        .filter(p -> p.model().family() == family)
        .toList();
  }

  /** Whether spikes of a population are among them. */
  boolean hasSpikesOf(Population population) {
    return sites.values().stream()
        .anyMatch(s ->
            s.population().name().equals(population.name()) && s.variable().name().equals(SPIKES));
  }

  /** Begins to record into a folder. */
  public void attach(Session session, OutputFolder folder) {
    sites.forEach((name, site) -> {
      List<RecordingSink> sinks = new ArrayList<>();
      sinks.add(new ParquetSink(folder.file(name + ".parquet")));
      if (csv) {
        sinks.add(new CsvSink(folder.file(name + ".csv")));
      }
      session.record(new Probe(site.ref(), 0), new Tee(sinks));
    });
  }

  /** Names of the files. */
  public List<String> files() {
    return sites.keySet().stream()
        .flatMap(n -> csv ? Stream.of(n + ".parquet", n + ".csv") : Stream.of(n + ".parquet"))
        .toList();
  }
}
