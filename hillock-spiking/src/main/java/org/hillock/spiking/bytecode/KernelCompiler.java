package org.hillock.spiking.bytecode;

import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hillock.spiking.equation.StepProgram;

/** Compiles programs to kernels; equal programs share one. */
public final class KernelCompiler {

  private record Key(StepProgram program, Dialect dialect) {}

  /** A kernel and the room it needs between stages. */
  private record Compiled(Object step, int temporaries) {}

  private static final Map<Key, Compiled> KNOWN = new ConcurrentHashMap<>();

  private KernelCompiler() {}

  /**
   * Steps in single precision.
   *
   * @param vectors whether several neurons are reckoned at a time; interventions cannot act then,
   *     and the program must be {@linkplain StepProgram#unperturbed() unperturbed}
   */
  public static FloatStep floats(StepProgram program, boolean vectors) {
    Dialect dialect = vectors ? Dialect.VECTOR_FLOATS : Dialect.SCALAR_FLOATS;
    return (FloatStep) compiled(program, dialect).step;
  }

  /** As {@link #floats}, in double precision. */
  public static DoubleStep doubles(StepProgram program, boolean vectors) {
    Dialect dialect = vectors ? Dialect.VECTOR_DOUBLES : Dialect.SCALAR_DOUBLES;
    return (DoubleStep) compiled(program, dialect).step;
  }

  /** Room between stages that kernels of a program need. */
  public static int temporaries(StepProgram program) {
    return new Stages(program).temporaries();
  }

  private static Compiled compiled(StepProgram program, Dialect dialect) {
    return KNOWN.computeIfAbsent(new Key(program, dialect), _ -> compile(program, dialect));
  }

  private static Compiled compile(StepProgram program, Dialect dialect) {
    KernelWriter writer = new KernelWriter(program, dialect);
    try {
      MethodHandles.Lookup made = MethodHandles.lookup().defineHiddenClass(writer.write(), true);
      Object step =
          made.findConstructor(
                  made.lookupClass(), java.lang.invoke.MethodType.methodType(void.class))
              .invoke();
      return new Compiled(step, writer.temporaries());
    } catch (Throwable e) {
      throw new IllegalStateException("a kernel could not be made: " + e, e);
    }
  }
}
