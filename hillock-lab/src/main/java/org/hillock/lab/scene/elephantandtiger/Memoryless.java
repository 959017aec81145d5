package org.hillock.lab.scene.elephantandtiger;

import java.util.List;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.Shape;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.lab.comparison.BuiltInNetworks;

/** A perceptron that learnt to tell weights from the same pictures, and is asked the same. */
final class Memoryless implements AutoCloseable {

  /** Ranges of weight, one power of ten each. */
  private static final int CLASSES = 9;

  private static final int EXAMPLES = 600;
  private static final double NOISE = 0.05;
  private static final int EPOCHS = 30;

  private final Session session;

  Memoryless(long seed) {
    Dataset examples = examples(seed);
    Network untaught = BuiltInNetworks.perceptron(examples.shape(), List.of(24), CLASSES, seed);
    Network learnt =
        Trainers.named("backpropagation")
            .train(
                untaught,
                examples,
                TrainingOptions.seeded(seed).with("epochs", EPOCHS),
                Progress.NONE)
            .network();
    session = Engines.open(learnt, SessionOptions.seeded(seed));
  }

  private static Dataset examples(long seed) {
    float[][] images = new float[EXAMPLES][];
    int[] labels = new int[EXAMPLES];
    for (int k = 0; k < EXAMPLES; k++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, k);
      double log10 = Animal.LIGHTEST + draws.uniform() * CLASSES;
      images[k] = Animal.picture(log10);
      for (int i = 0; i < images[k].length; i++) {
        images[k][i] += (float) (NOISE * draws.normal());
      }
      labels[k] = (int) (log10 - Animal.LIGHTEST);
    }
    return new Dataset(
        "weights", Shape.of(1, Animal.CHANNELS, 1), images, labels, CLASSES, "made up");
  }

  /** Shows animals one after the other, without a reset, and judges the last: a power of ten. */
  double estimate(Animal... animals) {
    session.reset(0);
    for (Animal animal : animals) {
      session.present(Stimulus.frame("image", animal.picture()));
      session.advance();
    }
    double[] shares = session.read(session.bind(SiteRef.parse("out")))[0];
    double mean = 0;
    for (int c = 0; c < shares.length; c++) {
      mean += shares[c] * (Animal.LIGHTEST + c + 0.5);
    }
    return mean;
  }

  @Override
  public void close() {
    session.close();
  }
}
