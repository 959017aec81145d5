package org.hillock.core.transmitter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.transmitter.ReceptorKind.Gate;
import org.hillock.core.transmitter.ReceptorKind.Kinetics;
import org.hillock.core.transmitter.ReceptorKind.MagnesiumBlock;
import org.hillock.core.transmitter.TextTable.Row;

/**
 * The catalogue: transmitters, receptors, and the ions that are taken for transmitters.
 *
 * @param all the transmitters, in order
 * @param receptors in order
 * @param ions in order
 */
public record Transmitters(List<Transmitter> all, List<ReceptorKind> receptors, List<Ion> ions) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S+");

  private static final Transmitters SHIPPED =
      read(resource("transmitters.txt"), resource("receptors.txt"), resource("ions.txt"));

  public Transmitters {
    all = List.copyOf(all);
    receptors = List.copyOf(receptors);
    ions = List.copyOf(ions);
    check(all, receptors, ions);
  }

  /** The catalogue that comes with Hillock. */
  public static Transmitters shipped() {
    return SHIPPED;
  }

  /**
   * A catalogue of three tables.
   *
   * @throws IllegalArgumentException naming the line or row that is wrong
   */
  static Transmitters read(String transmitters, String receptors, String ions) {
    return new Transmitters(
        TextTable.read(transmitters).map(Transmitters::transmitter),
        TextTable.read(receptors).map(Transmitters::receptorKind),
        TextTable.read(ions).map(Transmitters::ion));
  }

  private static String resource(String name) {
    try (InputStream in = Transmitters.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Transmitter transmitter(Row row) {
    Optional<Action> sign =
        row.text("sign").isEmpty()
            ? Optional.empty()
            : Optional.of(word(Action.class, row.text("sign")));
    return new Transmitter(
        row.needed("name"),
        row.words("also"),
        word(TransmitterClass.class, row.needed("class")),
        sign,
        row.words("receptors"),
        row.needed("effect"),
        row.needed("where"),
        row.needed("source"),
        row.needed("doi"));
  }

  private static ReceptorKind receptorKind(Row row) {
    List<Double> rise = row.numbers("rise");
    List<Double> decay = row.numbers("decay");
    List<Double> reversal = row.numbers("reversal");
    List<Double> block = row.numbers("magnesium");
    if (rise.size() != decay.size() || rise.size() > 1 || reversal.size() > 1) {
      throw new IllegalArgumentException("needs one rise and one decay, or none of both");
    }
    if (block.size() != 0 && block.size() != 2) {
      throw new IllegalArgumentException("a magnesium block needs two numbers");
    }
    boolean hasNumbers = !(rise.isEmpty() && reversal.isEmpty() && block.isEmpty());
    if (hasNumbers == row.text("numbers").isEmpty()) {
      throw new IllegalArgumentException(
          hasNumbers ? "does not say where its numbers are from" : "has a source of no numbers");
    }
    return new ReceptorKind(
        row.needed("name"),
        row.needed("called"),
        word(Gate.class, row.needed("gate")),
        word(Action.class, row.needed("sign")),
        rise.isEmpty()
            ? Optional.empty()
            : Optional.of(new Kinetics(rise.getFirst(), decay.getFirst())),
        reversal.stream().findFirst(),
        block.isEmpty()
            ? Optional.empty()
            : Optional.of(new MagnesiumBlock(block.getFirst(), block.getLast())),
        row.text("numbers"),
        row.needed("meaning"),
        row.needed("source"),
        row.needed("doi"));
  }

  private static Ion ion(Row row) {
    return new Ion(
        row.needed("name"),
        row.words("also"),
        row.needed("meaning"),
        row.needed("source"),
        row.needed("doi"));
  }

  private static <E extends Enum<E>> E word(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  private static void check(List<Transmitter> all, List<ReceptorKind> receptors, List<Ion> ions) {
    Set<String> heard = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Transmitter t : all) {
      checkNames(names, t.name(), t.also());
      checkDoi(t.name(), t.doi());
      if (t.receptors().isEmpty()) {
        throw new IllegalArgumentException(t.name() + ": binds to nothing");
      }
      heard.addAll(t.receptors());
    }
    ions.forEach(ion -> {
      checkNames(names, ion.name(), ion.also());
      checkDoi(ion.name(), ion.doi());
    });
    Set<String> known = new HashSet<>();
    for (ReceptorKind r : receptors) {
      checkNames(known, r.name(), List.of());
      checkDoi(r.name(), r.doi());
      if (!heard.contains(r.name())) {
        throw new IllegalArgumentException(r.name() + ": no transmitter binds to it");
      }
    }
    heard.removeAll(known);
    if (!heard.isEmpty()) {
      throw new IllegalArgumentException("unknown receptors: " + heard);
    }
  }

  private static void checkNames(Set<String> taken, String name, List<String> also) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is not a name");
    }
    List<String> names = new ArrayList<>(also);
    names.add(name);
    for (String each : names) {
      if (!taken.add(each)) {
        throw new IllegalArgumentException("'" + each + "' names two things");
      }
    }
  }

  private static void checkDoi(String name, String doi) {
    if (!DOI.matcher(doi).matches()) {
      throw new IllegalArgumentException(name + ": '" + doi + "' is not a DOI");
    }
  }

  /** The transmitter that has this name, or this as another name; capitals do not matter. */
  public Optional<Transmitter> find(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return all.stream().filter(t -> t.name().equals(wanted) || t.also().contains(wanted)).findAny();
  }

  /** The receptor of that name. */
  public Optional<ReceptorKind> receptor(String name) {
    return receptors.stream().filter(r -> r.name().equals(name)).findAny();
  }

  /** The ion of that name; capitals do not matter. */
  public Optional<Ion> ion(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return ions.stream()
        .filter(i -> i.name().equals(wanted) || i.also().contains(wanted))
        .findAny();
  }

  /** The transmitters that bind to a receptor. */
  public List<Transmitter> of(ReceptorKind receptor) {
    return all.stream().filter(t -> t.receptors().contains(receptor.name())).toList();
  }

  /** The transmitters' names, in order. */
  public List<String> names() {
    return all.stream().map(Transmitter::name).toList();
  }

  /**
   * The transmitter of that name.
   *
   * @param path where the name stands
   * @throws UsageException with the nearest known name; where it is an ion, saying that
   */
  public Transmitter named(String path, String name) {
    return find(name).orElseThrow(() -> new UsageException(path, unknown(name)));
  }

  private String unknown(String name) {
    Optional<Ion> ion = ion(name);
    if (ion.isPresent()) {
      return "'" + name + "' is no transmitter, but " + ion.get().meaning();
    }
    List<String> known = new ArrayList<>(names());
    all.forEach(t -> known.addAll(t.also()));
    String hint =
        NearestName.of(name, known).isPresent()
            ? NearestName.hint(name, known)
            : NearestName.hint(name, names());
    return "transmitter '" + name + "' is unknown; " + hint;
  }
}
