package org.hillock.lab.scene;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a scene gave.
 *
 * @param scene its name
 * @param numbers all that was measured, each told or shown somewhere
 * @param claims what had to be so, at least one of each kind
 * @param pictures in the order of telling
 */
public record SceneResult(
    String scene, List<Finding> numbers, List<Claim> claims, List<Picture> pictures) {

  /** What came out. */
  public enum Verdict {
    /** All that the claim predicts is so. */
    HOLDS,
    /** Some of it. */
    HOLDS_IN_PART,
    /** Nothing of it. */
    DOES_NOT_HOLD,
    /** A control did not do what it must: the experiment tells nothing. */
    NOT_SHOWN
  }

  public SceneResult {
    numbers = List.copyOf(numbers);
    claims = List.copyOf(claims);
    pictures = List.copyOf(pictures);
    Set<String> known = new HashSet<>();
    for (Finding finding : numbers) {
      if (!known.add(finding.id())) {
        throw new IllegalArgumentException(scene + ": number '" + finding.id() + "' twice");
      }
    }
    for (Claim claim : claims) {
      if (!known.contains(claim.number())) {
        throw new IllegalArgumentException(
            scene + ": claim '" + claim.id() + "' asks for '" + claim.number() + "'");
      }
    }
  }

  /** What is to be said of the popular claim. */
  public Verdict verdict() {
    if (claims.stream().anyMatch(c -> c.kind() == Claim.Kind.CONTROL && !c.holds())) {
      return Verdict.NOT_SHOWN;
    }
    List<Claim> popular = claims.stream().filter(c -> c.kind() == Claim.Kind.CLAIM).toList();
    long so = popular.stream().filter(Claim::holds).count();
    if (so == popular.size()) {
      return Verdict.HOLDS;
    }
    return so == 0 ? Verdict.DOES_NOT_HOLD : Verdict.HOLDS_IN_PART;
  }

  /**
   * A number by its name.
   *
   * @throws IllegalArgumentException where there is none
   */
  public Finding number(String id) {
    return numbers.stream()
        .filter(n -> n.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no number '" + id + "'"));
  }

  /**
   * A claim by its name.
   *
   * @throws IllegalArgumentException where there is none
   */
  public Claim claim(String id) {
    return claims.stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no claim '" + id + "'"));
  }
}
