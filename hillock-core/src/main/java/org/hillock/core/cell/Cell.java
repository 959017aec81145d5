package org.hillock.core.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.equation.MechanismText;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * A nerve cell with its parts: its tree, what stands in its membranes, and where spikes come in and
 * go out. Immutable, and checked as far as that can be done without cutting it.
 *
 * @param name of the kind of cell
 * @param morphology its tree
 * @param temperature of all of it
 * @param initialMv potential everywhere at the start, in mV
 * @param membranes by region; where regions overlap the later one holds. Where none is, {@link
 *     Membrane#CAPACITANCE} and {@link Membrane#AXIAL}
 * @param ions on both sides of its membranes
 * @param inserted channels and pools
 * @param synapses receptors at places
 * @param gaps places of electrical synapses
 * @param output where its spikes are seen
 * @param grid how finely it is cut
 * @param about what it is, in a sentence or two; may be empty
 * @param notes what was corrected or assumed as it was read, each a sentence
 */
public record Cell(
    String name,
    Morphology morphology,
    Temperature temperature,
    double initialMv,
    List<Membrane> membranes,
    List<CellIon> ions,
    List<Inserted> inserted,
    List<SynapseSite> synapses,
    List<GapJunction> gaps,
    SpikeOutput output,
    GridRule grid,
    String about,
    List<String> notes) {

  public Cell {
    notes = List.copyOf(notes);
    membranes = List.copyOf(membranes);
    ions = List.copyOf(ions);
    inserted = List.copyOf(inserted);
    synapses = List.copyOf(synapses);
    gaps = List.copyOf(gaps);
    if (!(Math.abs(initialMv) <= 200)) {
      throw new UsageException("initial", initialMv + " mV is not in -200..200 mV");
    }
    membranes.forEach(m -> morphology.region("membrane." + m.region(), m.region()));
    grid.segments().forEach((region, _) -> morphology.region("grid.segments." + region, region));
    inserted.forEach(i -> morphology.region(i.path(), i.region()));
    checkIons(ions, inserted, synapses);
    checkPools(morphology, inserted);
    checkSynapses(morphology, synapses, gaps);
    morphology.number("spike.at", output.place().section());
  }

  private static void checkIons(
      List<CellIon> ions, List<Inserted> inserted, List<SynapseSite> synapses) {
    Set<String> known = new HashSet<>();
    for (CellIon ion : ions) {
      if (!known.add(ion.ion().name())) {
        throw new UsageException("ions." + ion.ion().name(), "stands twice");
      }
    }
    inserted.forEach(i -> checkIons(i.path(), i.mechanism(), known));
    synapses.forEach(s -> checkIons(s.path(), s.mechanism(), known));
  }

  private static void checkIons(String path, MechanismText mechanism, Set<String> known) {
    for (String ion : mechanism.ions()) {
      if (!known.contains(ion)) {
        throw new UsageException(
            path,
            "'"
                + mechanism.name()
                + "' deals with ion '"
                + ion
                + "', which the cell does not have; "
                + NearestName.hint(ion, known));
      }
    }
  }

  /** At most one pool of an ion, and one channel of a name, stand in a section. */
  private static void checkPools(Morphology morphology, List<Inserted> inserted) {
    Map<String, String> taken = new HashMap<>();
    for (Inserted i : inserted) {
      MechanismText m = i.mechanism();
      String what =
          m.kind() == MechanismText.Kind.POOL ? "pool of " + m.ions().getFirst() : m.name();
      for (int section : morphology.region(i.path(), i.region())) {
        String before = taken.putIfAbsent(what + " " + section, i.path());
        if (before != null) {
          throw new UsageException(
              i.path(),
              "'"
                  + m.name()
                  + "' stands in "
                  + morphology.section(section).name()
                  + " already, by "
                  + before);
        }
      }
    }
  }

  private static void checkSynapses(
      Morphology morphology, List<SynapseSite> synapses, List<GapJunction> gaps) {
    Set<String> names = new HashSet<>();
    for (SynapseSite site : synapses) {
      if (!names.add(site.name())) {
        throw new UsageException(site.path(), "receptor '" + site.name() + "' stands twice");
      }
      site.places().forEach(place -> morphology.number(site.path() + ".at", place.section()));
    }
    for (GapJunction gap : gaps) {
      if (!names.add(gap.name())) {
        throw new UsageException(gap.path(), "receptor '" + gap.name() + "' stands twice");
      }
      morphology.number(gap.path() + ".at", gap.place().section());
    }
  }

  /** The same cell, cut otherwise. */
  public Cell with(GridRule rule) {
    return new Cell(
        name,
        morphology,
        temperature,
        initialMv,
        membranes,
        ions,
        inserted,
        synapses,
        gaps,
        output,
        rule,
        about,
        notes);
  }

  /** The ion of that name. */
  public Optional<CellIon> ion(String wanted) {
    return ions.stream().filter(i -> i.ion().name().equals(wanted)).findFirst();
  }

  /** The place of that name where electrical synapses can be. */
  public Optional<GapJunction> gap(String wanted) {
    return gaps.stream().filter(g -> g.name().equals(wanted)).findFirst();
  }

  /** The middle of the root: where currents go that name no place. */
  public Place bodyPlace() {
    return new Place(morphology.section(0).name(), 0.5);
  }

  /** Channels, pools and receptors that stand in a section. */
  public List<MechanismText> mechanismsIn(int section) {
    List<MechanismText> all = new ArrayList<>();
    for (Inserted i : inserted) {
      if (morphology.region(i.path(), i.region()).contains(section)) {
        all.add(i.mechanism());
      }
    }
    String name = morphology.section(section).name();
    for (SynapseSite site : synapses) {
      if (site.places().stream().anyMatch(p -> p.section().equals(name))) {
        all.add(site.mechanism());
      }
    }
    return all;
  }
}
