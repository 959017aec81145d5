package org.hillock.formats.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.cell.Mechanisms;
import org.hillock.core.cell.Morphology;
import org.hillock.core.equation.MechanismText;
import org.hillock.core.equation.NeuronText;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.yaml.YamlNode.Kind;
import org.hillock.formats.yaml.YamlNode.Scalar;

/** Reads what stands in the membranes of a cell: channels, pools, receptors. */
final class MechanismReader {

  private final Neighbours neighbours;
  private final Morphology morphology;

  MechanismReader(Neighbours neighbours, Morphology morphology) {
    this.neighbours = neighbours;
    this.morphology = morphology;
  }

  void read(Fields fields, CellBuilder builder) {
    inserted(fields, "channels", MechanismText.Kind.CHANNEL, builder);
    inserted(fields, "pools", MechanismText.Kind.POOL, builder);
    if (!fields.has("receptors")) {
      return;
    }
    Fields receptors = fields.mapping("receptors");
    for (String name : receptors.keys()) {
      Fields its = receptors.mapping(name);
      MechanismText mechanism = mechanism(its);
      checkKind(its, mechanism, MechanismText.Kind.RECEPTOR);
      List<org.hillock.core.cell.Place> places = new ArrayList<>();
      for (String place : CellReader.oneOrMore(its, "at")) {
        org.hillock.core.cell.Place at = org.hillock.core.cell.Place.parse(its.at("at"), place);
        morphology.number(its.at("at"), at.section());
        places.add(at);
      }
      builder.synapse(
          its.path(), name, mechanism, parameters(its, mechanism, CellVocabulary.RECEPTOR), places);
    }
  }

  private void inserted(Fields fields, String key, MechanismText.Kind kind, CellBuilder builder) {
    List<YamlNode> items =
        fields.has(key) ? Fields.list(fields.at(key), fields.node(key)) : List.of();
    for (int i = 0; i < items.size(); i++) {
      Fields its = Fields.of(key + "[" + i + "]", items.get(i));
      MechanismText mechanism = mechanism(its);
      checkKind(its, mechanism, kind);
      Map<String, String> parameters = parameters(its, mechanism, CellVocabulary.INSERTED);
      for (String region : CellReader.oneOrMore(its, "in")) {
        CellReader.region(its.at("in"), morphology, region);
        builder.insert(its.path(), region, mechanism, parameters);
      }
    }
  }

  private static void checkKind(Fields its, MechanismText mechanism, MechanismText.Kind wanted) {
    if (mechanism.kind() != wanted) {
      throw new UsageException(
          its.at("mechanism"),
          "'%s' is a %s, which stands under '%ss', not a %s"
              .formatted(
                  mechanism.name(),
                  mechanism.kind().word(),
                  mechanism.kind().word(),
                  wanted.word()));
    }
  }

  /** One that is shipped, one in a file beside, or the text itself. */
  private MechanismText mechanism(Fields its) {
    String path = its.at("mechanism");
    String said = its.text("mechanism");
    if (said.contains("\n")) {
      try {
        return MechanismText.read("", said);
      } catch (UsageException e) {
        throw new UsageException(path, String.valueOf(e.getMessage()));
      }
    }
    return said.endsWith(MechanismFiles.ENDING)
        ? neighbours.read(path, said, file -> MechanismFiles.read(said, file))
        : Mechanisms.named(path, said);
  }

  private static Map<String, String> parameters(
      Fields its, MechanismText mechanism, List<String> others) {
    List<String> known = new ArrayList<>(others);
    mechanism.parameters().stream().map(NeuronText.Parameter::name).forEach(known::add);
    its.allowing(known);
    Map<String, String> given = new LinkedHashMap<>();
    for (String key : its.keys()) {
      if (!others.contains(key)) {
        if (!(its.node(key) instanceof Scalar(String text, Kind kind, int _))
            || kind == Kind.BOOLEAN
            || kind == Kind.EMPTY) {
          throw new UsageException(
              its.at(key),
              its.node(key).described()
                  + " stands where a number with a unit is needed, or a formula of distance,"
                  + " diameter and position");
        }
        given.put(key, text);
      }
    }
    return given;
  }
}
