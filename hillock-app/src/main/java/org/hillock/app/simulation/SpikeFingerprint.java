package org.hillock.app.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * A short text that two runs share exactly when they made the same spikes.
 *
 * <p>It is the SHA-256 of one line {@code step population neuron} for each spike (numbers in
 * decimal, one blank between, a line feed at the end), sorted by step, then by population's name,
 * then by neuron. Spikes may come in any order within a step, so engines that work through neurons
 * in another order, or on several threads, agree.
 *
 * <p>It stands in the path of every spike of a run, so a spike is a number in an array until its
 * step is over, and the lines are written as bytes, without objects.
 */
public final class SpikeFingerprint {

  private static final int CHUNK = 1 << 16;

  /** No number has more. */
  private static final int MOST_DIGITS = 20;

  private final MessageDigest digest = sha256();
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Lane> byName = new ArrayList<>();

  /** The spikes of this step: place of the lane in {@link #lanes}, then neuron. */
  private long[] ofThisStep = new long[1024];

  private int pending;
  private long step;
  private long count;

  private final byte[] lines = new byte[CHUNK];
  private int filled;
  private final byte[] stepDigits = new byte[MOST_DIGITS];
  private int stepLength;

  /** Takes the spikes of one population. */
  public final class Lane {
    private final String population;
    private final byte[] name;
    private final long place;
    private long rank;

    private Lane(String population, long place) {
      this.population = population;
      this.place = place;
      name = (" " + population + " ").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * One spike.
     *
     * @param when number of its step, never less than that of the spike before, of any lane
     * @param neuron number within the population, from 0
     */
    public void add(long when, int neuron) {
      if (when != step) {
        begin(when);
      }
      if (pending == ofThisStep.length) {
        ofThisStep = Arrays.copyOf(ofThisStep, Math.multiplyExact(pending, 2));
      }
      ofThisStep[pending++] = place << Integer.SIZE | neuron;
    }
  }

  /** Where the spikes of a population go; each population has one. */
  public Lane lane(String population) {
    for (Lane lane : lanes) {
      if (lane.population.equals(population)) {
        return lane;
      }
    }
    Lane added = new Lane(population, lanes.size());
    lanes.add(added);
    byName.add(added);
    byName.sort(Comparator.comparing(lane -> lane.population));
    for (int rank = 0; rank < byName.size(); rank++) {
      byName.get(rank).rank = rank;
    }
    return added;
  }

  private void begin(long when) {
    if (when < step) {
      throw new IllegalStateException("a spike of step " + when + " after one of step " + step);
    }
    writeStep();
    step = when;
  }

  private void writeStep() {
    sort();
    stepLength = writeNumber(step, stepDigits, 0);
    for (int k = 0; k < pending; k++) {
      writeLine(byName.get((int) (ofThisStep[k] >>> Integer.SIZE)).name, (int) ofThisStep[k]);
    }
    count += pending;
    pending = 0;
  }

  /** Sorts by rank of the population's name, which takes the place of its lane, then by neuron. */
  private void sort() {
    for (int k = 0; k < pending; k++) {
      long spike = ofThisStep[k];
      long rank = lanes.get((int) (spike >>> Integer.SIZE)).rank;
      ofThisStep[k] = rank << Integer.SIZE | (int) spike;
    }
    Arrays.sort(ofThisStep, 0, pending);
  }

  private void writeLine(byte[] name, int neuron) {
    if (filled + name.length + 2 * MOST_DIGITS > lines.length) {
      digest.update(lines, 0, filled);
      filled = 0;
    }
    System.arraycopy(stepDigits, 0, lines, filled, stepLength);
    filled += stepLength;
    System.arraycopy(name, 0, lines, filled, name.length);
    filled = writeNumber(neuron, lines, filled + name.length);
    lines[filled++] = '\n';
  }

  /** Writes a number that is not negative in decimal; gives the place behind it. */
  private static int writeNumber(long number, byte[] into, int at) {
    int end = at + 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      end++;
    }
    long rest = number;
    for (int digit = end - 1; digit >= at; digit--) {
      into[digit] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return end;
  }

  /** {@code N sha256:…}; the last call. */
  public String end() {
    writeStep();
    digest.update(lines, 0, filled);
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
