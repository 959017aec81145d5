package org.hillock.lab.scene.tiredsadalert;

import java.util.List;
import java.util.Map;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.Shape;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.lab.comparison.BuiltInNetworks;

/** A perceptron that learnt to choose by the same three numbers. */
final class Perceptron {

  private static final int EXAMPLES = 600;
  private static final double SPREAD = 0.15;
  private static final int EPOCHS = 10;

  private Perceptron() {}

  static Network learnt(long seed) {
    float[][] images = new float[EXAMPLES][3];
    int[] labels = new int[EXAMPLES];
    for (int k = 0; k < EXAMPLES; k++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, k);
      for (int i = 0; i < 3; i++) {
        images[k][i] = (float) (0.5 + SPREAD * draws.normal());
        labels[k] = images[k][i] > images[k][labels[k]] ? i : labels[k];
      }
    }
    Dataset examples = new Dataset("rustles", Shape.of(1, 3, 1), images, labels, 3, "made up");
    return Trainers.named("backpropagation")
        .train(
            BuiltInNetworks.perceptron(examples.shape(), List.of(12), 3, seed),
            examples,
            TrainingOptions.seeded(seed).with("epochs", EPOCHS),
            Progress.NONE)
        .network();
  }

  /**
   * The same with the modulators of the nerve cells attached: what weighs in these are the hidden
   * neurons here, and what chooses is the output. A modulator that acts on some of what weighs acts
   * here on all of it, as strongly on average.
   */
  static Network modulated(Network plain) {
    Map<String, Modulator> all = new java.util.LinkedHashMap<>();
    BodyNetwork.modulators()
        .values()
        .forEach(m -> {
          double hidden = 0;
          double out = 0;
          for (Modulator.Target target : m.targets()) {
            if (target.population().equals("choice")) {
              out = target.strength();
            } else {
              hidden += target.strength() / BodyNetwork.ACTIONS.size();
            }
          }
          all.put(
              m.name(),
              new Modulator(
                  m.name(),
                  0,
                  List.of(
                      new Modulator.Target("hidden1", hidden), new Modulator.Target("out", out))));
        });
    return new Network(
        plain.name(),
        plain.seed(),
        plain.populations(),
        plain.projections(),
        all,
        plain.decision(),
        plain.provenance(),
        plain.transmission(),
        plain.presentation());
  }
}
