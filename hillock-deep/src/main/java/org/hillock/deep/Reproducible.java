package org.hillock.deep;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import org.hillock.core.problem.FailureException;

/**
 * Asks the mathematics library inside PyTorch (MKL) for the same bits from run to run.
 *
 * <p>Left alone, MKL may choose another order of addition for another run, even in one thread: the
 * first training of a process was seen to come out in other bits than the same one after it, in
 * some runs out of ten on processors without AVX-512. Its conditional numerical reproducibility is
 * switched on by an environment variable that it reads when it is first used, and Java can only set
 * those of other processes; so the C library is asked. What the user has set stays.
 */
final class Reproducible {

  private static final Map<String, String> SETTINGS = Map.of("MKL_CBWR", "AUTO");

  private Reproducible() {}

  /** Sets it for this process; to be called before PyTorch is loaded. */
  @SuppressWarnings("restricted") // the launcher and the tests allow it
  static void ask() {
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = linker.defaultLookup();
    FunctionDescriptor setenv =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    library
        .find("setenv")
        .ifPresent(function -> {
          try (Arena arena = Arena.ofConfined()) {
            var call = linker.downcallHandle(function, setenv);
            for (Map.Entry<String, String> one : SETTINGS.entrySet()) {
              MemorySegment name = arena.allocateFrom(one.getKey());
              MemorySegment value = arena.allocateFrom(one.getValue());
              int overwrite = 0;
              int failed = (int) call.invokeExact(name, value, overwrite);
              if (failed != 0) {
                throw new FailureException("the environment has no room for " + one.getKey());
              }
            }
          } catch (FailureException e) {
            throw e;
          } catch (Throwable e) {
            throw new IllegalStateException("setenv could not be called", e);
          }
        });
  }
}
