package org.hillock.report.text;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.census.Amount;
import org.hillock.core.census.Census;

/** Neurons and synapses of each entry on one logarithmic axis, in letters. */
final class CensusPlot {

  private static final int LEAST_ROOM = 24;
  private static final int MOST_ROOM = 96;
  private static final char NEURONS = '●';
  private static final char SYNAPSES = '○';

  private CensusPlot() {}

  /** The chart, line by line. */
  static String of(List<Census> all, int width) {
    double most = 1;
    int names = 0;
    for (Census census : all) {
      most = Math.max(most, census.total().neurons().most());
      most = Math.max(most, census.total().synapses().most());
      names = Math.max(names, census.architecture().name().length());
    }
    int powers = (int) Math.max(1, Math.ceil(Math.log10(most) - 1e-9));
    int room = Math.clamp(width - names - 7L, LEAST_ROOM, MOST_ROOM);
    StringBuilder text = new StringBuilder();
    for (Census census : all) {
      char[] line = new char[room];
      Arrays.fill(line, ' ');
      for (int power = 0; power <= powers; power++) {
        line[at(Math.pow(10, power), powers, room)] = '·';
      }
      Amount neurons = census.total().neurons();
      Amount synapses = census.total().synapses();
      if (shown(neurons) && shown(synapses)) {
        int from = at(neurons.value(), powers, room);
        int to = at(synapses.value(), powers, room);
        Arrays.fill(line, Math.min(from, to), Math.max(from, to), '─');
      }
      ranged(line, neurons, powers, NEURONS);
      ranged(line, synapses, powers, SYNAPSES);
      String name = census.architecture().name();
      text.append(name).append(" ".repeat(names - name.length() + 2));
      text.append(new String(line).stripTrailing()).append('\n');
    }
    text.append(" ".repeat(names + 2)).append(labels(powers, room)).append('\n');
    text.append(" ".repeat(names + 2));
    text.append("● neurons  ○ synapses  ━ as far as is known; each dot is ten times more\n");
    return text.toString();
  }

  private static boolean shown(Amount amount) {
    return amount.value() > 0;
  }

  private static void ranged(char[] line, Amount amount, int powers, char mark) {
    if (shown(amount)) {
      if (amount.state() == Amount.State.ESTIMATE) {
        int from = at(Math.max(1, amount.least()), powers, line.length);
        Arrays.fill(line, from, at(amount.most(), powers, line.length) + 1, '━');
      }
      line[at(amount.value(), powers, line.length)] = mark;
    }
  }

  private static int at(double value, int powers, int room) {
    return Math.clamp(Math.round(Math.log10(value) / powers * (room - 1)), 0, room - 1);
  }

  private static String labels(int powers, int room) {
    char[] line = new char[room + 6];
    Arrays.fill(line, ' ');
    int taken = -1;
    for (int power = 0; power <= powers; power++) {
      String label = power == 0 ? "1" : power == 1 ? "10" : NumberText.powerOfTen(power);
      int at = at(Math.pow(10, power), powers, room);
      if (at > taken) {
        label.getChars(0, label.length(), line, at);
        taken = at + label.length() + 1;
      }
    }
    return new String(line).stripTrailing();
  }
}
