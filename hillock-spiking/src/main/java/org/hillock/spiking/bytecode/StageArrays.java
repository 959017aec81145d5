package org.hillock.spiking.bytecode;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.spiking.equation.StepProgram;

/** The arrays that a stage reads and writes, each in a local. */
final class StageArrays {

  private final CodeBuilder c;
  private final StepProgram program;
  private final Stages stages;
  private final Dialect dialect;
  private final Vocabulary say;
  private final Map<Integer, Integer> local = new HashMap<>();

  StageArrays(CodeBuilder c, StepProgram program, Stages stages, Dialect dialect, Vocabulary say) {
    this.c = c;
    this.program = program;
    this.stages = stages;
    this.dialect = dialect;
    this.say = say;
  }

  /** Puts them into locals, once before the loop. */
  void fetch() {
    ClassDesc numbers = dialect.number.arrayType();
    for (String field : List.of("state", "coefficient", "temporary", "input", "draw")) {
      int most =
          switch (field) {
            case "state" -> program.states();
            case "coefficient" -> program.coefficients();
            case "temporary" -> stages.temporaries();
            case "input" -> program.inputs();
            default -> program.draws().size();
          };
      for (int n = 0; n < most; n++) {
        int array = c.allocateLocal(TypeKind.REFERENCE);
        c.aload(c.parameterSlot(0)).getfield(dialect.data, field, numbers.arrayType());
        c.loadConstant(n).aaload().astore(array);
        local.put(key(field, n), array);
      }
    }
  }

  private static int key(String field, int n) {
    return (field.charAt(0) << 16) + n;
  }

  private int array(String field, int n) {
    Integer array = local.get(key(field, n));
    if (array == null) {
      throw new IllegalStateException("no " + field + " " + n);
    }
    return array;
  }

  /** Loads values of the neurons at an index. */
  void load(String field, int n, int index) {
    say.beforeLoad();
    c.aload(array(field, n)).iload(index);
    say.load();
  }

  /** Stores what is on the stack. */
  void store(String field, int n, int index) {
    c.aload(array(field, n)).iload(index);
    say.store();
  }
}
