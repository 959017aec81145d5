package org.hillock.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteRefTest {

  private static final Network NETWORK =
      Network.builder("n").population("exc", 10, "lif-delta").build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exc",
        "exc.v",
        "exc[0..9].spikes",
        "exc[3,7,9..12].v",
        "\"block/0:out\"[0..4; token=2,5].value",
        "exc[batch=0..3].v",
        "\"a\\\"b.c\".value"
      })
  void isWrittenAsItIsRead(String text) {
    SiteRef ref = SiteRef.parse(text);
    assertThat(ref).hasToString(text);
    assertThat(SiteRef.parse(ref.toString())).isEqualTo(ref);
  }

  @Test
  void readsEveryPart() {
    SiteRef ref = SiteRef.parse("\"a.b/c\"[1,3..4; batch=0].value");
    assertThat(ref.owner()).isEqualTo("a.b/c");
    assertThat(ref.neurons()).containsExactly(new SiteRef.Range(1, 1), new SiteRef.Range(3, 4));
    assertThat(ref.axes()).containsEntry("batch", List.of(new SiteRef.Range(0, 0)));
    assertThat(ref.variable()).isEqualTo(Optional.of("value"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|names no population",
        "exc[0|lacks a ']'",
        "\"exc|lacks a closing quote",
        "exc[a..b].v|has 'a..b' where a number or a range such as 0..9 belongs",
        "exc[a;b=c].v|has 'c' where a number or a range such as 0..9 belongs",
        "exc.|cannot be read",
        "exc[1]x|cannot be read from 'x' on",
        "exc[5..2].v|range 5..2 does not run upwards",
      })
  void saysWhatItCannotRead(String text, String message) {
    assertThatThrownBy(() -> SiteRef.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void bindsToNeuronsInOrderEachOnce() {
    Site site = Site.bind(NETWORK, SiteRef.parse("exc[7,2..4,3].v"));
    assertThat(site.neurons().toArray()).containsExactly(7, 2, 3, 4);
    assertThat(site.variable().unit()).isEqualTo("mV");
    Site all = Site.bind(NETWORK, SiteRef.parse("exc"));
    assertThat(all.neurons().size()).isEqualTo(10);
    assertThat(all.variable().name()).isEqualTo("spikes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "exx.v|site 'exx.v': population 'exx' is unknown; did you mean 'exc'?",
        "exc.w|site 'exc.w': neurons of model 'lif-delta' have no variable 'w'; did you mean 'v'?",
        "exc[10].v|site 'exc[10].v': neuron 10 is outside population 'exc' (0..9)",
        "exc[token=1].v|site 'exc[token=1].v': populations of this network have no axis 'token'",
      })
  void saysWhatItCannotBind(String text, String message) {
    assertThatThrownBy(() -> Site.bind(NETWORK, SiteRef.parse(text))).hasMessage(message);
  }
}
