package org.hillock.formats.yaml;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.cell.GridRule;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.RestPreset;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.formats.swc.Reconstruction;
import org.hillock.formats.swc.SwcReader;

/** Makes a cell of a file's tree. */
final class CellReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
  private static final Unit MM = Unit.parse("mM");

  private final Neighbours neighbours;

  CellReader(Neighbours neighbours) {
    this.neighbours = neighbours;
  }

  Cell read(YamlNode root) {
    Fields fields = Fields.of("", root).allowing(CellVocabulary.CELL);
    String name = fields.text("name");
    if (!NAME.matcher(name).matches()) {
      throw new UsageException(
          "name", "'" + name + "' is not letters, digits, '_' and '-' that begin with a letter");
    }
    Reconstruction shape = shape(fields, name);
    CellBuilder builder = new CellBuilder(name, shape.morphology()).notes(shape.notes());
    builder.about(about(fields));
    if (fields.has("celsius")) {
      builder.celsius(fields.number("celsius"));
    }
    if (fields.has("initial")) {
      builder.initialMv(in(fields, "initial", Unit.MV));
    }
    if (fields.has("membrane")) {
      MembraneReader.read(fields.mapping("membrane"), shape.morphology(), builder);
    }
    if (fields.has("ions")) {
      ions(fields, builder);
    }
    new MechanismReader(neighbours, shape.morphology()).read(fields, builder);
    if (fields.has("spike")) {
      Fields spike = fields.mapping("spike").allowing(CellVocabulary.SPIKE);
      builder.spikes(
          spike.optionalText("at").orElse(shape.morphology().section(0).name()),
          spike.has("threshold") ? in(spike, "threshold", Unit.MV) : 0);
    }
    if (fields.has("grid")) {
      builder.grid(grid(fields.mapping("grid").allowing(CellVocabulary.GRID)));
    }
    return builder.build();
  }

  private static String about(Fields fields) {
    String about = fields.optionalText("about").orElse("").strip().replaceAll("\\s+", " ");
    return fields.optionalText("doi").map(doi -> (about + " doi " + doi).strip()).orElse(about);
  }

  private Reconstruction shape(Fields fields, String name) {
    if (fields.has("morphology") == fields.has("sections")) {
      throw new UsageException(
          fields.path(),
          fields.has("sections")
              ? "has both 'morphology' and 'sections'; give one"
              : "'morphology' (an SWC file) or 'sections' is missing");
    }
    if (fields.has("sections")) {
      return new Reconstruction(SectionsReader.read(fields.mapping("sections"), name), List.of());
    }
    String file = fields.text("morphology");
    return neighbours.read("morphology", file, (Path path) -> SwcReader.read(path));
  }

  private static void ions(Fields fields, CellBuilder builder) {
    if (fields.node("ions") instanceof YamlNode.Scalar) {
      String preset = fields.text("ions");
      Place.within("ions", () -> RestPreset.named(preset))
          .rest()
          .concentrations()
          .all()
          .forEach(c -> builder.ion(c.ion(), c.insideMm(), c.outsideMm()));
      return;
    }
    Fields all = fields.mapping("ions");
    for (String name : all.keys()) {
      ion(name, all.mapping(name).allowing(CellVocabulary.ION), builder);
    }
  }

  private static void ion(String name, Fields its, CellBuilder builder) {
    Ion ion =
        its.has("valence")
            ? new Ion(name, its.count("valence"))
            : Ion.usual().stream()
                .filter(usual -> usual.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(its.path(), name));
    double inside = in(its, "in", MM);
    double outside = in(its, "out", MM);
    Place.within(
        its.path(),
        () ->
            its.has("reversal")
                ? builder.ion(ion, inside, outside, in(its, "reversal", Unit.MV))
                : builder.ion(ion, inside, outside));
  }

  private static UsageException unknown(String path, String name) {
    List<String> usual = Ion.usual().stream().map(Ion::name).toList();
    return new UsageException(
        path,
        "ion '"
            + name
            + "' is unknown; "
            + NearestName.hint(name, usual)
            + " An ion of your own needs its 'valence'");
  }

  private static GridRule grid(Fields fields) {
    double share = fields.has("d_lambda") ? fields.number("d_lambda") : GridRule.USUAL.share();
    double hz =
        fields.has("frequency") ? in(fields, "frequency", Unit.HZ) : GridRule.USUAL.frequencyHz();
    Map<String, Integer> segments = new LinkedHashMap<>();
    if (fields.has("segments")) {
      Fields all = fields.mapping("segments");
      for (String region : all.keys()) {
        int number = all.count(region);
        if (number < 1 || number > 100_000) {
          throw new UsageException(all.at(region), number + " segments are not in 1..100000");
        }
        segments.put(region, number);
      }
    }
    return new GridRule(share, hz, segments);
  }

  /** A quantity in a unit. */
  static double in(Fields fields, String key, Unit unit) {
    Quantity quantity = fields.quantity(key);
    return Place.within(fields.at(key), () -> quantity.in(unit));
  }

  /** One text, or a list of them. */
  static List<String> oneOrMore(Fields fields, String key) {
    List<String> all =
        fields.node(key) instanceof YamlNode.Sequence
            ? Fields.texts(fields.at(key), fields.node(key))
            : List.of(fields.text(key));
    if (all.isEmpty()) {
      throw new UsageException(fields.at(key), "is empty; name at least one");
    }
    return all;
  }

  /** The sections of a region. */
  static List<Integer> region(String path, Morphology morphology, String word) {
    return Place.within(path, () -> morphology.region(path, word));
  }
}
