package org.hillock.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Silence.Scope;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.Session;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.core.wiring.Parameters;

/**
 * Interventions from sites as they are asked for: one for each population that a {@link SiteQuery}
 * finds.
 */
public final class Interventions {

  private static final Pattern TEXT =
      Pattern.compile("(?s)\\s*(\\w+)\\s+(.+?)(?:\\s+from\\s+(\\S+))?(?:\\s+until\\s+(\\S+))?\\s*");

  private static final List<String> VERBS = List.of("silence", "clamp", "stimulate", "lesion");

  /** Most neurons that are taken one by one. */
  public static final int MOST_SINGLE = 100_000;

  private final Session session;
  private final Optional<Network> described;

  /** For a session of a network. */
  public Interventions(Session session, Optional<Network> described) {
    this.session = session;
    this.described = described;
  }

  /** What a query finds here. */
  public List<SiteRef> sites(String query) {
    return new SiteQuery(query).in(session, described);
  }

  /**
   * Every neuron that a query finds, as a site of its own.
   *
   * @throws UsageException where a site is chosen by axes, or there are more than {@value
   *     #MOST_SINGLE}
   */
  public List<SiteRef> each(String query) {
    List<SiteRef> all = new ArrayList<>();
    for (SiteRef site : sites(query)) {
      if (!site.axes().isEmpty()) {
        throw new UsageException("site '" + site + "' is chosen by axes; name its neurons");
      }
      for (int n : session.bind(site).neurons().toArray()) {
        all.add(
            new SiteRef(
                site.owner(), List.of(new SiteRef.Range(n, n)), site.axes(), site.variable()));
      }
    }
    if (all.size() > MOST_SINGLE) {
      throw new UsageException(
          "sites '"
              + query
              + "': "
              + all.size()
              + " neurons one by one are more than "
              + MOST_SINGLE
              + "; name fewer");
    }
    return all;
  }

  /** Silences neurons. */
  public List<Intervention> silence(String query, Scope scope, Window window) {
    return sites(query).stream()
        .map(site -> (Intervention) new Intervention.Silence(site, scope, window))
        .toList();
  }

  /**
   * Holds neurons.
   *
   * @param level with the unit of the variable, or a plain number in its unit
   */
  public List<Intervention> clamp(String query, Quantity level, Window window) {
    List<Intervention> all = new ArrayList<>();
    for (SiteRef found : sites(query)) {
      SiteRef site = holdable(found);
      all.add(new Intervention.Clamp(site, in(level, session.bind(site)), window));
    }
    return all;
  }

  /**
   * Adds to the sums of neurons.
   *
   * @param amount with the unit of the bias, or a plain number in its unit
   */
  public List<Intervention> stimulate(String query, Quantity amount, Window window) {
    List<Intervention> all = new ArrayList<>();
    for (SiteRef site : sites(query)) {
      Population population = session.bind(site).population();
      boolean plain = amount.unit().equals(Unit.NONE);
      if (!plain && population.model().family() == NeuronModel.Family.VALUE) {
        throw plain(amount, site);
      }
      if (!plain && population.model().biasDimension().isEmpty()) {
        // the level of a modulator, or neurons of which the session says that they have no sum
        plain = true;
      }
      double value = plain ? amount.value() : amount.in(Parameters.biasUnit(population));
      all.add(new Intervention.Stimulate(site, value, window));
    }
    return all;
  }

  /**
   * Cuts projections.
   *
   * @param names projections by name, with {@code *} for any letters, joined by {@code +}
   * @throws UsageException where there is none of that name, with the nearest
   */
  public List<Intervention> lesion(String names, Window window) {
    Network network =
        described.orElseThrow(() ->
            new UsageException(
                "lesion of '" + names + "': a foreign graph has nodes and no projections"));
    List<Intervention> all = new ArrayList<>();
    for (String name : names.split("\\+")) {
      String glob = Pattern.quote(name.strip()).replace("*", "\\E.*\\Q");
      List<String> known = List.copyOf(network.projections().keySet());
      List<String> matched = known.stream().filter(n -> n.matches(glob)).toList();
      if (matched.isEmpty()) {
        throw new UsageException(
            "lesion of '"
                + name.strip()
                + "': network '"
                + network.name()
                + "' has no such projection; "
                + NearestName.hint(name.strip(), known));
      }
      matched.forEach(n -> all.add(new Intervention.Lesion(n, window)));
    }
    return all;
  }

