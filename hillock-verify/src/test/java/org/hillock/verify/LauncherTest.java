package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, on a copy that counts as built and with JDKs that only print what they are given.
 */
class LauncherTest {

  @TempDir Path temp = Path.of("");
  private Path home = Path.of("");
  private Path jvms = Path.of("");

  private record Result(int code, String out) {}

  @BeforeEach
  void copyOfTheProject() throws IOException {
    home = Files.createDirectories(temp.resolve("a project"));
    jvms = Files.createDirectories(temp.resolve("jvm"));
    Files.copy(Path.of("../hillock"), home.resolve("hillock"));
    executable(home.resolve("hillock"));
    Files.writeString(home.resolve("pom.xml"), "");
    Path target = Files.createDirectories(home.resolve("hillock-app/target"));
    Files.createDirectories(home.resolve("hillock-app/src/main"));
    Files.writeString(target.resolve("hillock.classpath"), "some.jar");
    Path stamp = Files.writeString(target.resolve("hillock.built"), "");
    Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(60)));
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = jvms.resolve(name);
    Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"" + name + ": $*\"\n");
    executable(java);
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private Result run(Map<String, String> more, Path program, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", program.toString()));
    command.addAll(List.of(args));
    Path out = temp.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(temp.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", withoutJava());
    environment.put("HOME", temp.toString());
    environment.put("HILLOCK_JVM_FOLDER", jvms.toString());
    environment.putAll(more);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
  }

  /** A folder with the few programs that the launcher needs, and no java. */
  private String withoutJava() throws IOException {
    Path tools = Files.createDirectories(temp.resolve("tools"));
    for (String tool : List.of("sed", "head", "find", "dirname", "basename", "readlink", "cat")) {
      Path link = tools.resolve(tool);
      if (!Files.exists(link)) {
        Path found =
            Files.exists(Path.of("/usr/bin", tool))
                ? Path.of("/usr/bin", tool)
                : Path.of("/bin", tool);
        Files.createSymbolicLink(link, found);
      }
    }
    return tools.toString();
  }

  @Test
  void saysHowToGetAJdkWhereThereIsNone() throws Exception {
    Result result = run(Map.of(), home.resolve("hillock"), "info");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("hillock: no JDK 25 or newer was found")
        .contains("adoptium.net", "HILLOCK_JAVA_HOME");
  }

  @Test
  void passesOverOldOnes() throws Exception {
    Path old = jdk("a-jdk-21", "21.0.2");
    jdk("b-jdk-25", "25.0.1");
    Result result =
        run(Map.of("JAVA_HOME", old.toString()), home.resolve("hillock"), "info", "lif delta");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("b-jdk-25: ")
        .contains("org.hillock.app.Main info lif delta");
  }

  @Test
  void takesTheOneThatIsNamed() throws Exception {
    jdk("a-jdk-25", "25");
    Path named = jdk("z-jdk-26", "26-ea");
    Result result =
        run(
            Map.of("HILLOCK_JAVA_HOME", named.toString(), "HILLOCK_JAVA_OPTS", "-Xmx3g -Dx=y"),
            home.resolve("hillock"));
    assertThat(result.out()).startsWith("z-jdk-26: ").contains("-Xmx3g -Dx=y");
  }

  @Test
  void worksThroughLinks() throws Exception {
    jdk("a-jdk-25", "25");
    Path first = Files.createSymbolicLink(temp.resolve("first"), home.resolve("hillock"));
    Path second = Files.createSymbolicLink(temp.resolve("second"), first.getFileName());
    Result result = run(Map.of(), second, "doctor");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("-cp some.jar org.hillock.app.Main doctor");
  }
}
