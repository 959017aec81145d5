package org.hillock.lab.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.representation.Representations;

/**
 * Networks on the same axes, each with its measured value and how it was measured. Holds no
 * timings: the same seed gives the same comparison.
 *
 * @param title such as {@code digits}
 * @param data what they were asked about; empty where none of them decides anything
 * @param networks side by side
 * @param baselines plain methods that keep everyone honest
 * @param axes what was asked of each network, in order
 * @param representations how alike populations hold the same images apart; empty where there are
 *     too few images, or none decides
 * @param examples images with everyone's answer
 * @param seed of everything
 * @param versions of Hillock and of what computed, by name
 * @param command that repeats it
 */
public record Comparison(
    String title,
    Optional<DataSummary> data,
    List<Compared> networks,
    List<Baseline> baselines,
    List<AxisDefinition> axes,
    Optional<Representations> representations,
    List<Example> examples,
    long seed,
    Map<String, String> versions,
    String command) {

  public Comparison {
    networks = List.copyOf(networks);
    baselines = List.copyOf(baselines);
    axes = List.copyOf(axes);
    examples = List.copyOf(examples);
    versions = java.util.Collections.unmodifiableMap(new TreeMap<>(versions));
  }

  /** The same, saying what computed it. */
  public Comparison withVersions(Map<String, String> what) {
    return new Comparison(
        title, data, networks, baselines, axes, representations, examples, seed, what, command);
  }

  /**
   * The data of a comparison.
   *
   * @param name of the data set
   * @param trainImages learnt from, in each split
   * @param testImages asked, in each split
   * @param splits how many
   * @param method how they were parted
   * @param attribution who made the data, under which licence
   */
  public record DataSummary(
      String name,
      int trainImages,
      int testImages,
      int splits,
      String method,
      String attribution) {}

  /** A plain method that answers the same question. */
  public record Baseline(String name, String method, Accuracy accuracy) {}

  /**
   * An image and what everyone said it is.
   *
   * @param height rows
   * @param width columns
   * @param pixels 0..1, row by row, one channel
   * @param label what it is
   * @param answers by name of the network, in the order of the comparison
   */
  public record Example(
      int height, int width, float[] pixels, int label, Map<String, Integer> answers) {
    public Example {
      answers = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(answers));
    }
  }
}
