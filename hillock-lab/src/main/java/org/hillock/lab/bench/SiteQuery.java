package org.hillock.lab.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Session;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;

/**
 * Sites as a person asks for them: by address, by pattern, by role, by what is true of neurons.
 *
 * <ul>
 *   <li>{@code exc[0..99].v}, {@code "block/0:out"[3; token=2]}: an address ({@link SiteRef})
 *   <li>{@code neurons[AVAL]}, {@code neurons[AVA*]}, {@code AVAL}: neurons by their names, where
 *       they have any
 *   <li>{@code hid*}, {@code *.hidden}, {@code hid*[0..9].value}: {@code *} stands for any letters
 *       of a name, {@code ?} for one; {@code *.} at the start may stand for nothing
 *   <li>{@code @inhibitory}, {@code @hidden}: a {@link Role}
 *   <li>{@code exc where out_degree > 50 and bias < 2 mV/ms}: of these, the neurons for which all
 *       conditions are true
 *   <li>{@code exc[0] + inh[3..5]}: all of these
 * </ul>
 *
 * @param text as written
 */
public record SiteQuery(String text) {

  private static final String ROLE = "@";
  private static final String WHERE = " where ";

  /**
   * Finds the sites in a session's network, each of one population, none empty.
   *
   * @param described the network where it is described; roles and conditions need it
   * @throws UsageException where nothing is found, with the nearest name
   */
  public List<SiteRef> in(Session session, Optional<Network> described) {
    List<SiteRef> found = new ArrayList<>();
    Optional<WiredNeurons> wiring = described.map(WiredNeurons::new);
    for (String part : split(text, " + ")) {
      List<String> sides = split(part, WHERE);
      if (sides.size() > 2) {
        throw new UsageException(
            "sites '" + text + "' say 'where' twice; join conditions by 'and'");
      }
      List<SiteRef> all = pattern(sides.getFirst().strip(), session, described, wiring);
      found.addAll(
          sides.size() == 1 ? all : filtered(all, sides.get(1), session, described, wiring));
    }
    found.replaceAll(ref -> Site.numbered(session.network(), ref));
    found.forEach(session::bind);
    return List.copyOf(found);
  }

  private List<SiteRef> pattern(
      String pattern, Session session, Optional<Network> described, Optional<WiredNeurons> wiring) {
    if (pattern.startsWith(ROLE)) {
      return role(pattern, described, wiring);
    }
    if (!pattern.startsWith("\"") && (pattern.contains("*") || pattern.contains("?"))) {
      return named(pattern, session);
    }
    return List.of(SiteRef.parse(pattern));
  }

  private List<SiteRef> role(
      String pattern, Optional<Network> described, Optional<WiredNeurons> wiring) {
    int dot = pattern.indexOf('.');
    Role role = Role.parse(pattern.substring(1, dot < 0 ? pattern.length() : dot));
    Optional<String> variable =
        dot < 0 ? Optional.empty() : Optional.of(pattern.substring(dot + 1));
    if (described.isEmpty() || wiring.isEmpty()) {
      throw new UsageException(
          "sites '" + text + "': a foreign graph has no roles; name its values, such as 'conv*'");
    }
    List<SiteRef> found = new ArrayList<>();
    for (Population population : described.get().populations().values()) {
      int[] neurons = role.of(described.get(), population, wiring.get());
      if (neurons.length > 0) {
        found.add(site(population, neurons, Map.of(), variable));
      }
    }
    if (found.isEmpty()) {
      throw new UsageException(
          "sites '"
              + text
              + "': no neuron of network '"
              + described.get().name()
              + "' is "
              + pattern);
    }
    return found;
  }

