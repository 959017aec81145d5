package org.hillock.core.problem;

/**
 * What was asked for is right but could not be done: disk, memory, a native library. Exit code 1.
 */
public final class FailureException extends HillockException {

  private static final long serialVersionUID = 1L;

  public FailureException(String message) {
    super(message);
  }

  public FailureException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitCode() {
    return 1;
  }
}
