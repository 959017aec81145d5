package org.hillock.formats.connectome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.Provenance;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.hillock.formats.connectome.TableRequest.Bad;
import org.hillock.formats.connectome.TableRequest.Condition;
import org.hillock.formats.connectome.TableRequest.Duplicates;
import org.hillock.formats.connectome.TableRequest.Unknown;
import org.hillock.formats.yaml.NetworkYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectomeReaderTest {

  private static final String EDGES =
      """
      pre , post,w,sign
      b , a ,2,exc
      a,b,3,-1
      a,b,1.5,I
      c,a,1,maybe
      a,x,1,E
      a,c,three,E
      c,c,4,+
      """;

  @TempDir Path folder;

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static TableRequest request(
      Path edges,
      Map<String, String> columns,
      Optional<Path> neurons,
      Duplicates duplicates,
      Unknown unknown,
      Bad bad) {
    return new TableRequest(
        edges,
        columns,
        neurons,
        neurons.isPresent() ? Map.of("name", "id") : Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        duplicates,
        unknown,
        bad);
  }

  private static final Map<String, String> SIGNED =
      Map.of("pre", "pre", "post", "post", "weight", "w", "sign", "sign");

  private Connectome read(Duplicates duplicates, Unknown unknown, Bad bad) {
    Path edges = file("edges.csv", EDGES);
    Path neurons = file("neurons.csv", "id\nc\nb\na\nlonely\nb\n");
    return ConnectomeReader.read(
        request(edges, SIGNED, Optional.of(neurons), duplicates, unknown, bad));
  }

  private static long count(Connectome read, String what) {
    return read.notices().stream()
        .filter(n -> n.what().contains(what))
        .mapToLong(Connectome.Notice::count)
        .sum();
  }

  @Test
  void takesRowsByNameAndSignAndTellsWhatItLeavesOut() {
    Connectome read = read(Duplicates.SUM, Unknown.LEAVE_OUT, Bad.LEAVE_OUT);
    assertThat(read.neurons()).containsExactly("c", "b", "a", "lonely");
    assertThat(read.chemical().pre()).containsExactly(0, 1, 2);
    assertThat(read.chemical().post()).containsExactly(0, 2, 1);
    assertThat(read.chemical().weight()).containsExactly(4, 2, -4.5);
    assertThat(read.electrical().count()).isZero();
    assertThat(count(read, "rows of the table")).isEqualTo(7 + 1);
    assertThat(count(read, "does not name")).isEqualTo(1);
    assertThat(count(read, "such a cell")).isEqualTo(1);
    assertThat(count(read, "no number")).isEqualTo(1);
    assertThat(count(read, "sign is none of")).isEqualTo(1);
    assertThat(count(read, "same two ends")).isEqualTo(1);
    assertThat(count(read, "onto itself")).isEqualTo(1);
    assertThat(count(read, "without any synapse")).isEqualTo(1);
    assertThat(count(read, "name one again")).isEqualTo(1);
    assertThat(read.notices().stream().flatMap(n -> n.examples().stream()))
        .contains("'x' (1)", "'maybe' (1)", "'three' (1)", "'a → b' (2)");
  }

  @Test
  void keepsDuplicatesAndAddsCellsWhereThatIsAsked() {
    Connectome read = read(Duplicates.KEEP, Unknown.ADD, Bad.LEAVE_OUT);
    assertThat(read.neurons()).containsExactly("c", "b", "a", "lonely", "x");
    assertThat(read.chemical().pre()).containsExactly(0, 1, 2, 2, 2);
    assertThat(read.chemical().post()).containsExactly(0, 2, 1, 1, 4);
    assertThat(read.chemical().weight()).containsExactly(4, 2, -3, -1.5, 1);
  }

  @Test
  void refusesWhatItIsAskedToRefuse() {
    assertThatThrownBy(() -> read(Duplicates.REFUSE, Unknown.LEAVE_OUT, Bad.LEAVE_OUT))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("same two ends as another: 1, such as 'a → b' (2)");
    assertThatThrownBy(() -> read(Duplicates.SUM, Unknown.REFUSE, Bad.LEAVE_OUT))
        .hasMessageContaining("cells that the table of neurons does not name: 1, such as 'x' (1)");
    assertThatThrownBy(() -> read(Duplicates.SUM, Unknown.LEAVE_OUT, Bad.REFUSE))
        .hasMessageContaining("weight is no number: 1, such as 'three' (1)");
  }

  @Test
  void signsComeFromTransmittersAndGapJunctionsConductBothWays() {
    Path edges =
        file(
            "typed.csv",
            "a,b,n,kind\np,q,2,chemical\nq,p,1,chemical\nr,p,1,Chemical\np,q,3,gap\nq,r,2,gap\n"
                + "r,q,1,gap\ns,p,1,other\n");
    Path neurons = file("cells.csv", "id,t\np,GABA\nq,Serotonin_Glutamate\nr,dopamine\ns,ach\n");
    TableRequest request =
        new TableRequest(
            edges,
            Map.of("pre", "a", "post", "b", "weight", "n"),
            Optional.of(neurons),
            Map.of("name", "id", "transmitter", "t"),
            List.of(new Condition("kind", List.of("chemical", "gap"))),
            List.of(new Condition("kind", List.of("gap"))),
            Map.of(),
            Duplicates.SUM,
            Unknown.LEAVE_OUT,
            Bad.LEAVE_OUT);
    Connectome read = ConnectomeReader.read(request);
    assertThat(read.chemical().weight()).containsExactly(-2, 1);
    assertThat(read.electrical().pre()).containsExactly(0, 1, 1, 2);
    assertThat(read.electrical().post()).containsExactly(1, 0, 2, 1);
    assertThat(read.electrical().weight()).containsExactly(3, 3, 2, 1);
    assertThat(count(read, "--where leaves out")).isEqualTo(1);
    assertThat(count(read, "transmitter has no fast sign")).isEqualTo(1);
    assertThat(count(read, "listed in one direction")).isEqualTo(1);
    assertThat(count(read, "another weight in the other direction")).isEqualTo(2);
  }

  @Test
  void mistakesNameTheirPlace() {
    Path edges = file("edges.csv", EDGES);
    Path text = file("edges.doc", EDGES);
    assertThatThrownBy(() ->
            ConnectomeReader.read(
                request(
                    edges,
                    Map.of("pre", "pree", "post", "post"),
                    Optional.empty(),
                    Duplicates.SUM,
                    Unknown.ADD,
                    Bad.REFUSE)))
        .hasMessageContaining("--columns: table edges.csv has no column 'pree'; did you mean 'pre");
    assertThatThrownBy(() ->
            ConnectomeReader.read(
                request(
                    text,
                    Map.of("pre", "pre", "post", "post"),
                    Optional.empty(),
                    Duplicates.SUM,
                    Unknown.ADD,
                    Bad.REFUSE)))
        .hasMessageContaining("is neither a CSV file");
    assertThatThrownBy(() ->
            ConnectomeReader.read(
                request(
                    folder.resolve("none.csv"),
                    Map.of("pre", "pre", "post", "post"),
                    Optional.empty(),
                    Duplicates.SUM,
                    Unknown.ADD,
                    Bad.REFUSE)))
        .hasMessageContaining("there is no such file");
    assertThatThrownBy(() ->
            new TableRequest(
                edges,
                Map.of("pre", "pre"),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                Duplicates.SUM,
                Unknown.ADD,
                Bad.REFUSE))
        .hasMessageContaining("--columns: says no column for 'post'");
  }

  /** CSV and Parquet give the same network, which is the same when it has been written and read. */
  @Test
  void aThousandNeuronsComeBackFromParquetAndFromTheFile() throws SQLException {
    Path csv = folder.resolve("many.csv");
    Path parquet = folder.resolve("many.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      sql.execute(
          "CREATE TABLE e AS SELECT 720575940600000000 + (i * 7919) % 1000 AS pre,"
              + " 720575940600000000 + (i * 104729 + i // 1000) % 1000 AS post, 1 + i % 5 AS n,"
              + " CASE WHEN i % 4 = 0 THEN -1 ELSE 1 END AS s FROM range(20000) t(i)");
      sql.execute("COPY e TO '" + csv + "' (HEADER)");
      sql.execute("COPY e TO '" + parquet + "' (FORMAT parquet)");
    }
    Map<String, String> columns = Map.of("pre", "pre", "post", "post", "weight", "n", "sign", "s");
    Connectome one =
        ConnectomeReader.read(
            request(csv, columns, Optional.empty(), Duplicates.SUM, Unknown.ADD, Bad.REFUSE));
    Connectome other =
        ConnectomeReader.read(
            request(parquet, columns, Optional.empty(), Duplicates.SUM, Unknown.ADD, Bad.REFUSE));
    assertThat(one.neurons()).hasSize(1000).isEqualTo(other.neurons());
    assertThat(one.chemical().pre()).isEqualTo(other.chemical().pre());
    assertThat(one.chemical().weight()).isEqualTo(other.chemical().weight());
    Network network =
        new ConnectomeNetwork(
                "many",
                "neurons",
                NeuronModels.named("", "lif-exp"),
                Map.of(),
                Optional.empty(),
                Quantity.of(2, "pA"),
                Optional.empty(),
                Optional.of(Quantity.of(1, "ms")),
                3,
                Provenance.NONE)
            .of(one);
    Path file = folder.resolve("many.net.yaml");
    NetworkYaml.writeWithWeights(network, file);
    assertThat(folder.resolve("many.neurons.names.txt")).exists();
    Network again = NetworkYaml.read(file);
    assertThat(again).isEqualTo(network);
    Synapses wired = Wiring.of(again, again.projection("chemical"));
    assertThat(wired.count()).isEqualTo(one.chemical().count());
    assertThat(wired.weight()[7]).isEqualTo(2 * one.chemical().weight()[7]);
    assertThat(again.population("neurons").names().find("720575940600000017")).hasValue(17);
  }

  /** With a conductance taken as given, a weight below 0 would drive a cell without bound. */
  @Test
  void weightsBelow0EndOnThePortThatIsThereForThem() {
    Connectome one = read(Duplicates.SUM, Unknown.ADD, Bad.LEAVE_OUT);
    Network network =
        new ConnectomeNetwork(
                "few",
                "neurons",
                NeuronTexts.read(
                    "graded.neuron",
                    """
                    neuron graded
                    about Exciting and inhibiting senders open conductances.
                    parameter c_m = 1.5 pF > 0
                    state v = -35 mV
                    input g_exc in nS
                    input g_inh in nS
                    sent = 1/(1 + exp((-20 mV - v)/(8 mV)))
                    dv/dt = (-g_exc*v - g_inh*(-45 mV - v))/c_m
                    receptor signed = g_exc, g_inh
                    output sent
                    """),
                Map.of(),
                Optional.empty(),
                Quantity.of(0.1, "nS"),
                Optional.empty(),
                Optional.of(Quantity.of(1, "ms")),
                3,
                Provenance.NONE)
            .of(one);
    assertThat(network.receptor(network.projection("chemical")).port()).isEqualTo("g_exc");
    assertThat(network.receptor(network.projection("chemical")).portBelow0()).isEqualTo("g_inh");
  }
}
