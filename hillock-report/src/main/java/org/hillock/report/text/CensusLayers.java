package org.hillock.report.text;

import java.util.List;
import org.hillock.core.census.Census;
import org.hillock.core.census.Counted;
import org.hillock.core.census.Counts;
import org.hillock.core.census.Layer;

/** One entry of a census, layer by layer, for the terminal. */
public final class CensusLayers {

  private CensusLayers() {}

  /** The table, each line ending in a line feed; of equal blocks the counts of one are told. */
  public static String of(Census census) {
    Columns columns = new Columns();
    columns.row(
        List.of(
            census.architecture().name() + ", layer by layer",
            "neurons",
            "synapses",
            "parameters",
            "multiply-adds",
            "products"));
    for (Counted part : census.parts()) {
      part(columns, part, "");
    }
    row(columns, "in all", census.total());
    return columns.text();
  }

  private static void part(Columns columns, Counted part, String indent) {
    String times = part.times() == 1 ? "" : " × " + part.times() + " (of one)";
    row(
        columns,
        indent + part.part().name() + times + part.layer().map(CensusLayers::told).orElse(""),
        part.one());
    for (Counted within : part.parts()) {
      part(columns, within, indent + "  ");
    }
  }

  private static String told(Layer layer) {
    return "  "
        + layer.operator().word()
        + layer.activation().map(a -> ", " + a).orElse("")
        + layer.tied().map(t -> ", weights of " + t).orElse("");
  }

  private static void row(Columns columns, String name, Counts counts) {
    columns.row(
        List.of(
            name,
            AmountText.exact(counts.neurons()),
            AmountText.exact(counts.synapses()),
            AmountText.exact(counts.parameters()),
            AmountText.exact(counts.multiplyAdds()),
            AmountText.exact(counts.products())));
  }
}
