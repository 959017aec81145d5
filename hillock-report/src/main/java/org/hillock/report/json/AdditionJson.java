package org.hillock.report.json;

import org.hillock.lab.summation.Addition;
import org.hillock.lab.summation.PairSummation;
import org.hillock.lab.summation.UnitsRecord.Entry;
import org.hillock.lab.summation.UnitsRecord.Predicted;
import org.hillock.lab.summation.UnitsRecord.Target;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes how linear addition is as JSON; names of keys end in their unit. */
public final class AdditionJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private AdditionJson() {}

  /** The text, with a line feed at its end. */
  public static String write(Addition addition) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode pairs = root.putArray("pairs");
    pairs(pairs, addition.passive());
    pairs(pairs, addition.active());
    ArrayNode units = root.putArray("units");
    addition.units().cells().forEach(entry -> entry(units.addObject(), entry));
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return MAPPER.writer().with(printer).writeValueAsString(root) + "\n";
  }

  private static void pairs(ArrayNode to, PairSummation pairs) {
    for (PairSummation.Curve curve : pairs.curves()) {
      ObjectNode node = to.addObject();
      node.put("arrangement", curve.arrangement().label());
      node.put("activeDendrites", pairs.active());
      ArrayNode points = node.putArray("points");
      for (PairSummation.Point p : curve.points()) {
        ObjectNode point = points.addObject();
        point.put("strengthNs", p.strengthNs());
        point.put("aMv", p.a().peakMv());
        point.put("bMv", p.b().peakMv());
        point.put("bothMv", p.both().peakMv());
        point.put("ratio", p.ratio());
        point.put("areaRatio", p.areaRatio());
      }
    }
  }

  private static void entry(ObjectNode node, Entry entry) {
    node.put("cell", entry.name());
    node.put("condition", entry.told());
    node.put("rows", entry.rows());
    node.put("spikesPerSecond", entry.spikesPerSecond());
    for (Target target : Target.values()) {
      Predicted predicted = entry.of(target);
      ObjectNode at = node.putObject(target == Target.SPIKES ? "spikes" : "potential");
      at.put("smallest", predicted.smallest());
      at.put("atLeast", predicted.atLeast());
      at.put("best", predicted.best());
      ArrayNode tried = at.putArray("tried");
      predicted
          .tried()
          .forEach(t -> {
            ObjectNode each = tried.addObject();
            each.put("units", t.units());
            each.put("parameters", t.parameters());
            each.put("explained", t.explained());
            if (target == Target.SPIKES) {
              each.put("auc", t.auc());
            }
            each.put("behindBest", t.behind());
            each.put("behindBestError", t.behindError());
          });
    }
  }
}
