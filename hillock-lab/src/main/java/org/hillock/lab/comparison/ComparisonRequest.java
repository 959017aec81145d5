package org.hillock.lab.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.network.Network;
import org.hillock.core.network.Provenance;
import org.hillock.core.problem.UsageException;
import org.hillock.lab.decide.Respondent;
import org.hillock.lab.representation.Representations;
import org.hillock.lab.wiring.ShuffledWiring;

/**
 * What to compare.
 *
 * @param title of the comparison
 * @param asked the user's own networks, as read, and graphs as they stand; empty for the built-in
 *     ones
 * @param data where the splits come from
 * @param seed of everything
 * @param quick fewer splits, shorter training, smaller samples
 * @param recorded dissimilarities between the labels, such as a brain's, that representations are
 *     held against
 * @param command that repeats it, shown in the report
 */
public record ComparisonRequest(
    String title,
    List<Respondent> asked,
    Source data,
    long seed,
    boolean quick,
    Optional<Representations.Recorded> recorded,
    String command) {

  public ComparisonRequest {
    asked = List.copyOf(asked);
  }

  /**
   * The same, each network with its control behind it: the same neurons with their wiring shuffled,
   * degrees and signs kept.
   *
   * @throws org.hillock.core.problem.UsageException where the wiring of one cannot be shuffled
   */
  public ComparisonRequest withShuffled() {
    List<Respondent> controlled = new ArrayList<>();
    for (Respondent one : asked) {
      Network network = one.network();
      if (one instanceof Respondent.AsItStands) {
        throw new UsageException(
            "'"
                + network.name()
                + "' is measured as it stands: it has nodes and no synapses whose wiring could be"
                + " shuffled");
      }
      controlled.add(one);
      Provenance before = network.provenance();
      Provenance control =
          new Provenance(
              "Control: the neurons of '"
                  + network.name()
                  + "' with their wiring shuffled; each sends and receives as many synapses of"
                  + " either sign as before",
              before.doi(),
              before.history());
      controlled.add(
          new Respondent.Described(
              ShuffledWiring.of(network, seed, 0)
                  .withProvenance(control.then("wiring shuffled, seed " + seed))));
    }
    return new ComparisonRequest(title, controlled, data, seed, quick, recorded, command);
  }

  /** Networks that are described, beside nothing that was recorded. */
  public ComparisonRequest(
      String title, List<Network> networks, Source data, long seed, boolean quick, String command) {
    this(
        title,
        networks.stream().<Respondent>map(Respondent.Described::new).toList(),
        data,
        seed,
        quick,
        Optional.empty(),
        command);
  }

  /** Where splits come from. */
  public sealed interface Source {
    /** One set, parted anew for each split: stratified, 80 % to learn from. */
    record Whole(Dataset data) implements Source {}

    /** None: the networks decide nothing; they are left alone and asked from outside. */
    record None() implements Source {}

    /** Parted by its makers. */
    record Official(Split split) implements Source {}
  }
}
