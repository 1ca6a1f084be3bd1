package dev.court.host;

import dev.court.booking.InvalidRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A service on the internet that builds court from its sources and calls it.
 *
 * @param word its name, as people type it
 * @param written the files by which it knows what to do
 * @param needed the sources that these rely on
 * @param page the page in docs/ that says what is left to do there, such as where the secrets go
 */
public record Platform(String word, List<String> written, List<String> needed, String page) {
  private static final List<String> IMAGE = List.of("Dockerfile", "pom.xml");

  public static final Platform GITHUB =
      new Platform(
          "github",
          List.of(".github/workflows/court.yml"),
          List.of("scripts/court"),
          "docs/github-actions.md");

  public static final Platform RENDER =
      new Platform("render", List.of("render.yaml"), IMAGE, "docs/render.md");

  public static final Platform HEROKU =
      new Platform(
          "heroku",
          List.of("Procfile", "system.properties"),
          List.of("scripts/court", "pom.xml"),
          "docs/heroku.md");

  public static final Platform RAILWAY =
      new Platform("railway", List.of("railway.json"), IMAGE, "docs/railway.md");

  public static final Platform FLY = new Platform("fly", List.of("fly.toml"), IMAGE, "docs/fly.md");

  /**
   * What writes its files into a folder, and takes them away again.
   *
   * @param folder the top folder of a repository that holds the sources of court
   * @throws InvalidRequest when GitHub is meant and it is not the top of a git repository
   */
  public Scheduler in(Path folder) {
    Path top = folder.toAbsolutePath().normalize();
    if (equals(GITHUB) && !Files.exists(top.resolve(".git"))) {
      throw new InvalidRequest(
          "%s is not the top of a git repository: say which folder is".formatted(top));
    }
    return new PlatformFiles(this, top);
  }
}
