package dev.court.host;

import dev.court.booking.InvalidRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of one platform in one repository. */
record PlatformFiles(Platform platform, Path top) implements Scheduler {

  @Override
  public List<InstallStep> install() {
    for (String file : platform.needed()) {
      if (!Files.exists(top.resolve(file))) {
        throw new InvalidRequest(
            "%s has no %s, which is needed there to build and run court: take a copy of court's own repository"
                .formatted(top, file));
      }
    }
    return platform.written().stream().flatMap(file -> step(file, text(file)).stream()).toList();
  }

  @Override
  public List<InstallStep> remove() {
    return platform.written().stream().flatMap(file -> step(file, null).stream()).toList();
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  private Optional<InstallStep> step(String file, String after) {
    String name = "court install " + platform.word();
    // JSON has no comments, so that the name stands in a text of it
    String mark = file.endsWith(".json") ? name : "'" + name + "'";
    return FileInstallStep.needed(top.resolve(file), mark, after);
  }

  private static String text(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    try (InputStream in = PlatformFiles.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
