package org.hillock.core.problem;

/**
 * A problem that a user is told about in one message, without a stack trace.
 *
 * <p>The message names the thing, its value, what is allowed and where it stands.
 */
public abstract sealed class HillockException extends RuntimeException
    permits UsageException, FailureException {

  private static final long serialVersionUID = 1L;

  HillockException(String message, Throwable cause) {
    super(message, cause);
  }

  HillockException(String message) {
    super(message);
  }

  /** The exit code of a process that ends with this problem: 2 for usage, 1 for failure. */
  public abstract int exitCode();
}
