package org.hillock.lab.scene.tiredsadalert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Indices;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Shape;
import org.hillock.core.quantity.Quantity;

/**
 * A rustle in the bushes: go and look, stay, or flee? Three populations weigh what speaks for each,
 * and cells that inhibit each other choose. A heart reports itself all the time to cells that speak
 * for fleeing. Three modulators bend who is heard; at level 0 they do nothing.
 */
final class BodyNetwork {

  static final String IMAGE = "image";
  static final String HEART = "heart";
  static final String BODY = "body";
  static final double STEP_MS = 1;
  static final double WINDOW_MS = 150;

  /** What can be done, in the order of the answers. */
  static final List<String> ACTIONS = List.of("look", "stay", "flee");

  /** What speaks for each action: the same in every state. */
  private static final float[] RUSTLE = {0.52f, 0.5f, 0.45f};

  /** Cells for each action. */
  private static final int CELLS = 20;

  private BodyNetwork() {}

  static float[] rustle() {
    return RUSTLE.clone();
  }

  /**
   * Modulators by state. Adenosine gathers while one is awake and calms (Porkka-Heiskanen and
   * others 1997, doi 10.1126/science.276.5316.1265); little serotonin makes what is to be gained
   * count less (its lack has the level here); noradrenaline raises gain (Aston-Jones and Cohen
   * 2005, doi 10.1146/annurev.neuro.28.061604.135709) and readies for flight. The strengths are
   * ours.
   */
  static Map<String, Modulator> modulators() {
    Map<String, Modulator> all = new java.util.LinkedHashMap<>();
    for (Modulator m :
        List.of(
            new Modulator(
                "adenosine",
                0,
                List.of(new Modulator.Target("look", -0.1), new Modulator.Target("flee", -0.1))),
            new Modulator("serotonin-lack", 0, List.of(new Modulator.Target("look", -0.1))),
            new Modulator(
                "noradrenaline",
                0,
                List.of(new Modulator.Target("flee", 0.1), new Modulator.Target("choice", 0.2))))) {
      all.put(m.name(), m);
    }
    return all;
  }

  /**
   * The network.
   *
   * @param modulators none for a network that has none
   */
  static Network of(Map<String, Modulator> modulators) {
    NetworkBuilder builder =
        Network.builder("tired-sad-alert")
            .seed(1)
            .provenance(
                new Provenance(
                    "A choice between three actions, bent by modulators and a heart",
                    "",
                    List.of()))
            .population(IMAGE, Shape.of(1, 3, 1), "input", p -> p)
            .population("noise", 200, "poisson", p -> p.param("rate", "50 Hz"))
            .population(HEART, CELLS, "poisson", p -> p.param("rate", "20 Hz"));
    List.of("look", "stay", "flee", BODY).forEach(name -> cells(builder, name, CELLS));
    cells(builder, "choice", 3 * CELLS);
    cells(builder, "inhibition", CELLS);
    for (int action = 0; action < 3; action++) {
      String name = ACTIONS.get(action);
      excite(
          builder,
          IMAGE,
          name,
          new Connectivity.EdgeList(
              each(action), Indices.of(java.util.stream.IntStream.range(0, CELLS).toArray())),
          200);
      builder.projection(
          name,
          "choice",
          block(0, action * CELLS),
          p -> p.weight("150 pA").delay("1 ms").receptor("excitatory"));
    }
    List.of("look", "stay", "flee", BODY, "choice")
        .forEach(to ->
            excite(builder, "noise", to, new Connectivity.FixedInDegree(10, true, false), 200));
    excite(builder, HEART, BODY, new Connectivity.FixedInDegree(10, true, false), 400);
    excite(builder, BODY, "flee", new Connectivity.Dense(), 15);
    builder.projection(
        "own",
        "choice",
        "choice",
        own(),
        p -> p.weight("40 pA").delay("1 ms").receptor("excitatory"));
    excite(builder, "choice", "inhibition", new Connectivity.Dense(), 60);
    builder.projection(
        "inhibition",
        "choice",
        new Connectivity.Dense(),
        p -> p.weight("60 pA").delay("1 ms").receptor("inhibitory"));
    modulators.values().forEach(builder::modulator);
    return builder
        .decision(
            new Decision.Votes(
                "choice", 3, Quantity.of(WINDOW_MS, "ms"), Quantity.of(STEP_MS, "ms"), labels()))
        .build();
  }

  private static void cells(NetworkBuilder builder, String name, int size) {
    builder.population(
        name, size, "lif-exp", p -> p.param("tau_exc", "2 ms").param("tau_inh", "5 ms"));
  }

  private static void excite(
      NetworkBuilder builder, String from, String to, Connectivity how, double pA) {
    builder.projection(
        from, to, how, p -> p.weight(pA + " pA").delay("1 ms").receptor("excitatory"));
  }

  /** One pixel, as often as there are cells. */
  private static Indices each(int pixel) {
    return Indices.of(Collections.nCopies(CELLS, pixel).stream().mapToInt(i -> i).toArray());
  }

  /** All cells of one population onto those of one action. */
  private static Connectivity block(int from, int to) {
    int[] pre = new int[CELLS * CELLS];
    int[] post = new int[CELLS * CELLS];
    for (int k = 0; k < pre.length; k++) {
      pre[k] = from + k / CELLS;
      post[k] = to + k % CELLS;
    }
    return new Connectivity.EdgeList(Indices.of(pre), Indices.of(post));
  }

  /** Cells for the same action excite each other. */
  private static Connectivity own() {
    List<int[]> pairs = new ArrayList<>();
    for (int a = 0; a < 3 * CELLS; a++) {
      for (int b = a / CELLS * CELLS; b < (a / CELLS + 1) * CELLS; b++) {
        if (a != b) {
          pairs.add(new int[] {a, b});
        }
      }
    }
    return new Connectivity.EdgeList(
        Indices.of(pairs.stream().mapToInt(p -> p[0]).toArray()),
        Indices.of(pairs.stream().mapToInt(p -> p[1]).toArray()));
  }

  private static List<Integer> labels() {
    List<Integer> labels = new ArrayList<>();
    for (int action = 0; action < 3; action++) {
      labels.addAll(Collections.nCopies(CELLS, action));
    }
    return labels;
  }
}
