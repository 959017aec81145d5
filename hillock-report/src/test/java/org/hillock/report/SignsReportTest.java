package org.hillock.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.session.SiteRef;
import org.hillock.lab.analysis.Analysis;
import org.hillock.lab.analysis.ClassTuning;
import org.hillock.lab.analysis.CurrentCurve;
import org.hillock.lab.analysis.Fields;
import org.hillock.lab.analysis.PhasePlane;
import org.hillock.lab.analysis.PopulationSigns;
import org.hillock.lab.analysis.ReceptiveField;
import org.hillock.lab.analysis.Spectrum;
import org.hillock.lab.analysis.Trials;
import org.hillock.lab.analysis.Tuning;
import org.hillock.lab.convert.TwinLosses;
import org.hillock.lab.convert.TwinLosses.Part;
import org.hillock.lab.diagnosis.Checked;
import org.hillock.lab.diagnosis.Diagnosis;
import org.hillock.lab.diagnosis.Evidence;
import org.hillock.lab.diagnosis.Finding;
import org.hillock.lab.diagnosis.Remedy;
import org.hillock.lab.diagnosis.Sign;
import org.hillock.report.figure.Drawable;
import org.hillock.report.figure.Theme;
import org.hillock.report.json.AnalysisJson;
import org.hillock.report.json.DiagnosisJson;
import org.hillock.report.text.AnalysisText;
import org.hillock.report.text.DiagnosisText;
import org.hillock.report.text.LossesText;
import org.junit.jupiter.api.Test;

/** What neurons do, what is wrong and what a conversion loses, told and drawn. */
class SignsReportTest {

  private static Analysis analysis() {
    double none = Double.NaN;
    Spectrum spectrum = new Spectrum(new double[] {0, 10, 20}, new double[] {1, 5, 2});
    PopulationSigns exc =
        new PopulationSigns(
            "exc",
            3,
            true,
            "Hz",
            12.5,
            2,
            1,
            0.9,
            0.8,
            0.7,
            1.1,
            0.4,
            none,
            10,
            Optional.of(spectrum));
    PopulationSigns hidden =
        new PopulationSigns(
            "hidden",
            4,
            false,
            "",
            0.5,
            0.1,
            0.75,
            none,
            none,
            none,
            none,
            none,
            none,
            none,
            Optional.empty());
    PhasePlane.Field field =
        new PhasePlane.Field(
            new double[] {0, 1},
            new double[] {0, 1},
            new double[][] {{-1, -1}, {1, 1}},
            new double[][] {{1, -1}, {-1, 1}});
    ClassTuning tuned = new ClassTuning(0, new double[] {3, 1}, 0, 0.3, 0.5, 2);
    return new Analysis(
        "net",
        100,
        20,
        List.of(exc, hidden),
        Optional.of(
            new Trials(
                4, 5, List.of(new Trials.OfPopulation("exc", new double[] {1, 9, 2}, 0.9, 0.2)))),
        Optional.of(
            new CurrentCurve(
                SiteRef.parse("exc[0]"),
                new double[] {0, 1, 2},
                "pA",
                new double[] {0, 0, 30},
                "Hz")),
        Optional.of(
            new PhasePlane(
                SiteRef.parse("exc[0].v"),
                "v (mV)",
                "u",
                new double[] {0, 1},
                new double[] {0, 1},
                Optional.of(field))),
        Optional.of(
            new Tuning(
                20, 2, List.of(new Tuning.OfPopulation("hidden", "", List.of(tuned, tuned))))),
        Optional.of(
            new Fields(
                SiteRef.parse("hidden[0]"),
                "image",
                100,
                2,
                2,
                List.of(
                    new ReceptiveField(
                        0, new double[] {1, -2, 0, 0.5}, Optional.of(new double[4]), 0.8),
                    new ReceptiveField(1, new double[] {0, 0, 0, 0}, Optional.empty(), none)))));
  }

  @Test
  void everyPartOfAnAnalysisIsTold() {
    String text = AnalysisText.of(analysis());
    assertThat(text)
        .contains("in spikes", "exc", "12.5", "from 20 ms on", "in numbers", "75 %")
        .contains("over 4 trials", "first answers at 2, steepest 30 Hz per pA")
        .contains("Phase plane of exc[0].v", "u stands still")
        .contains("over 20 images", "0(0)", "neuron 0", "0.8");
    Map<String, ?> facts = AnalysisJson.of(analysis(), true);
    assertThat(facts.keySet())
        .contains("populations", "trials", "curve", "plane", "tuning", "fields");
    assertThat(facts.toString()).contains("correlation=null", "spectrum=", "dominantHz=10.0");
    assertThat(AnalysisTables.of(analysis()).keySet())
        .containsExactly(
            "populations", "spectra", "psth", "curve", "plane", "tuning", "class_means", "fields");
  }

