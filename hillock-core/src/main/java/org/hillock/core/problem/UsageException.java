package org.hillock.core.problem;

/** What the user asked for or gave is wrong: a file, a flag, a value. Exit code 2. */
public final class UsageException extends HillockException {

  private static final long serialVersionUID = 1L;

  private final String path;

  /** A problem that stands nowhere in particular. */
  public UsageException(String message) {
    this("", message);
  }

  /**
   * A problem at a place of a description.
   *
   * @param path dotted path of the place, such as {@code populations.cortex.params.tau_m}; may be
   *     empty
   * @param message the value and what is allowed, such as {@code -5 ms is not > 0 ms}
   */
  public UsageException(String path, String message) {
    super(path.isEmpty() ? message : path + ": " + message);
    this.path = path;
  }

  /** The dotted path of the place, or an empty text. */
  public String path() {
    return path;
  }

  @Override
  public int exitCode() {
    return 2;
  }
}
