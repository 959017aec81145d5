package org.hillock.core.training;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/** The learning rules that are installed. */
public final class Trainers {

  private Trainers() {}

  /** All, by name. */
  public static List<Trainer> all() {
    return ServiceLoader.load(Trainer.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Trainer::name))
        .toList();
  }

  /**
   * The rule of that name.
   *
   * @throws UsageException with the nearest known name
   */
  public static Trainer named(String name) {
    List<Trainer> trainers = all();
    return trainers.stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "learning rule '"
                    + name
                    + "' is unknown; "
                    + NearestName.hint(name, trainers.stream().map(Trainer::name).toList())));
  }
}
