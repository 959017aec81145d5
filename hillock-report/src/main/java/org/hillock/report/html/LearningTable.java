package org.hillock.report.html;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.hillock.lab.axis.Measurement.Measured;
import org.hillock.lab.comparison.Compared;
import org.hillock.lab.comparison.Comparison;
import org.hillock.report.text.NumberText;
import org.jspecify.annotations.Nullable;

/** What a synapse hears of when it learns, question by question. */
record LearningTable(Comparison comparison) {

  /** Id of the axis. */
  static final String AXIS = "learning";

  private static final Map<String, String> SHARES = shares();
  private static final Map<String, String> BITS = bits();
  private static final Map<String, String> TASKS = tasks();

  private static Map<String, String> shares() {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("far_weight_beside", "A weight onto another neuron of its layer is halved");
    rows.put("far_weight_beyond", "A weight onto another layer is halved");
    rows.put("far_activity_beside", "Another neuron of its layer answers more weakly");
    rows.put("far_activity_beyond", "A neuron of another layer answers more weakly");
    rows.put("label", "The images get other labels");
    rows.put("control_own_side", "Control: one of its own two neurons answers more weakly");
    return rows;
  }

  private static Map<String, String> bits() {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("bits_per_synapse", "Bits that one synapse must be told, for one image");
    rows.put("bits_per_update", "Bits that travel in the whole network, for one image");
    return rows;
  }

  private static Map<String, String> tasks() {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("first_task_before_second", "First task (lower half of the labels), learnt alone");
    rows.put("first_task_after_second", "First task, after the second was learnt");
    rows.put("second_task_after_second", "Second task then");
    rows.put("first_task_learnt_together", "First task, where both were learnt together");
    rows.put("second_task_learnt_together", "Second task, where both were learnt together");
    return rows;
  }

  void write(Markup page) {
    boolean any = comparison.networks().stream().anyMatch(n -> measured(n) != null);
    if (!any) {
      return;
    }
    page.element(
        "p",
        "A synapse in a brain can only know what reaches it: its own two neurons, and what is poured"
            + " out around it. So: hold its two neurons still, change something far off, and see whether"
            + " it learns something else.");
    page.open(
        "div",
        "class",
        "scroll",
        "role",
        "region",
        "aria-label",
        "What a synapse hears of when it learns",
        "tabindex",
        "0");
    page.open("table").open("thead").open("tr");
    page.element("th", "Synapses that learn something else when …", "scope", "col");
    comparison.networks().forEach(n -> page.element("th", n.name(), "scope", "col"));
    page.end().end().open("tbody");
    SHARES.forEach((key, title) -> row(page, title, key + "_share", NumberText::percent));
    BITS.forEach((key, title) -> row(page, title, key, NumberText::number));
    TASKS.forEach((key, title) -> row(page, title, key, NumberText::percent));
    page.end().end().end();
  }

  private void row(Markup page, String title, String detail, DoubleFunction<String> shown) {
    page.open("tr").element("th", title, "scope", "row");
    for (Compared network : comparison.networks()) {
      Measured measured = measured(network);
      Double value = measured == null ? null : measured.details().get(detail);
      page.element("td", value == null ? "–" : shown.apply(value));
    }
    page.end();
  }

  private static @Nullable Measured measured(Compared network) {
    return network.axes().get(AXIS) instanceof Measured m ? m : null;
  }
}
