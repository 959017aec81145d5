package org.hillock.spiking.lowered;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hillock.spiking.kernel.Acts;

/** What the interventions that now hold do to each neuron of a population. */
public final class Effects {

  /** What it sends is withheld. */
  public final boolean[] outputsSilent;

  /** What arrives does not reach it. */
  public final boolean[] inputsSilent;

  /** Its {@code v} or {@code value} is held at {@link #heldAt}. */
  public final boolean[] held;

  public final double[] heldAt;

  /** Added to its bias, in the unit of the bias. */
  public final double[] stimulus;

  /** By site, what is done at places of cells with parts: held potentials and currents. */
  public final Map<String, Effects> places = new TreeMap<>();

  public Effects(int size) {
    outputsSilent = new boolean[size];
    inputsSilent = new boolean[size];
    held = new boolean[size];
    heldAt = new double[size];
    stimulus = new double[size];
  }

  /** Ends them all. */
  public void clear() {
    Arrays.fill(outputsSilent, false);
    Arrays.fill(inputsSilent, false);
    Arrays.fill(held, false);
    Arrays.fill(stimulus, 0);
    places.clear();
  }

  /** What is done at a site of cells with parts; to be written. */
  public Effects at(String site) {
    return places.computeIfAbsent(site, _ -> new Effects(held.length));
  }

  /** What is done to some cells with parts. */
  public Acts ofParted(int first, int count) {
    List<Acts.AtPlace> at = new ArrayList<>();
    places.forEach((site, e) -> at.add(new Acts.AtPlace(site, e.held, e.heldAt, e.stimulus)));
    double[] none = new double[0];
    return new Acts(first, count, inputsSilent, held, heldAt, stimulus, none, none, at);
  }
}