  private List<SiteRef> named(String pattern, Session session) {
    int bracket = pattern.indexOf('[');
    String name = bracket < 0 ? pattern : pattern.substring(0, bracket);
    String rest = bracket < 0 ? "" : pattern.substring(bracket);
    List<String> known = List.copyOf(session.network().populations().keySet());
    List<String> matched = known.stream().filter(glob(name)).toList();
    int dot = name.lastIndexOf('.');
    if (matched.isEmpty() && bracket < 0 && dot > 0) {
      rest = name.substring(dot);
      matched = known.stream().filter(glob(name.substring(0, dot))).toList();
    }
    if (matched.isEmpty()) {
      throw new UsageException(
          "sites '"
              + text
              + "': no population is called '"
              + name
              + "'; "
              + NearestName.hint(name.replaceAll("[*?.]", ""), known));
    }
    List<SiteRef> found = new ArrayList<>();
    for (String owner : matched) {
      SiteRef whole = new SiteRef(owner, List.of(), Map.of(), Optional.empty());
      found.add(SiteRef.parse(whole + rest));
    }
    return found;
  }

  private static java.util.function.Predicate<String> glob(String pattern) {
    String rest = pattern.startsWith("*.") ? pattern.substring(2) : pattern;
    StringBuilder regex = new StringBuilder(pattern.startsWith("*.") ? "(.*[./])?" : "");
    for (char c : rest.toCharArray()) {
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString()).asMatchPredicate();
  }

  private List<SiteRef> filtered(
      List<SiteRef> sites,
      String conditions,
      Session session,
      Optional<Network> described,
      Optional<WiredNeurons> wiring) {
    if (described.isEmpty() || wiring.isEmpty()) {
      throw new UsageException(
          "sites '" + text + "': 'where' asks about synapses, and a foreign graph has none");
    }
    List<Condition> all = new ArrayList<>();
    for (String one : split(conditions, " and ")) {
      all.add(Condition.parse(text, one));
    }
    List<SiteRef> found = new ArrayList<>();
    List<String> nearest = new ArrayList<>();
    for (SiteRef ref : sites) {
      Population population = session.bind(ref).population();
      int[] neurons = session.bind(ref).neurons().toArray();
      for (Condition condition : all) {
        nearest.add(condition.nearest(text, described.get(), population, wiring.get(), neurons));
        neurons = condition.of(text, described.get(), population, wiring.get(), neurons);
        if (neurons.length == 0) {
          break;
        }
      }
      if (neurons.length > 0) {
        found.add(site(population, neurons, ref.axes(), ref.variable()));
      }
    }
    if (found.isEmpty()) {
      throw new UsageException(
          "sites '" + text + "': no neuron is so; " + String.join(", ", nearest));
    }
    return found;
  }

  /** Neurons as few ranges; none where they are all. */
  private static SiteRef site(
      Population population,
      int[] neurons,
      Map<String, List<SiteRef.Range>> axes,
      Optional<String> variable) {
    if (neurons.length == population.size()) {
      return new SiteRef(population.name(), List.of(), axes, variable);
    }
    return new SiteRef(population.name(), ranges(neurons), axes, variable);
  }

  /** Numbers as ascending ranges. */
  public static List<SiteRef.Range> ranges(int[] neurons) {
    int[] sorted = IntStream.of(neurons).sorted().distinct().toArray();
    List<SiteRef.Range> ranges = new ArrayList<>();
    int k = 0;
    while (k < sorted.length) {
      int end = k;
      while (end + 1 < sorted.length && sorted[end + 1] == sorted[end] + 1) {
        end++;
      }
      ranges.add(new SiteRef.Range(sorted[k], sorted[end]));
      k = end + 1;
    }
    return ranges;
  }

  /** Splits at a word outside quotes and brackets. */
  private static List<String> split(String text, String at) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      depth += quoted ? 0 : c == '[' ? 1 : c == ']' ? -1 : 0;
      if (!quoted && depth == 0 && text.startsWith(at, i)) {
        parts.add(text.substring(from, i));
        from = i + at.length();
        i = from - 1;
      }
    }
    parts.add(text.substring(from));
    return Arrays.asList(parts.toArray(String[]::new));
  }
}
