package org.hillock.lab.patch;

import java.util.List;

/**
 * What patching each of several sites does to a target.
 *
 * @param target in words
 * @param unit of the target
 * @param inA the target in the run on input A
 * @param inB the target in the run on input B
 * @param patches one for each site, in the order asked for
 * @param runs how many runs it took
 */
public record CausalMap(
    String target, String unit, double inA, double inB, List<Patch> patches, int runs) {

  /**
   * One site.
   *
   * @param site whose activity was put in
   * @param population that it belongs to
   * @param neurons of it
   * @param differing of them, those whose activity differs between the two runs
   * @param value of the target in the run on A with this site as it is under B
   * @param share of the way from A to B that this makes: 0 nothing, 1 all of it; {@link Double#NaN}
   *     where the target is the same in both
   */
  public record Patch(
      String site, String population, int[] neurons, int differing, double value, double share) {}

  public CausalMap {
    patches = List.copyOf(patches);
  }
}
