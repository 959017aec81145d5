package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;
import org.hillock.formats.digits.Digits;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.lab.axis.Axis;
import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.comparison.Anchors;
import org.hillock.lab.comparison.Comparison;
import org.hillock.lab.comparison.ComparisonExperiment;
import org.hillock.lab.comparison.ComparisonRequest;
import org.junit.jupiter.api.Test;

/**
 * The anchors of the first page of a comparison are what Hillock measures.
 *
 * <p>{@code -Dhillock.writeTables=true} measures them anew, a minute's work, and writes
 * anchors.properties; the connectome, whose wiring may not be shipped, only with {@code
 * -Dhillock.connectome=FILE.net.yaml}, else it keeps what the file says of it. How its file is made
 * of the published table stands in docs/axes.md.
 */
class AnchorsTest {

  private static final Path FILE =
      Path.of("..", "hillock-lab/src/main/resources/org/hillock/lab/comparison/anchors.properties");

  private static final String HEAD =
      "# Measured by Hillock: AnchorsTest in hillock-verify writes this file anew, see there.";

  @Test
  void everyAnchorIsNamedAndMeasuredOnAxesThatThereAre() throws IOException {
    if (Boolean.getBoolean("hillock.writeTables")) {
      List<String> lines = new ArrayList<>(List.of(HEAD));
      lines.addAll(anew(Anchors.shipped()).lines());
      Files.write(FILE, lines);
      return;
    }
    Set<String> axes =
        Axis.all().stream()
            .map(Axis::definition)
            .map(AxisDefinition::id)
            .collect(Collectors.toSet());
    Anchors shipped = Anchors.shipped();
    assertThat(shipped.all())
        .extracting(Anchors.Anchor::id)
        .containsExactly("mlp", "spiking", "worm");
    for (Anchors.Anchor anchor : shipped.all()) {
      assertThat(axes).as(anchor.id()).containsAll(anchor.values().keySet());
      assertThat(anchor.values()).as(anchor.id()).isNotEmpty();
      assertThat(anchor.made()).isNotBlank();
    }
    List<String> lines = new ArrayList<>(List.of(HEAD));
    lines.addAll(shipped.lines());
    assertThat(Files.readAllLines(FILE)).isEqualTo(lines);
  }

  private static Anchors anew(Anchors before) {
    Comparison digits = digits();
    List<Anchors.Anchor> all = new ArrayList<>();
    for (Anchors.Anchor anchor : before.all()) {
      all.add(
          switch (anchor.id()) {
            case "mlp" -> anchor.measured(digits, "backpropagation");
            case "spiking" -> anchor.measured(digits, "brain-like");
            default -> connectome(anchor);
          });
    }
    return new Anchors(all);
  }

  private static Comparison digits() {
    ComparisonRequest request =
        new ComparisonRequest(
            "digits",
            List.of(),
            new ComparisonRequest.Source.Whole(Digits.load()),
            1,
            false,
            "./hillock compare digits --seed 1");
    return ComparisonExperiment.run(request, Progress.NONE);
  }

  private static Anchors.Anchor connectome(Anchors.Anchor before) {
    String file = System.getProperty("hillock.connectome", "");
    if (file.isEmpty()) {
      return before;
    }
    Network network = NetworkYaml.read(Path.of(file));
    ComparisonRequest request =
        new ComparisonRequest(
            network.name(),
            List.of(network),
            new ComparisonRequest.Source.None(),
            1,
            false,
            "./hillock compare " + file);
    return before.measured(ComparisonExperiment.run(request, Progress.NONE), network.name());
  }
}
