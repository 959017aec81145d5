package org.hillock.core.transmitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.hillock.core.problem.UsageException;
import org.hillock.core.transmitter.ReceptorKind.Gate;
import org.hillock.core.transmitter.ReceptorKind.Kinetics;
import org.hillock.core.transmitter.ReceptorKind.MagnesiumBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransmittersTest {

  private static final Transmitters CATALOGUE = Transmitters.shipped();

  private static ReceptorKind receptor(String name) {
    return CATALOGUE.receptor(name).orElseThrow();
  }

  private static Transmitter transmitter(String name) {
    return CATALOGUE.find(name).orElseThrow();
  }

  /** Hill and Tononi 2005, as in FACTS of the project. */
  @ParameterizedTest
  @CsvSource({"ampa, 0.5, 2.4, 0", "nmda, 4, 40, 0", "gaba_a, 1, 7, -70", "gaba_b, 60, 200, -90"})
  void measuredReceptorsHaveTheirNumbers(String name, double rise, double decay, double reversal) {
    ReceptorKind kind = receptor(name);
    assertThat(kind.kinetics()).contains(new Kinetics(rise, decay));
    assertThat(kind.reversalMv()).contains(reversal);
    assertThat(kind.numbers()).contains("10.1152/jn.00915.2004");
  }

  @Test
  void numbersOfNoOneMeasurementSaySo() {
    for (ReceptorKind kind : CATALOGUE.receptors()) {
      boolean hasNumbers = kind.kinetics().isPresent() || kind.reversalMv().isPresent();
      if (hasNumbers && !kind.numbers().contains("doi 10.")) {
        assertThat(kind.numbers()).as(kind.name()).startsWith("textbook value");
      }
    }
    assertThat(receptor("glycine").numbers()).startsWith("textbook value");
    assertThat(receptor("nicotinic").numbers()).startsWith("textbook value");
  }

  @Test
  void magnesiumBlocksNmdaNearRestAndLeavesWithDepolarisation() {
    MagnesiumBlock block = receptor("nmda").magnesium().orElseThrow();
    // By hand: 1 / (1 + 0.28 exp(4.34)) and 1 / 1.28; four digits are what was worked out.
    assertThat(block.open(-70, 1)).isCloseTo(0.0445, within(1e-4));
    assertThat(block.open(0, 1)).isCloseTo(0.78125, within(1e-12));
    assertThat(block.open(-70, 0)).isEqualTo(1);
    assertThat(CATALOGUE.receptors().stream().filter(r -> r.magnesium().isPresent())).hasSize(1);
  }

  @Test
  void theSignBelongsToTheReceptor() {
    assertThat(receptor("ampa").sign()).isEqualTo(Action.EXCITES);
    assertThat(receptor("glucl").sign()).isEqualTo(Action.INHIBITS);
    assertThat(CATALOGUE.of(receptor("glucl"))).containsExactly(transmitter("glutamate"));
    assertThat(receptor("muscarinic").sign()).isEqualTo(Action.MODULATES);
    assertThat(receptor("muscarinic").gate()).isEqualTo(Gate.METABOTROPIC);
    assertThat(CATALOGUE.of(receptor("beta"))).hasSize(2);
  }

  @Test
  void transmittersOfTheBookAreThere() {
    assertThat(CATALOGUE.names())
        .contains("glutamate", "gaba", "glycine", "acetylcholine", "serotonin", "histamine")
        .contains("dopamine", "adrenaline", "noradrenaline", "endorphin");
    assertThat(transmitter("GABA").fastSign()).contains(Action.INHIBITS);
    assertThat(transmitter("norepinephrine").name()).isEqualTo("noradrenaline");
    assertThat(transmitter("dopamine").kind().words()).isEqualTo("catecholamine");
    assertThat(transmitter("gaba").kind().words()).isEqualTo("amino acid");
    assertThat(transmitter("dopamine").fastSign()).isEqualTo(Optional.<Action>empty());
    assertThat(transmitter("glutamate").bindsTo("nmda")).isTrue();
    assertThat(transmitter("glutamate").bindsTo("glutamate")).isTrue();
    assertThat(transmitter("glutamate").bindsTo("gaba_a")).isFalse();
  }

  @Test
  void ionsAreNoTransmitters() {
    assertThat(CATALOGUE.find("sodium")).isEmpty();
    assertThat(CATALOGUE.ion("Na+")).isPresent();
    assertThatThrownBy(() -> CATALOGUE.named("x", "Cl-"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "x: 'Cl-' is no transmitter, but an ion: flows through GABA-A and glycine receptors and"
                + " holds the potential near its reversal");
  }

  @Test
  void anUnknownNameGetsTheNearest() {
    assertThatThrownBy(() -> CATALOGUE.named("x", "glutamat"))
        .hasMessage("x: transmitter 'glutamat' is unknown; did you mean 'glutamate'?");
    assertThatThrownBy(() -> CATALOGUE.named("x", "norepinefrine"))
        .hasMessage("x: transmitter 'norepinefrine' is unknown; did you mean 'norepinephrine'?");
    assertThatThrownBy(() -> CATALOGUE.named("x", "phlogiston"))
        .hasMessageStartingWith("x: transmitter 'phlogiston' is unknown; known: glutamate, gaba");
  }

  private static final String GLUTAMATE =
      "glutamate | - | amino acid | - | ampa | e | w | s | 10.1000/1";
  private static final String AMPA =
      "ampa | AMPA | ionotropic | excites | 1 | 2 | 0 | - | textbook value | m | s | 10.1000/2";

  /** A change of one line of a good pair of tables, and the message that it must get. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "| e | w;| w;line 2 has 8 columns where the first line has 9",
        "10.1000/1;10.1000/1 | x;line 2 has 10 columns where the first line has 9",
        "amino acid;amino;glutamate: No enum constant",
        "| e |;| |;line 2 says nothing of effect",
        "| e |;| - |;glutamate: has no effect",
        "10.1000/1;11.1000/1;glutamate: '11.1000/1' is not a DOI",
        "| - | ampa;| - | -;glutamate: binds to nothing",
        "| - | ampa;| - | ampa, nmda;unknown receptors: [nmda]",
        "glutamate | -;glutamate | glutamate;'glutamate' names two things",
        "glutamate;Glutamate;'Glutamate' is not a name",
        "| 1 | 2 |;| 2 | 1 |;ampa: rise 2.0, decay 1.0 ms",
        "| 1 | 2 |;| 1 | - |;ampa: needs one rise and one decay, or none of both",
        "| 1 | 2 |;| 1 | x |;ampa: For input string",
        "| textbook value;| -;ampa: does not say where its numbers are from",
        "| 1 | 2 | 0;| - | - | -;ampa: has a source of no numbers",
        "| 0 | -;| 0 | 1;ampa: a magnesium block needs two numbers",
        "| 0 | -;| 0 | 1 -1;ampa: block 1.0 /mM, -1.0 /mV",
        "excites;exites;ampa: No enum constant"
      })
  void tablesAreCheckedAsTheyAreRead(String from, String to, String message) {
    String head = "name | also | class | sign | receptors | effect | where | source | doi\n";
    String receptors =
        "name | called | gate | sign | rise | decay | reversal | magnesium | numbers | meaning |"
            + " source | doi\n";
    String ions = "name | also | meaning | source | doi\n";
    assertThat(Transmitters.read(head + GLUTAMATE, receptors + AMPA, ions).all()).hasSize(1);
    assertThat((GLUTAMATE + AMPA).contains(from)).isTrue();
    assertThatThrownBy(() ->
            Transmitters.read(
                head + GLUTAMATE.replace(from, to), receptors + AMPA.replace(from, to), ions))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aNameStandsOnce() {
    assertThatThrownBy(() -> TextTable.read("# of cells\nname | a\nx | 1\n\nx | 2\n"))
        .hasMessage("line 5 'x' stands twice");
  }
}
