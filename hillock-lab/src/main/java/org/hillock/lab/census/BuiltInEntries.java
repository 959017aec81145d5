package org.hillock.lab.census;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hillock.core.census.Architecture;
import org.hillock.core.census.Census;
import org.hillock.core.census.Definitions;
import org.hillock.core.facts.BrainSize;

/** Networks and brains that a census knows by their names. */
public final class BuiltInEntries {

  private static final Map<String, Supplier<Architecture>> ENTRIES = new LinkedHashMap<>();

  /** Other names that people use, without blanks and hyphens. */
  private static final Map<String, String> ALSO =
      Map.ofEntries(
          Map.entry("mlp", "mlp-784-300-10"),
          Map.entry("lenet", "lenet-5"),
          Map.entry("vgg", "vgg-16"),
          Map.entry("resnet", "resnet-50"),
          Map.entry("gpt3175b", "gpt-3"),
          Map.entry("celegans", "worm"),
          Map.entry("fruitfly", "fly"),
          Map.entry("fruitflylarva", "larva"),
          Map.entry("drosophila", "fly"),
          Map.entry("mousebrain", "mouse"),
          Map.entry("humanbrain", "human"));

  static {
    ENTRIES.put("mlp-784-300-10", ImageNetworks::perceptron);
    ENTRIES.put("lenet-5", ImageNetworks::leNet);
    ENTRIES.put("lenet-5-modern", ImageNetworks::leNetModern);
    ENTRIES.put("alexnet", ImageNetworks::alexNet);
    ENTRIES.put("alexnet-torchvision", ImageNetworks::alexNetTorchvision);
    ENTRIES.put("vgg-16", ImageNetworks::vgg);
    ENTRIES.put("resnet-50", ResidualNetwork::fifty);
    ENTRIES.put("gpt-2", LanguageModels::gpt2);
    ENTRIES.put("gpt-3", LanguageModels::gpt3);
    BrainSize.ALL.forEach(brain -> ENTRIES.put(brain.id(), () -> Brains.of(brain)));
  }

  private BuiltInEntries() {}

  /** Their names. */
  public static List<String> names() {
    return List.copyOf(ENTRIES.keySet());
  }

  /** What a network of any size is held against, from small to large. */
  public static List<Census> besideOthers() {
    return List.of("worm", "fly", "gpt-3", "human").stream()
        .map(name -> Census.of(find(name).orElseThrow(), Definitions.standard()))
        .toList();
  }

  /** The entry of that name; case, blanks and hyphens do not matter. */
  public static Optional<Architecture> find(String name) {
    String plain = plain(name);
    String wanted = ALSO.getOrDefault(plain, plain);
    return ENTRIES.entrySet().stream()
        .filter(e -> plain(e.getKey()).equals(plain(wanted)))
        .findFirst()
        .map(e -> e.getValue().get());
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ().]", "");
  }
}
