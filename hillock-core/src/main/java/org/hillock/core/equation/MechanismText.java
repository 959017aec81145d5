package org.hillock.core.equation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/**
 * What stands in a membrane, as a text describes it: a channel, the ions below the membrane, or a
 * receptor at a place.
 *
 * @param name of the mechanism
 * @param about in a sentence or two; may be empty
 * @param doi of the paper it comes from, or empty
 * @param parameters in the order of the text
 * @param ions that it deals with
 * @param currents outward above 0: per area in a channel, whole in a receptor; each is a definition
 *     of the equations
 * @param surroundings what it reads of the place where it stands, in the order of {@link
 *     Surrounding}
 * @param receptors the names under which spikes arrive, in the order of the text
 * @param equations checked; initial values may read the surroundings, and definitions that need no
 *     state
 */
public record MechanismText(
    String name,
    Kind kind,
    String about,
    String doi,
    List<NeuronText.Parameter> parameters,
    List<String> ions,
    List<Current> currents,
    List<Surrounding> surroundings,
    List<NeuronText.Receptor> receptors,
    NeuronEquations equations) {

  public MechanismText {
    parameters = List.copyOf(parameters);
    ions = List.copyOf(ions);
    currents = List.copyOf(currents);
    surroundings = List.copyOf(surroundings);
    receptors = List.copyOf(receptors);
  }

  /** What a text describes. */
  public enum Kind {
    /** Lets a current pass through each part of the membrane, per area. */
    CHANNEL,
    /** Keeps count of an ion below the membrane. */
    POOL,
    /** Lets a current pass at one place, when spikes arrive. */
    RECEPTOR;

    /** As it is written. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A current.
   *
   * @param ion that carries it; empty where none of the cell's does
   * @param definition its name among the definitions
   */
  public record Current(Optional<String> ion, String definition) {}

  /**
   * Something of its place that a mechanism reads.
   *
   * @param name as the text writes it
   * @param quantity which
   * @param ion whose, where it is one of an ion
   */
  public record Surrounding(String name, Quantity quantity, Optional<String> ion) {

    /** Which quantity of a place. */
    public enum Quantity {
      /** Potential of the membrane. */
      POTENTIAL(Unit.MV),
      /** Temperature in degrees Celsius, a plain number. */
      CELSIUS(Unit.NONE),
      /** R·T/F. */
      THERMAL_VOLTAGE(Unit.MV),
      /** Charge of a mole of electrons. */
      FARADAY(Unit.parse("C/mol")),
      /** Of the section. */
      DIAMETER(Unit.parse("um")),
      /** Nernst's potential of an ion. */
      REVERSAL(Unit.MV),
      /** Concentration of an ion in the cell. */
      INSIDE(Unit.parse("mM")),
      /** Concentration of an ion outside. */
      OUTSIDE(Unit.parse("mM")),
      /** What the channels let pass of an ion, per area, outward above 0; only pools read it. */
      ION_CURRENT(Unit.parse("pA/um^2"));

      private final Unit unit;

      Quantity(Unit unit) {
        this.unit = unit;
      }

      /** Coherent, but for {@link #FARADAY}. */
      public Unit unit() {
        return unit;
      }
    }
  }

  /** The parameter of that name. */
  public Optional<NeuronText.Parameter> parameter(String wanted) {
    return parameters.stream().filter(p -> p.name().equals(wanted)).findFirst();
  }

  /** The standard value of a parameter. */
  public Quantity standard(String parameter) {
    return parameter(parameter).orElseThrow().standard();
  }

  /**
   * Reads a text that names its mechanism.
   *
   * @param source how messages name the text, such as its file
   * @throws UsageException with source, line and what is wrong
   */
  public static MechanismText read(String source, String text) {
    return MechanismChecker.check(source, text);
  }
}
