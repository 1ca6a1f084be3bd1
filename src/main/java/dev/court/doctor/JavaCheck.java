package dev.court.doctor;

import dev.court.atrium.http.HttpTransport;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;

/** Checks the Java that runs this: its flags must not send requests twice, and it starts fast. */
final class JavaCheck implements Check {
  private static final String ARCHIVE = "-XX:SharedArchiveFile=";

  private final Supplier<HttpTransport> transport;

  JavaCheck(Supplier<HttpTransport> transport) {
    this.transport = transport;
  }

  @Override
  public String subject() {
    return "java";
  }

  @Override
  public Finding look() {
    // Opening a transport checks the flags.
    transport.get().close();
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
