package org.hillock.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.hillock.core.session.Engine;
import org.hillock.core.session.Engines;
import org.hillock.core.training.Trainer;
import org.hillock.core.training.Trainers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between rooms and the rules that byte code shows. A rule on no class at all fails. */
class ArchitectureTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.hillock");

  private static final List<String> EVERYWHERE = List.of("java..", "javax..", "org.jspecify..");

  @ParameterizedTest
  @CsvSource({
    "core, ''",
    "spiking, core jdk.incubator.vector..",
    "cell, core spiking jdk.incubator.vector..",
    "deep, core org.hillock.spiking.modulation.. ai.djl.. org.slf4j..",
    "formats, core tools.jackson.. com.fasterxml.jackson.. org.snakeyaml.. org.duckdb..",
    "lab, core",
    "report, core lab tools.jackson.. org.apache.fontbox.. org.apache.pdfbox.."
  })
  void roomsSeeOnlyWhatTheyMay(String room, String allowed) {
    List<String> seen = new ArrayList<>(EVERYWHERE);
    seen.add("org.hillock." + room + "..");
    for (String other : allowed.split(" ")) {
      if (!other.isEmpty()) {
        seen.add(other.contains(".") ? other : "org.hillock." + other + "..");
      }
    }
    classes()
        .that()
        .resideInAPackage("org.hillock." + room + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(seen.toArray(String[]::new))
        .check(HOUSE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spiking", "cell", "deep", "formats", "lab", "report", "app"})
  void packagesOfARoomStandInNoCircle(String room) {
    slices()
        .matching("org.hillock." + room + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void namesSayWhatThingsAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base)")
        .orShould()
        .haveNameMatching(".*\\.(Base|Abstract)[A-Z].*")
        .check(HOUSE);
  }

  @Test
  void onlyTheAppSpeaksToTheTerminalOrEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hillock.app..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(HOUSE);
  }

  @Test
  void randomNumbersAreAddressed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.SplittableRandom")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .orShould()
        .callMethod(Math.class, "random")
        .check(HOUSE);
  }

  /** What these lend to PyTorch is gone when a gradient is computed from it: see Torch.number. */
  @Test
  void tensorsMeetNumbersThatStayWhereTheyAre() {
    noClasses()
        .that()
        .resideInAPackage("org.hillock.deep..")
        .should()
        .callMethodWhere(
            new DescribedPredicate<JavaMethodCall>("an operation of a tensor takes a Java number") {
              @Override
              public boolean test(JavaMethodCall call) {
                return call.getTargetOwner().isAssignableTo("ai.djl.ndarray.NDArray")
                    && !call.getName().equals("clip") // hands over the numbers themselves
                    && call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(Number.class));
              }
            })
        .check(HOUSE);
  }

  @Test
  void figuresNeedNoFontOfTheMachine() {
    noClasses()
        .that()
        .resideInAPackage("org.hillock.report..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.awt.Font")
        .check(HOUSE);
  }

  @Test
  void whatCannotBeDoneIsSaidBefore() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(UnsupportedOperationException.class)
        .check(HOUSE);
  }

  @Test
  void servicesAreFound() {
    assertThat(Engines.all())
        .extracting(Engine::name)
        .containsExactly("tensor", "spiking", "spiking-plain");
    assertThat(Trainers.all())
        .extracting(Trainer::name)
        .containsExactly("backpropagation", "delta", "forward-forward", "stdp", "three-factor");
  }
}
