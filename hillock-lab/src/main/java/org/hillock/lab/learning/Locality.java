package org.hillock.lab.learning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Whether what a synapse learns depends on anything far off. Counted are only synapses that learn
 * and of which both neurons do exactly what they did before; far off is what is neither one of
 * these two neurons nor a weight that begins or ends at one of them.
 *
 * @param weightBeside a far-off weight onto another neuron of the same population was halved
 * @param weightBeyond a weight onto any other population
 * @param activityBeside another neuron of the same population was made to answer more weakly
 * @param activityBeyond a neuron of any other population
 * @param label the images got other labels; where labels are shown to the network, nobody hears
 *     them, so that activity stays what it was
 * @param control one of the synapse's own two neurons was made to answer more weakly: an instrument
 *     that sees no change here is blind
 * @param images shown in each update
 * @param seen images learnt from before
 * @param updates made
 * @param weights what each of the weights that were halved came to, beside and beyond together
 * @param activities the same of the neurons that were made to answer more weakly
 */
public record Locality(
    Reach weightBeside,
    Reach weightBeyond,
    Reach activityBeside,
    Reach activityBeyond,
    Reach label,
    Reach control,
    int images,
    int seen,
    int updates,
    List<Change> weights,
    List<Change> activities) {

  public Locality {
    weights = List.copyOf(weights);
    activities = List.copyOf(activities);
  }

  /**
   * What one thing changed far off came to.
   *
   * @param counted synapses that could tell
   * @param changed of these, those whose update changed
   */
  public record Change(long counted, long changed) {

    /** What came since. */
    Change since(Change before) {
      return new Change(counted - before.counted, changed - before.changed);
    }

    Change and(Change other) {
      return new Change(counted + other.counted, changed + other.changed);
    }
  }

  /**
   * Measures it for a lesson.
   *
   * @param thorough how many weights of each projection and neurons of each population are changed
   */
  public static Measured measure(Lesson lesson, int thorough) {
    return new LocalityExperiment(lesson, thorough).measure();
  }

  /** What a measurement gave. */
  public sealed interface Measured {
    /** It worked. */
    record Seen(Locality locality) implements Measured {}

    /**
     * It could not be done.
     *
     * @param because a sentence that begins with this word
     */
    record Unseen(String because) implements Measured {}
  }

  /** Synapses that a far-off weight reached, of those that could tell. */
  public OptionalDouble weight() {
    return share(weightBeside, weightBeyond);
  }

  /** Synapses that a far-off activity reached. */
  public OptionalDouble activity() {
    return share(activityBeside, activityBeyond);
  }

  /** Synapses that the label reached. */
  public OptionalDouble labels() {
    return share(label);
  }

  /** The shares that could be measured: of weight, activity and label, in this order. */
  public List<Double> shares() {
    return Stream.of(weight(), activity(), labels())
        .filter(OptionalDouble::isPresent)
        .map(OptionalDouble::getAsDouble)
        .toList();
  }

  private static OptionalDouble share(Reach... parts) {
    long counted = Stream.of(parts).mapToLong(Reach::counted).sum();
    long changed = Stream.of(parts).mapToLong(Reach::changed).sum();
    return counted == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) changed / counted);
  }

  /** The reaches by name, those that no synapse could tell left out. */
  public List<Named> named() {
    return Stream.of(
            new Named("far_weight_beside", weightBeside),
            new Named("far_weight_beyond", weightBeyond),
            new Named("far_activity_beside", activityBeside),
            new Named("far_activity_beyond", activityBeyond),
            new Named("label", label),
            new Named("control_own_side", control))
        .filter(n -> n.reach().counted() > 0)
        .toList();
  }

  /** A reach with its name. */
  public record Named(String name, Reach reach) {}

  /** Why nothing is known; empty where the control saw a change and anything could be counted. */
  Optional<String> blind() {
    if (control.counted() == 0 || control.changed() == 0) {
      return Optional.of(
          "because not even a change of a synapse's own neurons changed what it learnt");
    }
    return shares().isEmpty()
        ? Optional.of("because no synapse learnt while its own two neurons stood still")
        : Optional.empty();
  }
}
