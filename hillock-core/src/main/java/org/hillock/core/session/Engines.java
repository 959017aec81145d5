package org.hillock.core.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.hillock.core.network.Network;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/** The engines that are installed. */
public final class Engines {

  private Engines() {}

  /** All, in the order in which they are asked. */
  public static List<Engine> all() {
    List<Engine> engines = new ArrayList<>();
    ServiceLoader.load(Engine.class).forEach(engines::add);
    engines.sort(Comparator.comparingInt(Engine::order));
    return engines;
  }

  /**
   * The engine of that name.
   *
   * @throws UsageException with the nearest known name
   */
  public static Engine named(String name) {
    List<Engine> engines = all();
    return engines.stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "engine '"
                    + name
                    + "' is unknown; "
                    + NearestName.hint(name, engines.stream().map(Engine::name).toList())));
  }

  /**
   * The first engine that can run a network.
   *
   * @throws UsageException where none can, with the reason of each
   */
  public static Engine suited(Network network) {
    StringBuilder reasons = new StringBuilder();
    for (Engine engine : all()) {
      var refusal = engine.refuses(network);
      if (refusal.isEmpty()) {
        return engine;
      }
      reasons.append("; ").append(engine.name()).append(": ").append(refusal.get());
    }
    throw new UsageException("no engine can run network '" + network.name() + "'" + reasons);
  }

  /**
   * The first engine that can run a network and {@linkplain Engine#offers offers} something; empty
   * where none does.
   */
  public static Optional<Engine> offering(Network network, Class<? extends Capability> wanted) {
    return all().stream()
        .filter(e -> e.refuses(network).isEmpty() && e.offers(network).contains(wanted))
        .findFirst();
  }

  /** Opens a session on the first engine that can run the network. */
  public static Session open(Network network, SessionOptions options) {
    return suited(network).open(network, options);
  }
}
