package org.hillock.core.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTextTest {

  private static Expression read(String text) {
    Tokens tokens = new Tokens(new TextPlace("t", 1, ""), text);
    Expression expression = ExpressionParser.next(tokens);
    tokens.needEnd();
    return expression;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a-(b-c)                   |a - (b - c)
          (a-b)-c                   |a - b - c
          a/(b*c)                   |a/(b*c)
          a*b/c                     |a*b/c
          -a^2                      |-a^2
          (-a)^2                    |(-a)^2
          2^-1                      |2^-1
          a^b^c                     |a^b^c
          (a^b)^c                   |(a^b)^c
          -(a+b)*c                  |-(a + b)*c
          10 mV/ms                  |10 mV/ms
          (10 mV)^2                 |(10 mV)^2
          3 mV^2                    |3 mV^2
          not (a>1 and b<2) or c>=3 |not (a > 1 and b < 2) or c >= 3
          (a>1 or b>1) and c>1      |(a > 1 or b > 1) and c > 1
          where(a<=1,clip(a,0,1),-2)|where(a <= 1, clip(a, 0, 1), -2)
          """)
  void isWrittenWithTheParenthesesThatAreNeeded(String text, String written) {
    assertThat(ExpressionText.of(read(text))).isEqualTo(written);
    assertThat(read(written)).isEqualTo(read(text));
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() {
    for (String name : GoodTexts.NAMES) {
      NeuronEquations said = NeuronText.read(name, GoodTexts.of(name)).equations();
      List<Expression> all = new ArrayList<>();
      said.definitions().forEach(d -> all.add(d.value()));
      said.states().forEach(s -> s.derivative().ifPresent(all::add));
      said.spike().ifPresent(all::add);
      for (Expression expression : all) {
        String written = ExpressionText.of(expression);
        assertThat(ExpressionText.of(read(written))).isEqualTo(written);
      }
    }
  }
}
