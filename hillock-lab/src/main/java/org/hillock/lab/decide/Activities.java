package org.hillock.lab.decide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What populations did, image by image: values of rate neurons, rates of spiking ones in spikes per
 * ms.
 */
public final class Activities {

  private final Map<String, double[][]> byPopulation = new LinkedHashMap<>();
  private final int images;

  Activities(List<String> populations, int images) {
    this.images = images;
    populations.forEach(p -> byPopulation.put(p, new double[images][]));
  }

  public int images() {
    return images;
  }

  public Set<String> populations() {
    return byPopulation.keySet();
  }

  /** Activities of a population, [image][neuron]; not copied. */
  public double[][] of(String population) {
    double[][] rows = byPopulation.get(population);
    if (rows == null) {
      throw new IllegalArgumentException("population '" + population + "' was not read");
    }
    return rows;
  }

  /** Activities of one run after another, each of one image. */
  public static Activities stacked(List<Activities> runs) {
    Activities all = new Activities(List.copyOf(runs.getFirst().populations()), runs.size());
    for (int i = 0; i < runs.size(); i++) {
      for (String p : all.populations()) {
        all.of(p)[i] = runs.get(i).of(p)[0];
      }
    }
    return all;
  }
}
