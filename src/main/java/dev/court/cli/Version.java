package dev.court.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import picocli.CommandLine.IVersionProvider;

/** What the build wrote into the jar, and the Java that runs it: a report of trouble needs all. */
final class Version implements IVersionProvider {
  /** Empty where the sources were no checkout. */
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,40}(-changed)?");

  private static final String UNKNOWN = "unknown";

  /** The program and its version alone, such as {@code court 0.2.0}. */
  static String line() {
    String version = Version.class.getPackage().getImplementationVersion();
    return "court " + (version == null ? "(not packaged)" : version);
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      line(), "commit " + commit(ProgramFile.of(Version.class)), "Java " + Runtime.version()
    };
  }

  /** The commit that a jar was built from, with {@code -changed} where files differed from it. */
  static String commit(Path program) {
    if (Files.isDirectory(program)) {
      return UNKNOWN;
    }
    try (JarFile jar = new JarFile(program.toFile())) {
      return Optional.ofNullable(jar.getManifest().getMainAttributes().getValue("Commit"))
          .filter(commit -> COMMIT.matcher(commit).matches())
          .orElse(UNKNOWN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
