package org.hillock.lab.analysis;

import java.util.List;
import java.util.Optional;

/**
 * What was asked about a network, and the answers.
 *
 * @param network its name
 * @param lengthMs of the run; not a number without time
 * @param fromMs what came before is left out of the signs
 * @param populations the first numbers of each
 * @param trials where more than one was asked for
 * @param curve where one was asked for
 * @param plane where one was asked for
 * @param tuning where it was asked for
 * @param fields where they were asked for
 */
public record Analysis(
    String network,
    double lengthMs,
    double fromMs,
    List<PopulationSigns> populations,
    Optional<Trials> trials,
    Optional<CurrentCurve> curve,
    Optional<PhasePlane> plane,
    Optional<Tuning> tuning,
    Optional<Fields> fields) {

  public Analysis {
    populations = List.copyOf(populations);
  }
}