  /**
   * Reads what is to be done, such as {@code silence exc[3] from 10ms until 20ms}, {@code silence
   * inputs of exc}, {@code clamp hidden[7] = 0.5}, {@code stimulate exc = 50pA}, {@code lesion
   * feedback}.
   *
   * @throws UsageException that shows what could not be read, or names what is unknown
   */
  public List<Intervention> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw bad(text);
    }
    Window window = window(parts.group(3), parts.group(4));
    String what = parts.group(2).strip();
    return switch (parts.group(1).toLowerCase(Locale.ROOT)) {
      case "silence" -> silence(what, window);
      case "clamp" -> clamp(before(text, what), after(text, what), window);
      case "stimulate" -> stimulate(before(text, what), after(text, what), window);
      case "lesion" -> lesion(what, window);
      default ->
          throw new UsageException(
              "'"
                  + parts.group(1)
                  + "' in '"
                  + text
                  + "' is nothing that can be done; "
                  + NearestName.hint(parts.group(1), VERBS));
    };
  }

  private List<Intervention> silence(String what, Window window) {
    for (Scope scope : Scope.values()) {
      String words = scope.name().toLowerCase(Locale.ROOT) + " of ";
      if (what.startsWith(words)) {
        return silence(what.substring(words.length()), scope, window);
      }
    }
    return silence(what, Scope.OUTPUTS, window);
  }

  /**
   * A window from its ends as written; the whole run where there are none.
   *
   * @throws UsageException where one is no time
   */
  public static Window window(
      @org.jspecify.annotations.Nullable String from,
      @org.jspecify.annotations.Nullable String until) {
    if (from == null && until == null) {
      return Window.ALWAYS;
    }
    return new Window(
        from == null ? 0 : Quantity.parse(from).in(Unit.MS),
        until == null ? Double.POSITIVE_INFINITY : Quantity.parse(until).in(Unit.MS));
  }

  private static String before(String text, String what) {
    int equals = what.lastIndexOf('=');
    if (equals < 1) {
      throw bad(text);
    }
    return what.substring(0, equals).strip();
  }

  private static Quantity after(String text, String what) {
    int equals = what.lastIndexOf('=');
    if (equals < 1) {
      throw bad(text);
    }
    return Quantity.parse(what.substring(equals + 1).strip());
  }

  private static UsageException bad(String text) {
    return new UsageException(
        "'"
            + text
            + "' cannot be read; write 'silence SITES', 'silence inputs of SITES', 'clamp SITES ="
            + " NUMBER', 'stimulate SITES = NUMBER' or 'lesion PROJECTION', each with 'from TIME'"
            + " and 'until TIME' behind it");
  }

  /** The variable that is held where none is named: the value, or the potential. */
  private SiteRef holdable(SiteRef ref) {
    if (ref.variable().isPresent()) {
      return ref;
    }
    NeuronModel model = session.bind(ref).population().model();
    boolean spikes =
        model.family() != NeuronModel.Family.RATE && model.family() != NeuronModel.Family.VALUE;
    return ref.withVariable(Optional.of(spikes ? "v" : "value"));
  }

  private static double in(Quantity level, Site site) {
    if (level.unit().equals(Unit.NONE)) {
      return level.value();
    }
    if (site.variable().unit().isEmpty()) {
      throw plain(level, site.ref());
    }
    return level.in(Unit.parse(site.variable().unit()));
  }

  private static UsageException plain(Quantity given, SiteRef site) {
    return new UsageException(
        "site '" + site + "': takes a plain number, not " + given + ", which has a unit");
  }
}
