package org.hillock.lab.scene.senses;

import java.util.Arrays;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.Shape;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;
import org.hillock.core.training.Progress;
import org.hillock.lab.axis.shares.DecisionShares;
import org.hillock.lab.axis.shares.InputGroups;
import org.hillock.lab.bench.Exposure;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.why.Cause;
import org.hillock.lab.why.Question;
import org.hillock.lab.why.Why;

/**
 * The two tasters as logistic units, asked on the engine for deep networks.
 *
 * @param offFormula largest difference of a probability from the formula
 * @param minted mean probability of "delicious" where the dishes are mint chocolate, in the first
 *     taster
 * @param mintElsewhere largest difference that the synapses for mint chocolate make to dishes that
 *     are none
 * @param gourmetShares share of each input in the first taster's decisions
 * @param onlookerShares the same of the second
 * @param gourmetTerms what the sum of the first taster's verdict is made of for an everyday dish:
 *     four senses and the bias
 * @param onlookerTerms the same of the second
 * @param mintTerms the same of the first for mint chocolate
 * @param offTerms largest difference of these from weight times intensity
 */
record TastersCompared(
    double offFormula,
    double minted,
    double mintElsewhere,
    double[] gourmetShares,
    double[] onlookerShares,
    double[] gourmetTerms,
    double[] onlookerTerms,
    double[] mintTerms,
    double offTerms) {

  /** All sets of six inputs. */
  private static final int ALL_SETS = 1 << Dishes.INPUTS;

  static TastersCompared of(float[][] dishes, long seed) {
    Taster gourmet = Taster.gourmet();
    Taster onlooker = Taster.onlooker();
    double[] plain = probabilities(gourmet, dishes, seed);
    double[] without = probabilities(gourmet.withoutMint(), dishes, seed);
    float[][] mint = Arrays.stream(dishes).map(Dishes::minty).toArray(float[][]::new);
    double[] minted = probabilities(gourmet, mint, seed);
    double off = 0;
    double elsewhere = 0;
    for (int i = 0; i < dishes.length; i++) {
      off = Math.max(off, Math.abs(plain[i] - gourmet.probability(dishes[i])));
      off = Math.max(off, Math.abs(minted[i] - gourmet.probability(mint[i])));
      elsewhere = Math.max(elsewhere, Math.abs(plain[i] - without[i]));
    }
    float[] everyday = Dishes.even(1);
    double[] first = terms(gourmet, everyday, seed);
    double[] second = terms(onlooker, everyday, seed);
    double[] third = terms(gourmet, Dishes.minty(everyday), seed);
    double offTerms =
        Math.max(
            Math.max(offTerms(gourmet, everyday, first), offTerms(onlooker, everyday, second)),
            offTerms(gourmet, Dishes.minty(everyday), third));
    return new TastersCompared(
        off,
        Arrays.stream(minted).average().orElseThrow(),
        elsewhere,
        shares(gourmet, dishes, seed),
        shares(onlooker, dishes, seed),
        first,
        second,
        third,
        offTerms);
  }

  private static double[] probabilities(Taster taster, float[][] dishes, long seed) {
    try (Classifier classifier = Classifier.open(TasterNetworks.logistic(taster), seed)) {
      return Arrays.stream(classifier.scores(dishes, 0)).mapToDouble(s -> s[1]).toArray();
    }
  }

  /** Mean share of each input in the decisions about dishes, beside an everyday one. */
  private static double[] shares(Taster taster, float[][] dishes, long seed) {
    InputGroups inputs = InputGroups.of(Shape.of(1, Dishes.INPUTS, 1));
    double[] mean = new double[Dishes.INPUTS];
    try (Classifier classifier = Classifier.open(TasterNetworks.logistic(taster), seed)) {
      for (int i = 0; i < dishes.length; i++) {
        double[] parts =
            DecisionShares.of(
                    classifier, true, inputs, dishes[i], Dishes.even(1), ALL_SETS, seed, 2L * i)
                .parts();
        for (int k = 0; k < mean.length; k++) {
          mean[k] += parts[k] / dishes.length;
        }
      }
    }
    return mean;
  }

  /** What the verdict's sum is made of, as the verb <i>why</i> tells it. */
  private static double[] terms(Taster taster, float[] dish, long seed) {
    Network network = TasterNetworks.logistic(taster);
    double[] terms = new double[Taster.RELAYED.length + 1];
    for (Cause cause :
        Why.ask(
                Exposure.of(
                    network, Optional.of(dish), Optional.empty(), SessionOptions.seeded(seed)),
                Question.of(SiteRef.parse("verdict[1]")).within(1, 0),
                Progress.NONE)
            .explanation()
            .causes()) {
      Term term = cause.term();
      if (term.source().isPresent()) {
        terms[term.source().get().neurons().getFirst().first()] += cause.contribution();
      } else {
        terms[Taster.RELAYED.length] += cause.contribution();
      }
    }
    return terms;
  }

  private static double offTerms(Taster taster, float[] dish, double[] terms) {
    double off = Math.abs(terms[Taster.RELAYED.length] - taster.bias());
    for (int r = 0; r < Taster.RELAYED.length; r++) {
      int sense = Taster.RELAYED[r];
      double level = Math.max(0, dish[sense] + taster.mint()[r] * dish[Taster.SENSES.size()]);
      off = Math.max(off, Math.abs(terms[r] - taster.weights()[sense] * level));
    }
    return off;
  }
}
