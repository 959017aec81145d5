package org.hillock.verify.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hillock.app.shell.Hillock;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.SiteRef;
import org.hillock.lab.workbench.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sites by address, pattern, role and query, and what is done to them in words. */
class SiteQueryTest {

  private static final Workbench MLP = Hillock.open("../networks/digits-mlp.net.yaml");
  private static final Workbench SPIKES =
      Hillock.open("../networks/brunel-small.net.yaml").lasting(10);
  private static final Workbench GRAPH = Hillock.open("../networks/digits-mlp-onnx/model.onnx");

  private static List<String> found(Workbench bench, String query) {
    return bench.sites(query).stream().map(SiteRef::toString).toList();
  }

  @Test
  void addressesPatternsAndRolesAreFound() {
    assertThat(found(MLP, "hidden1[0..3].value")).containsExactly("hidden1[0..3].value");
    assertThat(found(MLP, "hid*")).containsExactly("hidden1", "hidden2");
    assertThat(found(MLP, "hidden?[2]")).containsExactly("hidden1[2]", "hidden2[2]");
    assertThat(found(MLP, "*.hidden1")).containsExactly("hidden1");
    assertThat(found(MLP, "hid*.sum")).containsExactly("hidden1.sum", "hidden2.sum");
    assertThat(found(MLP, "@output + image[0]")).containsExactly("out", "image[0]");
    assertThat(found(MLP, "@hidden")).containsExactly("hidden1", "hidden2");
    assertThat(found(SPIKES, "@inhibitory")).containsExactly("inh");
    assertThat(found(GRAPH, "hidden?")).containsExactly("hidden1", "hidden2");
  }

  @Test
  void queriesChooseNeurons() {
    assertThat(found(SPIKES, "exc where index >= 3 and index < 5")).containsExactly("exc[3..4]");
    assertThat(found(SPIKES, "exc where in_degree = 101")).containsExactly("exc");
    int some = SPIKES.sites("exc where out_degree > 100").getFirst().neurons().size();
    assertThat(some).isPositive();
    // excitatory synapses weigh 0.5 mV, inhibitory ones -2.5 mV at the neurons of exc
    assertThat(found(SPIKES, "@spiking where out_weight < 0")).containsExactly("inh");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "excc | did you mean 'exc'",
        "exc where out_degre > 5 | did you mean 'out_degree'",
        "exc where out_degree > 5000 | out_degree of 'exc' is",
        "exc where out_degree | is no condition",
        "exc where in_weight > 5 mV | plain number",
        "@inhibitry | did you mean '@inhibitory'",
        "zz* | no population is called",
        "exc[800] | outside",
      })
  void whatIsNotThereIsTold(String query, String told) {
    assertThatThrownBy(() -> SPIKES.sites(query))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "silense exc | did you mean 'silence'",
        "clamp exc | cannot be read",
        "lesion exc_exx | did you mean 'exc_exc'",
        "clamp exc = 3 pA | mV",
        "silence inputs of drive_exc | no inputs to silence",
        "silence exc from 3mV | mV",
        "stimulate exc = 3 pA from 5ms until 2ms | does not run forward",
      })
  void whatCannotBeDoneIsTold(String done, String told) {
    assertThatThrownBy(() -> SPIKES.with(done))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(told);
  }

  @Test
  void plainNumbersTakeNoUnits() {
    assertThatThrownBy(() -> MLP.with("clamp hidden1[3] = -65 mV"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("plain number");
    assertThatThrownBy(() -> GRAPH.with("stimulate hidden1[3] = 2 pA"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("plain number");
  }

  @Test
  void graphsHaveNoRolesAndNoSynapses() {
    for (String query : List.of("@hidden", "hidden1 where out_degree > 3")) {
      assertThatThrownBy(() -> GRAPH.sites(query)).isInstanceOf(UsageException.class);
    }
  }
}
