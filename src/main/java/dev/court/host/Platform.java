package dev.court.host;

import dev.court.booking.InvalidRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files by which a service on the internet builds court from its sources and calls it. */
public enum Platform {
  GITHUB(List.of(".github/workflows/court.yml"), List.of("scripts/court"), "github-actions"),
  RENDER(List.of("render.yaml"), List.of("Dockerfile", "pom.xml"), "render"),
  HEROKU(List.of("Procfile", "system.properties"), List.of("scripts/court", "pom.xml"), "heroku"),
  RAILWAY(List.of("railway.json"), List.of("Dockerfile", "pom.xml"), "railway"),
  FLY(List.of("fly.toml"), List.of("Dockerfile", "pom.xml"), "fly");

  private final List<String> written;
  private final List<String> needed;
  private final String page;

  Platform(List<String> written, List<String> needed, String page) {
    this.written = written;
    this.needed = needed;
    this.page = page;
  }

  /**
   * What writes them into a folder, and takes them away again.
   *
   * @param folder the top folder of a repository that holds the sources of court
   * @throws InvalidRequest when GitHub is meant and it is not the top of a git repository
   */
  public Scheduler in(Path folder) {
    Path top = folder.toAbsolutePath().normalize();
    if (this == GITHUB && !Files.exists(top.resolve(".git"))) {
      throw new InvalidRequest(
          "%s is not the top of a git repository: say which folder is".formatted(top));
    }
    return new Scheduler() {
      @Override
      public List<InstallStep> install() {
        requireSources(top);
        return written.stream().flatMap(file -> step(top, file, text(file)).stream()).toList();
      }

      @Override
      public List<InstallStep> remove() {
        return written.stream().flatMap(file -> step(top, file, null).stream()).toList();
      }

      @Override
      public List<String> notes() {
        return List.of();
      }
    };
  }

  /** The page in docs/ that says what is left to do there, such as where the secrets go. */
  public String page() {
    return "docs/" + page + ".md";
  }

  private void requireSources(Path top) {
    for (String file : needed) {
      if (!Files.exists(top.resolve(file))) {
        throw new InvalidRequest(
            "%s has no %s, which is needed there to build and run court: take a copy of court's own repository"
                .formatted(top, file));
      }
    }
  }

  private Optional<InstallStep> step(Path top, String file, String after) {
    String name = "court install " + word();
    // JSON has no comments, so that the name stands in a text of it
    String mark = file.endsWith(".json") ? name : "'" + name + "'";
    return FileInstallStep.needed(top.resolve(file), mark, after);
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String text(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    try (InputStream in = Platform.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
