package org.hillock.onnx.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.onnx.runtime.Holding;
import org.hillock.onnx.runtime.ValueRef;

/** Interventions on units as what is held of values, for each of the images that go through. */
final class Holds {

  private Holds() {}

  /**
   * Where an intervention acts.
   *
   * @throws UsageException where it is none that can act on a unit
   */
  static SiteRef siteOf(Intervention intervention) {
    return switch (intervention) {
      case Intervention.Silence(SiteRef site, Intervention.Silence.Scope scope, var _) -> {
        if (scope != Intervention.Silence.Scope.OUTPUTS) {
          throw new UsageException(
              "silence of '"
                  + site
                  + "': what an element of a graph receives is within its node; silence its"
                  + " outputs");
        }
        yield site;
      }
      case Intervention.Clamp clamp -> clamp.site();
      case Intervention.Patch patch -> patch.site();
      case Intervention.Stimulate stimulate ->
          throw new UsageException(
              "stimulus at '"
                  + stimulate.site()
                  + "': an element of a graph has no sum that something could be added to");
      case Intervention.Lesion lesion ->
          throw new UsageException(
              "lesion of '" + lesion.projection() + "': a graph has nodes and no projections");
    };
  }

  static Map<ValueRef, Holding> of(
      List<Intervention> interventions,
      Function<SiteRef, Site> find,
      UnaryOperator<String> value,
      Survey survey,
      int rows) {
    Map<ValueRef, Holding> held = new LinkedHashMap<>();
    for (Intervention intervention : interventions) {
      Site site = find.apply(siteOf(intervention));
      String unit = value.apply(site.population().name());
      Holding into =
          held.computeIfAbsent(ValueRef.of(unit), _ -> Holding.none(survey.dims(unit, rows)));
      IntToDoubleFunction at =
          switch (intervention) {
            case Intervention.Clamp clamp -> _ -> clamp.value();
            case Intervention.Patch patch -> patch.values()::get;
            default -> _ -> 0;
          };
      int width = survey.elements(unit);
      for (int r = 0; r < rows; r++) {
        for (int k = 0; k < site.neurons().size(); k++) {
          int place = r * width + site.neurons().get(k);
          into.mask()[place] = true;
          into.numbers()[place] = at.applyAsDouble(k);
        }
        if (survey.batch() == 1) {
          break;
        }
      }
    }
    return held;
  }
}
