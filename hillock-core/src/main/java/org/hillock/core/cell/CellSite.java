package org.hillock.core.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.equation.MechanismText;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;

/**
 * Something that can be recorded of a cell, or acted on: {@code v} is the potential in the middle
 * of its root, {@code dend[2](0.5).v} that of another place; {@code dend[2](0.5).ca_in} the
 * concentration of an ion there, {@code soma.na-hh.m} a state of a mechanism, {@code soma.na-hh.i}
 * its current, outward above 0: per area for a channel, whole for a receptor.
 *
 * @param place on the tree
 * @param mechanism whose it is; empty for the potential and for concentrations
 * @param name {@code v}, {@code ca_in}, a state, or {@code i}
 * @param unit of its values
 * @param meaning in a few words
 */
public record CellSite(
    Place place, Optional<String> mechanism, String name, Unit unit, String meaning) {

  /** The potential. */
  public static final String POTENTIAL = "v";

  /** The current of a mechanism. */
  public static final String CURRENT = "i";

  private static final String INSIDE = "_in";

  /**
   * Finds it in a cell.
   *
   * @throws UsageException where there is no such place, or nothing of that name there
   */
  public static CellSite of(Cell cell, String text) {
    if (text.equals(POTENTIAL)) {
      return potential(cell.bodyPlace());
    }
    String path = "site '" + text + "'";
    int end = text.indexOf(')');
    int dot = text.indexOf('.', Math.max(0, end));
    if (dot < 0) {
      throw new UsageException(
          path
              + ": a cell has 'spikes', 'v', and what stands at its places, such as"
              + " dend[2](0.5).v");
    }
    Place place = Place.parse(path, text.substring(0, dot));
    int section = cell.morphology().number(path, place.section());
    String[] parts = text.substring(dot + 1).split("\\.", -1);
    if (parts.length == 1 && parts[0].equals(POTENTIAL)) {
      return potential(place);
    }
    List<MechanismText> here = cell.mechanismsIn(section);
    return parts.length == 1
        ? concentration(path, place, here, parts[0])
        : ofMechanism(path, place, here, parts);
  }

  private static CellSite potential(Place place) {
    return new CellSite(
        place, Optional.empty(), POTENTIAL, Unit.MV, "potential of the membrane at " + place);
  }

  private static CellSite concentration(
      String path, Place place, List<MechanismText> here, String name) {
    List<String> known = new ArrayList<>(List.of(POTENTIAL));
    for (MechanismText m : here) {
      if (m.kind() == MechanismText.Kind.POOL) {
        String inside = m.ions().getFirst() + INSIDE;
        known.add(inside);
        if (inside.equals(name)) {
          return new CellSite(
              place,
              Optional.empty(),
              name,
              Unit.parse("mM"),
              m.ions().getFirst() + " inside at " + place);
        }
      }
    }
    here.forEach(m -> known.add(m.name() + "." + CURRENT));
    throw new UsageException(
        path + ": there is no '" + name + "' at " + place + "; " + NearestName.hint(name, known));
  }

  private static CellSite ofMechanism(
      String path, Place place, List<MechanismText> here, String[] parts) {
    MechanismText mechanism =
        here.stream()
            .filter(m -> m.name().equals(parts[0]))
            .findFirst()
            .orElseThrow(() ->
                new UsageException(
                    path
                        + ": no '"
                        + parts[0]
                        + "' stands at "
                        + place
                        + "; "
                        + NearestName.hint(
                            parts[0], here.stream().map(MechanismText::name).toList())));
    List<String> known = new ArrayList<>();
    for (NeuronEquations.State s : mechanism.equations().states()) {
      known.add(s.name());
      if (parts.length == 2 && s.name().equals(parts[1])) {
        return new CellSite(place, Optional.of(parts[0]), s.name(), s.unit(), s.meaning());
      }
    }
    boolean flows = mechanism.kind() != MechanismText.Kind.POOL;
    if (flows && parts.length == 2 && parts[1].equals(CURRENT)) {
      boolean whole = mechanism.kind() == MechanismText.Kind.RECEPTOR;
      return new CellSite(
          place,
          Optional.of(parts[0]),
          CURRENT,
          whole ? Unit.PA : Unit.parse("pA/um^2"),
          "current of " + parts[0] + ", outward above 0");
    }
    if (flows) {
      known.add(CURRENT);
    }
    throw new UsageException(
        path
            + ": '"
            + parts[0]
            + "' has no '"
            + String.join(".", List.of(parts).subList(1, parts.length))
            + "'; "
            + NearestName.hint(parts[1], known));
  }
}
