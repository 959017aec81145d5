package org.hillock.lab.scene.dog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.SpikeTrains;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.dog.DogScene.Shown;

/** The scene drawn. */
final class DogPictures {

  private static final double RASTER_MS = 80;

  private final Shown shown;
  private final Links links;

  DogPictures(Shown shown, Links links) {
    this.shown = shown;
    this.links = links;
  }

  List<Picture> all() {
    return List.of(drawings(), raster(), who(), learnt());
  }

  private static Picture drawings() {
    return new Picture.Images(
        "drawings",
        Arrays.stream(Drawing.values())
            .map(d ->
                new Picture.Image(
                    Label.key(d.name().toLowerCase(Locale.ROOT)),
                    Drawing.SIDE,
                    Drawing.SIDE,
                    d.pixels()))
            .toList());
  }

  /** The first trial. */
  private Picture raster() {
    Activity run = shown.dog().runs().getFirst();
    List<Picture.Lane> lanes = new ArrayList<>();
    lanes.add(lane("vision", run.spikes("vision").orElseThrow()));
    Stream.concat(DogScene.CHAIN.stream(), Stream.of(Group.KITCHEN, Group.FEAR))
        .forEach(g -> lanes.add(lane(g.id(), Grown.trains(run, g))));
    lanes.add(lane("inhibition", run.spikes("inhibition").orElseThrow()));
    return new Picture.Spikes("raster", lanes, 0, RASTER_MS);
  }

  private static Picture.Lane lane(String key, SpikeTrains trains) {
    List<double[]> spikes = new ArrayList<>();
    for (int n = 0; n < trains.neurons(); n++) {
      for (double t : trains.of(n)) {
        if (t < RASTER_MS) {
          spikes.add(new double[] {t, n});
        }
      }
    }
    spikes.sort(java.util.Comparator.comparingDouble(s -> s[0]));
    return new Picture.Lane(
        Label.key(key),
        trains.neurons(),
        spikes.stream().mapToDouble(s -> s[0]).toArray(),
        spikes.stream().mapToInt(s -> (int) s[1]).toArray());
  }

  /** Share of cells that fired, by condition and group. */
  private Picture who() {
    List<Grown.Answer> rows =
        List.of(
            shown.dog(),
            shown.withoutWord(),
            shown.withoutPark(),
            shown.blocked(),
            shown.unpaired(),
            shown.table());
    List<Label> names =
        Stream.of("dog", "without-word", "without-park", "blocked", "unpaired", "table")
            .map(Label::key)
            .toList();
    Group[] groups = Group.values();
    double[][] values = new double[rows.size()][groups.length];
    for (int r = 0; r < values.length; r++) {
      for (int g = 0; g < groups.length; g++) {
        values[r][g] = 100 * rows.get(r).fired(groups[g]);
      }
    }
    return new Picture.Shades(
        "who", names, Arrays.stream(groups).map(g -> Label.key(g.id())).toList(), values, 0, 100);
  }

  /** Groups, and the mean weights that have grown between them. */
  private Picture learnt() {
    List<Group> groups = new ArrayList<>(DogScene.CHAIN);
    groups.addAll(List.of(Group.WORD_TREE, Group.SLEEPS, Group.KITCHEN, Group.FEAR));
    double[][] places = {
      {0.38, 0.3},
      {0.7, 0.06},
      {0.7, 0.28},
      {0.7, 0.5},
      {1, 0.5},
      {0.38, 0.78},
      {0.7, 0.78},
      {0.7, 0.96},
      {1, 0.96}
    };
    List<Picture.Node> nodes = new ArrayList<>();
    nodes.add(new Picture.Node(Label.key("vision"), 0, 0.3, 1));
    for (int g = 0; g < groups.size(); g++) {
      double fired = shown.dog().fired(groups.get(g));
      nodes.add(new Picture.Node(Label.key(groups.get(g).id()), places[g][0], places[g][1], fired));
    }
    List<Picture.Edge> edges = new ArrayList<>();
    Set<Integer> seeing = seeing();
    for (int to = 0; to < groups.size(); to++) {
      edge(edges, 0, to + 1, links.ofVision(seeing, groups.get(to)));
      for (int from = 0; from < groups.size(); from++) {
        edge(edges, from + 1, to + 1, links.between(groups.get(from), groups.get(to)));
      }
    }
    return new Picture.Graph("learnt", nodes, edges);
  }

  /** Cells of vision that fired at the dog in most trials. */
  private Set<Integer> seeing() {
    Set<Integer> cells = new HashSet<>();
    int neurons = DogNetwork.AREAS.getOrDefault("vision", 0);
    for (int n = 0; n < neurons; n++) {
      int cell = n;
      long times =
          shown.dog().runs().stream()
              .filter(run -> run.spikes("vision").orElseThrow().of(cell).length > 0)
              .count();
      if (2 * times > shown.dog().runs().size()) {
        cells.add(cell);
      }
    }
    return cells;
  }

  private static void edge(List<Picture.Edge> edges, int from, int to, double weight) {
    if (weight >= Links.GROWN * DogNetwork.WEAKEST_PA) {
      edges.add(
          new Picture.Edge(
              from,
              to,
              weight / DogNetwork.STRONGEST_PA,
              Label.literal(Math.round(weight) + " pA")));
    }
  }
}