  @Test
  void everyPartOfAnAnalysisIsDrawnInBothWidths() {
    List<ReportFigure> figures = AnalysisFigures.of(analysis(), true);
    assertThat(figures)
        .extracting(ReportFigure::id)
        .containsExactly("spectra", "psth", "curve", "plane", "tuning-hidden", "fields");
    for (ReportFigure figure : figures) {
      assertThat(figure.drawing().at(Drawable.NARROW).marks()).isNotEmpty();
      assertThat(figure.drawing().svg(Theme.LIGHT)).startsWith("<svg");
    }
  }

  private static Diagnosis diagnosis(boolean ill) {
    Evidence chi = new Evidence("synchrony χ", 0.9, "", 0.4, true, 0.1, "largest of 20");
    Evidence rate = Evidence.of("mean rate", 0, "Hz", 0, false);
    Remedy helps = new Remedy("without projection kick", "synchrony χ", 0.9, 0.1, "", true, "");
    Finding found =
        new Finding(
            Sign.SYNCHRONOUS, "exc", List.of(1, 2), 2, 3, chi, "2 neurons of kick", List.of(helps));
    return new Diagnosis(
        "net",
        300,
        10,
        "given",
        ill ? List.of(found) : List.of(),
        List.of(
            new Checked(Sign.SYNCHRONOUS, "exc", Optional.of(chi), ""),
            new Checked(Sign.SILENT, "inh", Optional.of(rate), ""),
            new Checked(Sign.DEAD, "exc", Optional.empty(), "no inputs")));
  }

  @Test
  void findingsAreToldWithMeasureCauseAndWhatWasTried() {
    assertThat(DiagnosisText.of(diagnosis(true)))
        .contains("exc is synchronous: its neurons fire together (2 of 3): neurons 1, 2")
        .contains("synchrony χ 0.9, a finding from 0.4 on; control 0.1: largest of 20")
        .contains("cause:    2 neurons of kick")
        .contains("without projection kick: synchrony χ 0.9 → 0.1: helps")
        .contains("not asked: dead of exc: no inputs", "shown: 10 inputs, given");
    assertThat(DiagnosisText.of(diagnosis(false))).startsWith("Nothing found.");
    assertThat(DiagnosisJson.of(diagnosis(true)).toString())
        .contains("sign=synchronous", "helps=true", "why=no inputs");
    assertThat(DiagnosisTables.of(diagnosis(true)).keySet()).containsExactly("measured", "tried");
    assertThat(DiagnosisTables.of(diagnosis(false)).keySet()).containsExactly("measured");
  }

  private static TwinLosses losses(double own) {
    Map<Part, Double> parts =
        Map.of(
            Part.INHERITED, 0.0,
            Part.UNDER_WAY, own,
            Part.LEFT_OVER, own / 2,
            Part.CEILING, 0.0,
            Part.ORDER, 0.0);
    return new TwinLosses(
        "net",
        50,
        32,
        0.96,
        List.of(
            new TwinLosses.OfPopulation("h", 5, 2, 0.2, 0.19, own, own, parts, parts, 1, 0),
            new TwinLosses.OfPopulation("out", 5, 2, 0.1, 0.09, own, own, parts, parts, 0, 0)));
  }

  @Test
  void lossesAreToldWhereTheyEnter() {
    assertThat(LossesText.of(losses(0.05)))
        .contains("the same answer on 96 % of 50 images, each shown for 32 ms")
        .contains("The error enters in h: 0.05 spikes per ms of its own where 0.2 are meant")
        .contains("mostly under way (0.05): spikes sent to it have not arrived")
        .contains("1 of its 5 neurons stand for something and never fire")
        .contains("Most is added in out");
    assertThat(LossesText.of(losses(0.0001))).contains("No population errs by more than 5 %");
    assertThat(LossesReport.facts(losses(0.05)).toString())
        .contains("left_over_charge=0.025", "enters={population=h, cause=under way");
    assertThat(LossesReport.table(losses(0.05)).rows()).hasSize(10);
    ReportFigure figure = LossesReport.figure(losses(0.05));
    assertThat(figure.drawing().at(Drawable.NARROW).marks()).isNotEmpty();
    assertThat(figure.drawing().svg(Theme.DARK)).startsWith("<svg");
  }
}
