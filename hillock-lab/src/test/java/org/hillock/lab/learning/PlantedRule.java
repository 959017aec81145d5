package org.hillock.lab.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trained;
import org.hillock.core.training.Trainer;
import org.hillock.core.training.TrainingOptions;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.DecisionTiming;
import org.hillock.lab.decide.Responder;

/** Learning rules of which it is known what they listen to. */
final class PlantedRule implements Trainer {

  /** What a synapse of activities x and y of its neurons changes by, for one image. */
  interface Change {
    double of(double x, double y, int label, double everything);
  }

  private static final double RATE = 0.01;

  private final Change change;

  PlantedRule(Change change) {
    this.change = change;
  }

  /** Hebb: its own two neurons alone. */
  static PlantedRule hebb() {
    return new PlantedRule((x, y, _, _) -> x * y);
  }

  /** Hebb times a number that is poured out over all: 1 for label 0 and -1 for others. */
  static PlantedRule rewarded() {
    return new PlantedRule((x, y, label, _) -> label == 0 ? x * y : -x * y);
  }

  /** Hebb divided by the activity of the whole network. */
  static PlantedRule shared() {
    return new PlantedRule((x, y, _, everything) -> x * y / (1 + everything));
  }

  /** The same change everywhere, whatever happens. */
  static PlantedRule blind() {
    return new PlantedRule((_, _, _, _) -> 1);
  }

  @Override
  public String name() {
    return "planted";
  }

  @Override
  public String meaning() {
    return "Does what it was made for";
  }

  @Override
  public List<ParameterSpec> settings() {
    return List.of();
  }

  @Override
  public Optional<String> refuses(Network network) {
    return Optional.empty();
  }

  @Override
  public Trained train(Network network, Dataset data, TrainingOptions options, Progress progress) {
    List<String> all = List.copyOf(network.populations().keySet());
    Activities activities;
    try (Responder responder =
        Responder.open(network, DecisionTiming.of(network), options.seed())) {
      activities = responder.activities(data.images(), Optional.empty(), all, 0);
    }
    List<Projection> learnt = new ArrayList<>();
    for (Projection projection : network.projections().values()) {
      Synapses synapses = Wiring.of(network, projection);
      double[] weights = synapses.weight().clone();
      for (int i = 0; i < data.size(); i++) {
        double everything = 0;
        for (String population : all) {
          for (double v : activities.of(population)[i]) {
            everything += v;
          }
        }
        double[] x = activities.of(projection.from())[i];
        double[] y = activities.of(projection.to())[i];
        for (int k = 0; k < weights.length; k++) {
          weights[k] +=
              RATE
                  * change.of(
                      x[synapses.pre()[k]], y[synapses.post()[k]], data.labels()[i], everything);
        }
      }
      learnt.add(
          projection.withWeights(
              new Values.Listed(Numbers.of(weights), Wiring.weightUnit(network, projection))));
    }
    return new Trained(network.with(List.of(), learnt), List.of(0.0), false);
  }
}
