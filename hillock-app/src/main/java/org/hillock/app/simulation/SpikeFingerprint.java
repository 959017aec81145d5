package org.hillock.app.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * A short text that two runs share exactly when they made the same spikes.
 *
 * <p>It is the SHA-256 of one line {@code step population neuron} for each spike (numbers in
 * decimal, one blank between, a line feed at the end), sorted by step, then by population's name,
 * then by neuron. Spikes may come in any order within a step, so engines that work through neurons
 * in another order, or on several threads, agree.
 */
public final class SpikeFingerprint {

  private final MessageDigest digest = sha256();
  private final List<Spike> ofThisStep = new ArrayList<>();
  private long step;
  private long count;

  private record Spike(String population, int neuron) implements Comparable<Spike> {
    @Override
    public int compareTo(Spike o) {
      int byName = population.compareTo(o.population);
      return byName != 0 ? byName : Integer.compare(neuron, o.neuron);
    }
  }

  /**
   * One spike.
   *
   * @param when number of its step, never less than that of the spike before
   */
  public void add(long when, String population, int neuron) {
    if (when < step) {
      throw new IllegalStateException("a spike of step " + when + " after one of step " + step);
    }
    if (when > step) {
      flush();
      step = when;
    }
    ofThisStep.add(new Spike(population, neuron));
  }

  private void flush() {
    Collections.sort(ofThisStep);
    for (Spike spike : ofThisStep) {
      String line = step + " " + spike.population() + " " + spike.neuron() + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    count += ofThisStep.size();
    ofThisStep.clear();
  }

  /** {@code N sha256:…}; the last call. */
  public String end() {
    flush();
    return count + " sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
