package dev.court.doctor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.court.atrium.http.HttpTransport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Checks the Java that runs this: its flags must not send requests twice, and it starts fast. */
final class JavaCheck implements Check {
  private static final Path MEMORY = Path.of("/proc/self/maps");

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
    ClassArchive.StartSpeed start = new ClassArchive(arguments(), memory()).speed();
    String found =
        "Java %s, %s"
            .formatted(Runtime.version().toString().replaceAll("[+-].*", ""), start.words());
    return start.needsHelp() ? Finding.warning(subject(), found) : Finding.ok(subject(), found);
  }

  private static List<String> arguments() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments();
  }

  /** Empty where no system is that lists it. */
  private static Optional<String> memory() {
    try {
      return Optional.of(Files.readString(MEMORY, ISO_8859_1));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
