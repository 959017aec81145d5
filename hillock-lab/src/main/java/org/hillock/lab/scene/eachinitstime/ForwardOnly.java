package org.hillock.lab.scene.eachinitstime;

import java.util.Arrays;
import org.hillock.core.network.Network;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.lab.axis.order.RateUpdates;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.Strongest;

/**
 * Layers, updated at once and one neuron at a time.
 *
 * @param changed share of the answers one at a time that are others than those at once
 * @param otherBits runs one at a time whose values at the end differ in any bit from those at once
 * @param otherOnEngine images that the engine for deep networks answers otherwise
 * @param roundsTogether until nothing changed, mean
 * @param roundsOneByOne the same
 * @param updatesTogether of single neurons up to the last that changed anything, mean
 * @param updatesOneByOne the same
 * @param eventsTogether changed values that reached a synapse, mean
 * @param eventsOneByOne the same
 */
record ForwardOnly(
    double changed,
    int otherBits,
    int otherOnEngine,
    double roundsTogether,
    double roundsOneByOne,
    double updatesTogether,
    double updatesOneByOne,
    double eventsTogether,
    double eventsOneByOne) {

  private static final int IMAGES = 60;
  private static final int ORDERS = 10;
  private static final int MOST_ROUNDS = 100;
  private static final String OUTPUT = "answer";

  static ForwardOnly of(long seed) {
    Network network = OrderNetworks.layers();
    float[][] images = new float[IMAGES][OrderNetworks.INPUTS];
    for (int i = 0; i < IMAGES; i++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, 7, i);
      for (int k = 0; k < images[i].length; k++) {
        images[i][k] = (float) draws.uniform();
      }
    }
    int[] engine;
    try (Classifier classifier = Classifier.open(network, seed)) {
      engine = classifier.answers(images, 0);
    }
    RateUpdates updates = RateUpdates.of(network);
    double[] work = new double[6];
    int changed = 0;
    int bits = 0;
    int other = 0;
    for (int i = 0; i < IMAGES; i++) {
      updates.show("image", images[i]);
      add(updates.together(MOST_ROUNDS), work, 0, IMAGES);
      double[] at = updates.values(OUTPUT);
      other += Strongest.of(at) == engine[i] ? 0 : 1;
      for (int k = 0; k < ORDERS; k++) {
        updates.show("image", images[i]);
        Draws order = new Draws(seed, Purpose.EXPERIMENT, 8L + i, k);
        add(updates.oneByOne(MOST_ROUNDS, order), work, 3, IMAGES * ORDERS);
        double[] end = updates.values(OUTPUT);
        bits += Arrays.equals(at, end) ? 0 : 1;
        changed += Strongest.of(at) == Strongest.of(end) ? 0 : 1;
      }
    }
    return new ForwardOnly(
        (double) changed / (IMAGES * ORDERS),
        bits,
        other,
        work[0],
        work[3],
        work[1],
        work[4],
        work[2],
        work[5]);
  }

  private static void add(RateUpdates.Course course, double[] work, int from, int of) {
    work[from] += (double) course.rounds() / of;
    work[from + 1] += (double) course.updates() / of;
    work[from + 2] += (double) course.events() / of;
  }
}
