package org.hillock.lab.workbench;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Session;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.wiring.PlayedBack;
import org.hillock.lab.wiring.ShuffledWiring;

/** A question of the bench, and whether a network can be asked it. */
public enum Verb {
  RECORD("record", "watches any site"),
  STIMULATE("stimulate", "adds to the sum of neurons"),
  SILENCE("silence", "withholds what neurons send or receive"),
  CLAMP("clamp", "holds neurons at a value"),
  PATCH("patch", "puts activity of one run into another"),
  LESION("lesion", "cuts projections"),
  ISOLATE("isolate", "cuts one neuron out and plays its inputs to it"),
  WHY("why", "says what a sum was made of"),
  TRACE("trace", "follows a cause forwards"),
  DIAGNOSE("diagnose", "finds what is wrong with populations"),
  ANALYSE("analyse", "puts activity in numbers");

  private final String word;
  private final String meaning;

  Verb(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** As it is written on the command line. */
  public String word() {
    return word;
  }

  /** What it does, in a few words. */
  public String meaning() {
    return meaning;
  }

  /**
   * Whether a network can be asked.
   *
   * @param works whether it can
   * @param but why it cannot, or what it cannot of it; empty where there is nothing to say
   */
  public record Ability(boolean works, String but) {
    static final Ability ALL = new Ability(true, "");

    static Ability all(Optional<String> but) {
      return but.map(b -> new Ability(true, b)).orElse(ALL);
    }

    static Ability none(String why) {
      return new Ability(false, why);
    }
  }

  /** Whether the network of a run can be asked this. */
  public Ability on(Experiment run) {
    Optional<Network> network = run.subject().described();
    return switch (this) {
      case RECORD, STIMULATE, CLAMP, DIAGNOSE, ANALYSE -> Ability.ALL;
      case SILENCE ->
          network.isPresent()
              ? Ability.ALL
              : Ability.all(Optional.of("outputs only: what an element receives is in its node"));
      case LESION ->
          network.isPresent() ? Ability.ALL : Ability.none("a graph has nodes and no projections");
      case PATCH -> patch(run, network);
      case ISOLATE, WHY -> terms(run);
      case TRACE ->
          Ability.all(
              network
                  .map(n -> ShuffledWiring.refusal(n).map(why -> "no shuffled control: " + why))
                  .orElse(Optional.of("no synapses are named, no shuffled control")));
    };
  }

  private static Ability terms(Experiment run) {
    try (Session session = run.subject().open(run.options(), Capability.Terms.class).orElse(null)) {
      return session == null
          ? Ability.none("no engine that runs it keeps what sums are made of")
          : Ability.ALL;
    }
  }

  private static Ability patch(Experiment run, Optional<Network> network) {
    if (!run.subject().timed()) {
      return Ability.ALL;
    }
    Network described = network.orElseThrow();
    boolean numbers = false;
    String why = "";
    boolean any = false;
    for (Population p : described.populations().values()) {
      if (p.model().family() == NeuronModel.Family.RATE) {
        numbers = true;
        continue;
      }
      try {
        PlayedBack.of(described, List.of(p.name()));
        any = true;
      } catch (UsageException e) {
        why = String.valueOf(e.getMessage());
      }
    }
    if (!any) {
      return Ability.none(
          why.isEmpty() ? "only spikes can be put into a run while time goes on" : why);
    }
    return Ability.all(
        !why.isEmpty()
            ? Optional.of(why)
            : numbers ? Optional.of("neurons that spike only") : Optional.empty());
  }
}
