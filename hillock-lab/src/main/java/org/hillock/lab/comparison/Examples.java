package org.hillock.lab.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.lab.axis.Subject;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.SpikeTimes;

/** Images to look at, with what each network said, and one decision spike by spike. */
final class Examples {

  private static final int LOOKED_AT = 360;
  private static final int ALIKE = 10;
  private static final int DISPUTED = 8;

  private Examples() {}

  /** The first image of every label, and the first ones that some network got wrong. */
  static List<Comparison.Example> of(Dataset test, Map<String, Network> networks, long seed) {
    Dataset images = test.first(LOOKED_AT);
    Map<String, int[]> answers = new LinkedHashMap<>();
    networks.forEach((name, network) -> {
      try (Classifier classifier = Classifier.open(network, seed)) {
        answers.put(name, classifier.answers(images.images(), 0));
      }
    });
    Set<Integer> shown = new LinkedHashSet<>();
    for (int label = 0; label < images.classes() && shown.size() < ALIKE; label++) {
      for (int i = 0; i < images.size(); i++) {
        if (images.labels()[i] == label) {
          shown.add(i);
          break;
        }
      }
    }
    int disputed = 0;
    for (int i = 0; i < images.size() && disputed < DISPUTED; i++) {
      int image = i;
      boolean wrong = answers.values().stream().anyMatch(a -> a[image] != images.labels()[image]);
      disputed += wrong && shown.add(i) ? 1 : 0;
    }
    return shown.stream().map(i -> example(images, i, answers)).toList();
  }

  private static Comparison.Example example(Dataset images, int i, Map<String, int[]> answers) {
    int height = images.shape().extents().getFirst();
    int width = images.shape().extents().size() > 1 ? images.shape().extents().get(1) : 1;
    int channels = images.shape().size() / (height * width);
    float[] grey = new float[height * width];
    for (int p = 0; p < grey.length; p++) {
      grey[p] = images.images()[i][p * channels];
    }
    Map<String, Integer> given = new LinkedHashMap<>();
    answers.forEach((name, all) -> given.put(name, all[i]));
    return new Comparison.Example(height, width, grey, images.labels()[i], given);
  }

  /** The spikes of one decision, on the first test image. */
  static Raster raster(Subject subject) {
    try (Classifier classifier = subject.classifier()) {
      SpikeTimes spikes = SpikeTimes.attach(classifier.responder());
      float[][] image = {subject.test().images()[0]};
      int answer = classifier.answers(image, 0)[0];
      List<Raster.Lane> lanes = new ArrayList<>();
      for (String name : spikes.populations()) {
        Population p = subject.network().population(name);
        lanes.add(
            new Raster.Lane(
                name, p.size(), spikes.times(name), spikes.neurons(name), p.names().all()));
      }
      return new Raster(lanes, 0, subject.timing().windowMs(), subject.test().labels()[0], answer);
    }
  }
}
