package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that say what neurons do, what is wrong and what a conversion loses. */
class SignsVerbsTest {

  @TempDir Path folder = Path.of("");

  private static final String BRAKED =
      """
      name: braked
      seed: 1
      populations:
        drive: {size: 40, neuron: poisson, params: {rate: 200 Hz}}
        brake: {size: 40, neuron: poisson, params: {rate: 200 Hz}}
        cells: {size: 20, neuron: lif-delta}
      projections:
        push: {from: drive, to: cells, connect: all-to-all, autapses: false, weight: 0.2 mV, delay: 1 ms}
        hold: {from: brake, to: cells, connect: all-to-all, autapses: false, weight: -0.4 mV, delay: 1 ms}
      """;

  private Cli cli() {
    Cli cli = Cli.in(folder);
    cli.file("braked.net.yaml", BRAKED);
    return cli;
  }

  @Test
  void analyseTellsSignsTrialsCurveAndPlane() {
    Cli.Result told =
        cli()
            .run(
                "analyse",
                "braked.net.yaml",
                "--for",
                "200ms",
                "--trials",
                "3",
                "--spectrum",
                "--fi",
                "cells[0]",
                "--most",
                "8",
                "--points",
                "5",
                "--out",
                "out",
                "--csv");
    assertThat(told.problems()).isEmpty();
    assertThat(told.code()).isZero();
    assertThat(told.out())
        .contains("braked, 200 ms", "in spikes", "CV2", "over 3 trials", "What cells[0] makes of")
        .contains("figures/spectra.png", "figures/psth.png", "figures/curve.png");
    assertThat(cli().content()).contains("out/answer.json", "out/curve.csv", "out/psth.parquet");
    assertThat(cli().text("out/curve.csv")).startsWith("amount,response\n0,0\n");
    Cli.Result plane =
        cli()
            .run(
                "analyse",
                "networks/models/izhikevich.net.yaml",
                "--for",
                "50ms",
                "--phase",
                "regular[0].v,regular[0].u",
                "--json");
    assertThat(plane.problems()).isEmpty();
    assertThat(plane.out()).startsWith("{").contains("\"xNullcline\"", "\"plane\"");
  }

  @Test
  void analyseTellsTuningAndFieldsOfNetworksWithoutTime() {
    for (String network :
        new String[] {"networks/digits-mlp.net.yaml", "networks/digits-mlp-onnx/model.onnx"}) {
      Cli.Result told =
          cli()
              .run(
                  "analyse",
                  network,
                  "--on",
                  "digits",
                  "--tuning",
                  "--fields",
                  "hidden1[0..3]",
                  "--images",
                  "60",
                  "--out",
                  "tuned");
      assertThat(told.problems()).as(network).isEmpty();
      assertThat(told.out())
          .contains("over 60 images", "selectivity", "fields of hidden1[0..3]")
          .contains("figures/fields.png", "tuning.parquet");
    }
  }

  @Test
  void analyseRefusesWhatDoesNotGoTogether() {
    assertThat(cli().run("analyse", "braked.net.yaml", "--fi", "cells").problems())
        .contains("say with --most");
    assertThat(cli().run("analyse", "braked.net.yaml", "--psth", "5ms").problems())
        .contains("say with --trials");
    assertThat(cli().run("analyse", "networks/digits-mlp.net.yaml", "--tuning").problems())
        .contains("say with --on");
    assertThat(cli().run("analyse", "networks/digits-mlp.net.yaml", "--trials", "3").problems())
        .contains("has no time");
    assertThat(
            cli()
                .run("analyse", "braked.net.yaml", "--for", "20ms", "--phase", "cells[0].v")
                .problems())
        .contains("names two variables");
  }

  @Test
  void diagnoseNamesTheBrakeAndTakesItAway() {
    Cli.Result told = cli().run("diagnose", "braked.net.yaml", "--for", "300ms", "--out", "out");
    assertThat(told.problems()).isEmpty();
    assertThat(told.out())
        .contains("cells is silent: no neuron fires")
        .containsPattern("cause: +cells gets −[0-9.]+ mV from brake \\(at [0-9.]+ Hz\\)")
        .contains("mV below the threshold of 20 mV")
        .containsPattern("tried: +without projection hold: mean rate 0 Hz → [0-9.]+ Hz: helps")
        .contains("tried.parquet");
    Cli.Result json = cli().run("diagnose", "braked.net.yaml", "--for", "300ms", "--json");
    assertThat(json.out()).startsWith("{").contains("\"sign\" : \"silent\"", "\"helps\" : true");
  }

  @Test
  void diagnoseFindsNothingInHealthyNetworksAndSaysWhatItCouldNotAsk() {
    Cli.Result told = cli().run("diagnose", "networks/digits-mlp.net.yaml", "--on", "digits");
    assertThat(told.problems()).isEmpty();
    assertThat(told.out())
        .contains("Nothing found.", "share of neurons that answer all inputs alike")
        .contains("not asked: oscillating of hidden1, hidden2, out: ");
    assertThat(cli().run("diagnose", "braked.net.yaml", "--images", "3").problems())
        .contains("at least 10");
  }

  @Test
  void convertWritesTheTwinAndTellsItsLosses() {
    Cli.Result told =
        cli()
            .run(
                "convert",
                "networks/digits-mlp.net.yaml",
                "--to",
                "twin.net.yaml",
                "--images",
                "10",
                "--out",
                "out");
    assertThat(told.problems()).isEmpty();
    assertThat(told.out())
        .contains("Spiking twin of digits-mlp: the same answer on ", "The error enters in ")
        .contains("left-over charge", "Written: twin.net.yaml", "figures/losses.png");
    assertThat(cli().content()).contains("twin.net.yaml", "out/losses.parquet");
    assertThat(cli().run("run", "twin.net.yaml", "--for", "20ms").code()).isZero();
    assertThat(
            cli()
                .run("convert", "networks/digits-mlp.net.yaml", "--to", "twin.net.yaml")
                .problems())
        .contains("is there already");
    assertThat(cli().run("convert", "networks/digits-mlp.net.yaml", "--to", "twin").problems())
        .contains("does not end in .net.yaml");
  }
}
