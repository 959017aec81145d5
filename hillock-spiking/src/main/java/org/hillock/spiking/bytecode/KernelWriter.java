package org.hillock.spiking.bytecode;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Locale;
import org.hillock.spiking.equation.Node;
import org.hillock.spiking.equation.Operation;
import org.hillock.spiking.equation.StepProgram;

/** Writes the class file of a kernel. */
final class KernelWriter {

  static final ClassDesc SPIKES = ClassDesc.of("org.hillock.spiking.kernel", "FiredSpikes");
  static final ClassDesc ACTS = ClassDesc.of("org.hillock.spiking.kernel", "Acts");
  private static final ClassDesc FLOORS = ClassDesc.of("org.hillock.spiking.bytecode", "Floors");
  private static final ClassDesc THIS =
      ClassDesc.of("org.hillock.spiking.bytecode", "GeneratedStep");

  private final StepProgram program;
  private final Dialect dialect;
  private final Stages stages;

  /** Parameters of {@code run} and of each stage. */
  private final MethodTypeDesc run;

  KernelWriter(StepProgram program, Dialect dialect) {
    this.program = program;
    this.dialect = dialect;
    stages = new Stages(program);
    run =
        MethodTypeDesc.of(
            CD_void,
            dialect.data,
            dialect.cell.arrayType(),
            CD_int,
            CD_int,
            dialect.number,
            CD_int,
            CD_int,
            CD_int,
            CD_int,
            CD_int,
            SPIKES,
            ACTS);
  }

  int temporaries() {
    return stages.temporaries();
  }

  byte[] write() {
    return ClassFile.of()
        .build(
            THIS,
            type -> {
              type.withSuperclass(dialect.step);
              type.withFlags(ClassFile.ACC_FINAL);
              type.withMethodBody(
                  INIT_NAME,
                  MethodTypeDesc.of(CD_void),
                  0,
                  c ->
                      c.aload(0)
                          .loadConstant(stages.fused() ? 0 : 1)
                          .invokespecial(
                              dialect.step, INIT_NAME, MethodTypeDesc.of(CD_void, CD_boolean))
                          .return_());
              type.withMethodBody("run", run, ClassFile.ACC_PROTECTED, this::all);
              for (int s = 0; s < stages.count(); s++) {
                int stage = s;
                type.withMethodBody(
                    "stage" + s,
                    run,
                    ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE,
                    c -> new StageWriter(c, program, stages, stage, dialect).write());
              }
            });
  }

  /** One stage after the other, and the functions between them. */
  private void all(CodeBuilder c) {
    for (int s = 0; s < stages.count(); s++) {
      for (int n : stages.functions(s)) {
        function(c, n);
      }
      for (int p = 0; p < run.parameterCount(); p++) {
        c.loadLocal(java.lang.classfile.TypeKind.from(run.parameterType(p)), c.parameterSlot(p));
      }
      c.invokestatic(THIS, "stage" + s, run);
    }
    c.return_();
  }

  private void function(CodeBuilder c, int n) {
    Node node = program.nodes().get(n);
    ClassDesc array = dialect.number.arrayType();
    java.util.List<ClassDesc> parameters = new java.util.ArrayList<>();
    for (int k = 0; k < node.operation().arguments(); k++) {
      temporary(c, node.argument(k));
      parameters.add(array);
      parameters.add(CD_int);
    }
    temporary(c, n);
    parameters.add(array);
    parameters.add(CD_int);
    c.iload(c.parameterSlot(6)).iload(c.parameterSlot(5)).isub();
    parameters.add(CD_int);
    boolean floor = node.operation() == Operation.FLOOR;
    c.invokestatic(
        floor ? FLOORS : dialect.functions,
        node.operation().name().toLowerCase(Locale.ROOT),
        MethodTypeDesc.of(CD_void, parameters));
  }

  private void temporary(CodeBuilder c, int n) {
    c.aload(c.parameterSlot(0))
        .getfield(dialect.data, "temporary", dialect.number.arrayType().arrayType())
        .loadConstant(stages.temporary(n))
        .aaload()
        .loadConstant(0);
  }
}
