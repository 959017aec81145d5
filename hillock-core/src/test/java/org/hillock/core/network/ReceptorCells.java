package org.hillock.core.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.NeuronModel.Receptor.Sign;
import org.hillock.core.network.NeuronModel.Variable;
import org.hillock.core.quantity.Dimension;

/** Neurons with receptors of many kinds, which only tests of the description know. */
public final class ReceptorCells implements NeuronModelProvider {

  @Override
  public List<NeuronModel> models() {
    return List.of(
        cell(
            "cell",
            excites("ampa"),
            excites("nmda"),
            inhibits("gaba_a"),
            new Receptor("signed", Sign.AS_GIVEN, "ampa", "gaba_a", Dimension.VOLTAGE)),
        cell("insect-cell", excites("nicotinic"), inhibits("glucl"), inhibits("gaba_a")),
        cell(
            "alias-cell",
            excites("ampa"),
            new Receptor("glutamate", Sign.EXCITES, "ampa", "ampa", Dimension.VOLTAGE),
            inhibits("gabaa")));
  }

  private static Receptor excites(String name) {
    return new Receptor(name, Sign.EXCITES, name, name, Dimension.VOLTAGE);
  }

  private static Receptor inhibits(String name) {
    return new Receptor(name, Sign.INHIBITS, name, name, Dimension.VOLTAGE);
  }

  private static NeuronModel cell(String name, Receptor... receptors) {
    return new NeuronModel(
        name,
        NeuronModel.Family.SPIKING,
        "For tests.",
        "",
        List.of(),
        List.of(receptors),
        Arrays.stream(receptors).map(r -> new Variable(r.port(), "mV", "")).distinct().toList(),
        Optional.empty());
  }
}
