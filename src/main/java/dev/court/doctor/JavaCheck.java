package dev.court.doctor;

import dev.court.Application;
import java.lang.management.ManagementFactory;
import java.util.List;

/** The Java that runs this: flags that make it send twice, and whether it starts fast. */
final class JavaCheck implements Check {
  private static final String ARCHIVE = "-XX:SharedArchiveFile=";

  private final Application.Resources surroundings;

  JavaCheck(Application.Resources surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public String subject() {
    return "java";
  }

  @Override
  public Finding look() {
    // made and let go of: it refuses the flags
    surroundings.line().get().close();
    return Finding.ok(
        subject(),
        "Java %s, %s"
            .formatted(
                Runtime.version().toString().replaceAll("[+-].*", ""),
                isArchived() ? "starts from a class archive" : "starts without a class archive"));
  }

  private static boolean isArchived() {
    List<String> arguments = ManagementFactory.getRuntimeMXBean().getInputArguments();
    return arguments.stream().anyMatch(argument -> argument.startsWith(ARCHIVE));
  }
}
