package org.hillock.lab.scene.chance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.session.SiteRef;
import org.hillock.lab.axis.noise.Repeats;
import org.hillock.lab.decide.DecisionTiming;
import org.hillock.lab.decide.Responder;
import org.hillock.lab.decide.SpikeTimes;

/**
 * What circuits side by side decided.
 *
 * @param answers of each circuit: 0 or 1, for the one that fired more often; where equal, the one
 *     with the higher potential, else the first
 * @param counts spikes of the two cells of each circuit, [cell][circuit]
 * @param timesMs of all spikes of the deciding cells
 * @param cells which fired, for each spike
 */
public record Choices(int[] answers, double[][] counts, double[] timesMs, int[] cells) {

  private static final String CHOICE = "choice";

  /** Lets circuits decide once. */
  public static Choices of(Network network, float[] evidence, long seed, long trial) {
    try (Responder responder = Responder.open(network, DecisionTiming.of(network), seed)) {
      SpikeTimes spikes = SpikeTimes.attach(responder);
      double[] rates =
          responder.activities(new float[][] {evidence}, Optional.empty(), List.of(CHOICE), trial)
              .of(CHOICE)[0];
      double[] potential =
          responder.session().read(responder.session().bind(SiteRef.of(CHOICE, "v")))[0];
      int circuits = rates.length / 2;
      int[] answers = new int[circuits];
      double[][] counts = new double[2][circuits];
      double window = responder.timing().windowMs();
      for (int c = 0; c < circuits; c++) {
        counts[0][c] = Math.rint(rates[2 * c] * window);
        counts[1][c] = Math.rint(rates[2 * c + 1] * window);
        boolean second =
            counts[1][c] > counts[0][c]
                || counts[1][c] == counts[0][c] && potential[2 * c + 1] > potential[2 * c];
        answers[c] = second ? 1 : 0;
      }
      return new Choices(answers, counts, spikes.times(CHOICE), spikes.neurons(CHOICE));
    }
  }

  /** Entropy of the decisions in bits. */
  public double entropy() {
    return Repeats.entropy(answers, 2);
  }

  /** Share of the circuits that decided for the first. */
  public double first() {
    return (double) Arrays.stream(answers).filter(a -> a == 0).count() / answers.length;
  }

  /** Fano factor of the counts, mean over both cells; 0 where neither fired. */
  public double fano() {
    return Arrays.stream(counts)
        .mapToDouble(Repeats::fano)
        .filter(Double::isFinite)
        .average()
        .orElse(0);
  }

  /** Whether the spikes are the same to the bit. */
  public boolean same(Choices other) {
    return Arrays.equals(timesMs, other.timesMs) && Arrays.equals(cells, other.cells);
  }
}
