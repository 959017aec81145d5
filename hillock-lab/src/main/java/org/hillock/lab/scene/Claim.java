package org.hillock.lab.scene;

/**
 * What must be so for a scene to say what it says: a number of the scene against a threshold that
 * was set before.
 *
 * @param id unique in the scene; its sentence stands in the texts, under {@code claim.ID}
 * @param kind whether it speaks for the popular claim or for the experiment being able to tell
 * @param number id of the finding
 * @param value of that finding
 * @param relation to the threshold
 * @param threshold in the unit of the finding
 */
public record Claim(
    String id, Kind kind, String number, double value, Relation relation, double threshold) {

  /** What it speaks for. */
  public enum Kind {
    /** The popular claim predicts it; where it is not so, the claim is refuted. */
    CLAIM,
    /**
     * Where it is not so, the experiment shows nothing: the control, or the method against theory.
     */
    CONTROL
  }

  /** How the value must lie. */
  public enum Relation {
    ABOVE(">"),
    BELOW("<");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  /** A finding that the popular claim predicts above a threshold. */
  public static Claim above(String id, Finding finding, double threshold) {
    return new Claim(id, Kind.CLAIM, finding.id(), finding.value(), Relation.ABOVE, threshold);
  }

  /** A finding that the popular claim predicts below a threshold. */
  public static Claim below(String id, Finding finding, double threshold) {
    return new Claim(id, Kind.CLAIM, finding.id(), finding.value(), Relation.BELOW, threshold);
  }

  /** The same as a condition on the control. */
  public Claim ofControl() {
    return new Claim(id, Kind.CONTROL, number, value, relation, threshold);
  }

  /** Whether it is so; never where there is no value. */
  public boolean holds() {
    return switch (relation) {
      case ABOVE -> value > threshold;
      case BELOW -> value < threshold;
    };
  }
}
