package org.hillock.core.cell;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.equation.Formula;
import org.hillock.core.equation.MechanismText;
import org.hillock.core.problem.UsageException;

/**
 * Receptors of one kind at places of a cell, under a name that projections end on. Spikes that
 * arrive at a name with several places arrive at all of them.
 *
 * @param path where it is stated, for messages
 * @param name such as {@code ampa} or {@code near}
 * @param mechanism a receptor
 * @param places at least one
 * @param parameters by name; others have their standard values
 */
public record SynapseSite(
    String path,
    String name,
    MechanismText mechanism,
    List<Place> places,
    Map<String, Formula> parameters) {

  public SynapseSite {
    places = List.copyOf(places);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    if (mechanism.kind() != MechanismText.Kind.RECEPTOR) {
      throw new UsageException(
          path, "'" + mechanism.name() + "' is a " + mechanism.kind().word() + ", not a receptor");
    }
    if (mechanism.receptors().size() != 1) {
      throw new UsageException(
          path, "'" + mechanism.name() + "' has several 'on' lines; a receptor of a cell has one");
    }
    if (places.isEmpty()) {
      throw new UsageException(path + ".at", "a receptor stands somewhere: name a place");
    }
    Inserted.checkParameters(path, mechanism, parameters);
  }
}
