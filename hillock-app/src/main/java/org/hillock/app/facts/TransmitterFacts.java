package org.hillock.app.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.transmitter.Action;
import org.hillock.core.transmitter.Ion;
import org.hillock.core.transmitter.ReceptorKind;
import org.hillock.core.transmitter.ReceptorKind.MagnesiumBlock;
import org.hillock.core.transmitter.Transmitter;
import org.hillock.core.transmitter.Transmitters;

/** What is known of transmitters and receptors. */
public final class TransmitterFacts {

  private static final Transmitters CATALOGUE = Transmitters.shipped();

  private TransmitterFacts() {}

  /** All of them, briefly. */
  public static Map<String, Object> all() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("transmitters", CATALOGUE.all().stream().map(TransmitterFacts::brief).toList());
    facts.put("receptors", CATALOGUE.receptors().stream().map(TransmitterFacts::brief).toList());
    facts.put("no transmitters", CATALOGUE.ions().stream().map(TransmitterFacts::brief).toList());
    return facts;
  }

  /**
   * Everything about one: a transmitter, a receptor or an ion, by any of its names; capitals do not
   * matter, and where a transmitter and a receptor share a name, it is the transmitter, which lists
   * the receptor.
   *
   * @throws UsageException with the nearest known name
   */
  public static Map<String, Object> of(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return CATALOGUE
        .find(wanted)
        .map(TransmitterFacts::full)
        .or(() -> CATALOGUE.receptor(wanted.replace('-', '_')).map(TransmitterFacts::full))
        .or(() -> CATALOGUE.ion(wanted).map(TransmitterFacts::full))
        .orElseThrow(() ->
            new UsageException(
                "no transmitter, receptor or ion is named '"
                    + name
                    + "'; "
                    + NearestName.hint(name, names())
                    + " './hillock transmitters' lists all"));
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(CATALOGUE.names());
    CATALOGUE.all().forEach(t -> names.addAll(t.also()));
    CATALOGUE.receptors().forEach(r -> names.add(r.name()));
    CATALOGUE.ions().forEach(ion -> names.add(ion.name()));
    return names;
  }

  private static Map<String, Object> brief(Transmitter t) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", t.name());
    facts.put("class", t.kind().words());
    facts.put("fast sign", sign(t));
    facts.put("receptors", t.receptors());
    facts.put("source", t.source() + ", doi " + t.doi());
    return facts;
  }

  private static String sign(Transmitter t) {
    return t.fastSign().map(TransmitterFacts::word).orElse("none");
  }

  private static String word(Action action) {
    return action.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> full(Transmitter t) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("transmitter", t.name());
    facts.put("also", t.also());
    facts.put("class", t.kind().words());
    facts.put("fast sign", sign(t));
    facts.put("effect", t.effect());
    facts.put("where", t.where());
    facts.put("source", t.source() + ", doi " + t.doi());
    facts.put(
        "binds to",
        CATALOGUE.receptors().stream()
            .filter(r -> t.receptors().contains(r.name()))
            .map(TransmitterFacts::detail)
            .toList());
    return facts;
  }

  private static Map<String, Object> brief(ReceptorKind r) {
    Map<String, Object> facts = row(r);
    if (!r.numbers().isEmpty()) {
      facts.put("numbers from", r.numbers().split("[,:;]", 2)[0]);
    }
    facts.put("meaning", r.meaning());
    return facts;
  }

  private static Map<String, Object> detail(ReceptorKind r) {
    Map<String, Object> facts = row(r);
    facts.put("meaning", r.meaning());
    facts.put("source", r.source() + ", doi " + r.doi());
    if (!r.numbers().isEmpty()) {
      facts.put("numbers from", r.numbers());
    }
    return facts;
  }

  private static Map<String, Object> row(ReceptorKind r) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", r.name());
    facts.put("acts", r.gate().name().toLowerCase(Locale.ROOT));
    facts.put("sign", word(r.sign()));
    putNumbers(facts, r);
    return facts;
  }

  /** What is not known stays away. */
  private static void putNumbers(Map<String, Object> facts, ReceptorKind r) {
    r.kinetics()
        .ifPresent(k -> {
          facts.put("rise ms", number(k.riseMs()));
          facts.put("decay ms", number(k.decayMs()));
        });
    r.reversalMv().ifPresent(v -> facts.put("reversal mV", number(v)));
  }

  private static Object number(double value) {
    return value == Math.rint(value) ? (Object) (long) value : (Object) value;
  }

  private static Map<String, Object> full(ReceptorKind r) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("receptor", r.name());
    facts.put("called", r.called());
    facts.put("acts", r.gate().name().toLowerCase(Locale.ROOT));
    facts.put("sign", word(r.sign()));
    facts.put("meaning", r.meaning());
    facts.put("binds", CATALOGUE.of(r).stream().map(Transmitter::name).toList());
    putNumbers(facts, r);
    r.magnesium().ifPresent(block -> facts.put("magnesium block", told(block)));
    if (!r.numbers().isEmpty()) {
      facts.put("numbers from", r.numbers());
    }
    facts.put("source", r.source() + ", doi " + r.doi());
    return facts;
  }

  private static String told(MagnesiumBlock block) {
    return "open share 1 / (1 + "
        + block.perMm()
        + " [Mg] exp(-"
        + block.perMv()
        + " V)), [Mg] in mM, V in mV";
  }

  private static Map<String, Object> brief(Ion ion) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", ion.name());
    facts.put("also", ion.also());
    facts.put("meaning", ion.meaning());
    return facts;
  }

  private static Map<String, Object> full(Ion ion) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("no transmitter", ion.name());
    facts.put("also", ion.also());
    facts.put("meaning", ion.meaning());
    facts.put("source", ion.source() + ", doi " + ion.doi());
    return facts;
  }
}
