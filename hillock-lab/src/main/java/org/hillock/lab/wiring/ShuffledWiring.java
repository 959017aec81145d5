package org.hillock.lab.wiring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.ElectricalSynapse;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.wiring.Wiring;

/**
 * The control of every finding about wiring: the same neurons, with synapses drawn anew that keep
 * what a neuron is by numbers.
 *
 * <p>Within each projection two synapses of the same sign exchange their targets, many times over
 * (Maslov and Sneppen 2002, doi 10.1126/science.1065103): every neuron sends and receives as many
 * excitatory and as many inhibitory synapses as before, a weight and a delay stay with the neuron
 * that sends. Where all pairs are joined ({@code dense}), two weights of a neuron and two of
 * another change places so that each keeps its weights, and each source as many of either sign. A
 * shared kernel keeps how many of its weights are of each sign. Electrical synapses stay as many
 * for each neuron and conduct both ways as before. Poolings stay.
 */
public final class ShuffledWiring {

  /** Exchanges that are tried for each synapse. */
  private static final int TRIES = 10;

  private final Network network;
  private final Draws draws;

  private ShuffledWiring(Network network, Draws draws) {
    this.network = network;
    this.draws = draws;
  }

  /** Why a network has no such control, in a sentence; empty where it has. */
  public static Optional<String> refusal(Network network) {
    for (Projection p : network.projections().values()) {
      if (p.pathway().isPresent()) {
        return Optional.of(
            "projection '"
                + p.name()
                + "' shares its synapses with others of pathway '"
                + p.pathwayName()
                + "'");
      }
    }
    return Optional.empty();
  }

  /**
   * A control.
   *
   * @param number which of many; each is another one
   * @throws UsageException where {@link #refusal} has a reason
   */
  public static Network of(Network network, long seed, long number) {
    refusal(network)
        .ifPresent(why -> {
          throw new UsageException(
              "the wiring of network '" + network.name() + "' cannot be shuffled: " + why);
        });
    return new ShuffledWiring(network, new Draws(seed, Purpose.EXPERIMENT, number)).shuffled();
  }

  private Network shuffled() {
    Map<String, Projection> all = new LinkedHashMap<>();
    for (Projection p : network.projections().values()) {
      if (all.containsKey(p.name())) {
        continue;
      }
      if (ElectricalSynapse.of(network, p).isPresent()) {
        electrical(p, all);
      } else {
        all.put(p.name(), shuffled(p));
      }
    }
    return network
        .with(network.populations().values(), all.values())
        .withName(network.name() + "-shuffled");
  }

  private Projection shuffled(Projection p) {
    return switch (p.connectivity()) {
      case Connectivity.Pooling _ -> p;
      case Connectivity.Convolution _ -> kernel(p);
      case Connectivity.Dense _ -> dense(p);
      default -> sparse(p);
    };
  }

  /** Shuffles a projection together with the one that holds its other directions. */
  private void electrical(Projection p, Map<String, Projection> all) {
    List<Projection> both = new ArrayList<>(List.of(p));
    network.projections().values().stream()
        .filter(q -> !q.name().equals(p.name()) && !all.containsKey(q.name()))
        .filter(q -> q.from().equals(p.to()) && q.to().equals(p.from()))
        .filter(q -> ElectricalSynapse.of(network, q).isPresent())
        .findFirst()
        .ifPresent(both::add);
    List<ListedSynapses> synapses =
        both.stream().map(one -> ListedSynapses.of(network, one)).toList();
    new ElectricalShuffle(synapses, p.from().equals(p.to()), draws).shuffle(TRIES);
    for (int k = 0; k < both.size(); k++) {
      Projection one = both.get(k);
      all.put(one.name(), synapses.get(k).as(one.name(), one.from(), one));
    }
  }

  private Projection kernel(Projection p) {
    double[] weights = Wiring.kernel(network, p).clone();
    for (boolean above : new boolean[] {true, false}) {
      List<Integer> places = new ArrayList<>();
      for (int k = 0; k < weights.length; k++) {
        if (above ? weights[k] > 0 : weights[k] < 0) {
          places.add(k);
        }
      }
      int[] order = places.stream().mapToInt(Integer::intValue).toArray();
      draws.shuffle(order);
      double[] before = weights.clone();
      for (int k = 0; k < order.length; k++) {
        weights[places.get(k)] = before[order[k]];
      }
    }
    return p.withWeights(new Values.Listed(Numbers.of(weights), Wiring.weightUnit(network, p)));
  }

  private Projection dense(Projection p) {
    ListedSynapses all = ListedSynapses.of(network, p);
    int columns = network.population(p.from()).size();
    int rows = network.population(p.to()).size();
    double[] w = all.weight();
    if (rows > 1 && columns > 1) {
      for (long n = 0; n < (long) TRIES * w.length; n++) {
        int r = draws.below(rows);
        int s = draws.below(rows);
        int c = draws.below(columns);
        int d = draws.below(columns);
        int rc = r * columns + c;
        int sd = s * columns + d;
        int rd = r * columns + d;
        int sc = s * columns + c;
        boolean first = sign(w[rc]) == sign(w[sd]) && sign(w[rd]) == sign(w[sc]);
        if (r != s && c != d && first) {
          exchange(w, rc, rd);
          exchange(w, sd, sc);
        }
      }
    }
    return p.withWeights(new Values.Listed(Numbers.of(w), all.weightUnit()));
  }

  private static int sign(double weight) {
    return weight > 0 ? 1 : weight < 0 ? -1 : 0;
  }

  private static void exchange(double[] values, int i, int k) {
    double kept = values[i];
    values[i] = values[k];
    values[k] = kept;
  }

  private Projection sparse(Projection p) {
    ListedSynapses all = ListedSynapses.of(network, p);
    int count = all.count();
    if (count < 2) {
      return all.as(p.name(), p.from(), p);
    }
    int targets = network.population(p.to()).size();
    boolean within = p.from().equals(p.to());
    Set<Long> pairs = new HashSet<>();
    for (int k = 0; k < count; k++) {
      pairs.add((long) all.pre()[k] * targets + all.post()[k]);
    }
    int[] post = all.post();
    for (long n = 0; n < (long) TRIES * count; n++) {
      int i = draws.below(count);
      int k = draws.below(count);
      long ik = (long) all.pre()[i] * targets + post[k];
      long ki = (long) all.pre()[k] * targets + post[i];
      boolean own = within && (all.pre()[i] == post[k] || all.pre()[k] == post[i]);
      if (own
          || sign(all.weight()[i]) != sign(all.weight()[k])
          || pairs.contains(ik)
          || pairs.contains(ki)) {
        continue;
      }
      pairs.remove((long) all.pre()[i] * targets + post[i]);
      pairs.remove((long) all.pre()[k] * targets + post[k]);
      pairs.add(ik);
      pairs.add(ki);
      int kept = post[i];
      post[i] = post[k];
      post[k] = kept;
    }
    return all.as(p.name(), p.from(), p);
  }
}
