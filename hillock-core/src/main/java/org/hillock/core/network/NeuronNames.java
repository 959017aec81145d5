package org.hillock.core.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * What the neurons of a population are called, one name each, such as {@code AVAL}: where an
 * address may say {@code exc[17]}, it may say {@code neurons[AVAL]}.
 */
public final class NeuronNames {

  /** No neuron has a name. */
  public static final NeuronNames NONE = new NeuronNames(List.of(), Map.of());

  /** Digits that are short enough to be meant as a neuron's number, or a range of them. */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\s*\\.\\.\\s*\\d*)?");

  /** What an address is made of. */
  private static final String RESERVED = "[];,=\"";

  private final List<String> all;
  private final Map<String, Integer> number;

  private NeuronNames(List<String> all, Map<String, Integer> number) {
    this.all = all;
    this.number = number;
  }

  /**
   * Names in the order of the neurons; none where the list is empty.
   *
   * @throws UsageException where one cannot be used in an address, or stands twice
   */
  public static NeuronNames of(List<String> names) {
    if (names.isEmpty()) {
      return NONE;
    }
    Map<String, Integer> number = HashMap.newHashMap(names.size());
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (!usable(name)) {
        throw new UsageException(
            "'"
                + name
                + "' (entry "
                + i
                + ") cannot name a neuron: give anything but numbers of up to nine digits, without"
                + " spaces at the ends or any of "
                + RESERVED);
      }
      Integer other = number.put(name, i);
      if (other != null) {
        throw new UsageException(
            "'" + name + "' names two neurons, " + other + " and " + i + "; names differ");
      }
    }
    return new NeuronNames(List.copyOf(names), number);
  }

  /** Whether a text can name a neuron in an address. */
  public static boolean usable(String name) {
    return !name.isBlank()
        && name.equals(name.strip())
        && name.chars().noneMatch(c -> RESERVED.indexOf(c) >= 0 || Character.isISOControl(c))
        && !NUMBER.matcher(name).matches();
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** In the order of the neurons; empty where they have none. */
  public List<String> all() {
    return all;
  }

  /** The number of the neuron of that name; empty where none has it. */
  public OptionalInt find(String name) {
    Integer found = number.get(name);
    return found == null ? OptionalInt.empty() : OptionalInt.of(found);
  }

  /**
   * The numbers of the neurons that are meant by a name, in which {@code *} stands for any letters
   * and {@code ?} for one.
   *
   * @param population whose neurons these are, for the message
   * @throws UsageException with the nearest name where there is none
   */
  public List<Integer> numbers(String population, String name) {
    if (isEmpty()) {
      throw new UsageException(
          "has '"
              + name
              + "' where a number or a range such as 0..9 belongs; the neurons of '"
              + population
              + "' have no names");
    }
    if (find(name).isPresent()) {
      return List.of(find(name).getAsInt());
    }
    Pattern glob =
        Pattern.compile(
            name.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote("" + (char) c))
                .collect(Collectors.joining()));
    List<Integer> found =
        IntStream.range(0, all.size())
            .filter(i -> glob.matcher(all.get(i)).matches())
            .boxed()
            .toList();
    if (found.isEmpty()) {
      throw new UsageException(
          "no neuron of '"
              + population
              + "' is called '"
              + name
              + "'; "
              + NearestName.hint(name.replaceAll("[*?]", ""), all));
    }
    return found;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof NeuronNames other && all.equals(other.all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return all.size() <= 8 ? all.toString() : all.size() + " names";
  }
}
