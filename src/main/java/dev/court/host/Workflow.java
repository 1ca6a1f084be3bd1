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

/** A workflow for GitHub Actions, in a repository that holds the sources of court. */
public final class Workflow implements Scheduler {
  private final Path folder;

  /**
   * The workflow of one repository.
   *
   * @param folder the top folder of the repository
   * @throws InvalidRequest when it is not the top of a git repository
   */
  public Workflow(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    if (!Files.exists(this.folder.resolve(".git"))) {
      throw new InvalidRequest(
          "%s is not the top of a git repository: say which folder is".formatted(this.folder));
    }
  }

  @Override
  public List<InstallStep> install() {
    if (!Files.exists(folder.resolve("scripts/court"))) {
      throw new InvalidRequest(
          "%s has no scripts/court, which the workflow builds and runs: take a copy of court's own repository"
              .formatted(folder));
    }
    return step(text());
  }

  @Override
  public List<InstallStep> remove() {
    return step(null);
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  private List<InstallStep> step(String after) {
    Path file = folder.resolve(".github/workflows/court.yml");
    Optional<InstallStep> step = FileInstallStep.needed(file, "'court install github'", after);
    return step.stream().toList();
  }

  private static String text() {
    try (InputStream in = Workflow.class.getResourceAsStream("court.yml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
