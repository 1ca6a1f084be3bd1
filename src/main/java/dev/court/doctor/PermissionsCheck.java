package dev.court.doctor;

import dev.court.booking.SetupProblem;
import dev.court.files.FilePermissions;
import dev.court.session.Keyring;
import dev.court.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that only their owner can read the files in the home, and that all have one owner. */
final class PermissionsCheck implements Check {
  private final Path home;
  private final Keyring keyring;
  private final Lazy<Database> database;

  PermissionsCheck(Path home, Keyring keyring, Lazy<Database> database) {
    this.home = home;
    this.keyring = keyring;
    this.database = database;
  }

  @Override
  public String subject() {
    return "permissions";
  }

  @Override
  public Finding look() {
    if (Files.isDirectory(home) && !Files.isExecutable(home)) {
      throw new Skipped("not looked at, since the home is closed to this user");
    }
    List<Path> files = files();
    List<Path> writable = filter(files, path -> has(path, FilePermissions::isWritableByOthers));
    if (!writable.isEmpty()) {
      throw new SetupProblem(
          "others can write to %s: %s"
              .formatted(names(writable), Permissions.remedy("600", writable)));
    }
    List<Path> open = filter(files, path -> has(path, FilePermissions::isOpenToOthers));
    if (!open.isEmpty()) {
      return Finding.warning(
          subject(),
          "others can read %s: %s".formatted(names(open), Permissions.remedy("600", open)));
    }
    List<Path> foreign = filter(files, path -> !owner(path).equals(owner(home)));
    return foreign.isEmpty()
        ? Finding.ok(subject(), "key, database and config.json are closed to others")
        : Finding.warning(
            subject(),
            "%s belongs to %s, the home to %s: run court as %3$s only, and chown %3$s %1$s"
                .formatted(names(foreign), owner(foreign.get(0)), owner(home)));
  }

  private List<Path> files() {
    return Stream.of(
            Optional.of(keyring.file()), Optional.of(home.resolve("config.json")), databaseFile())
        .flatMap(Optional::stream)
        .filter(Files::isRegularFile)
        .toList();
  }

  private Optional<Path> databaseFile() {
    try {
      return database.orSkip().file();
    } catch (Skipped e) {
      return Optional.empty();
    }
  }

  private static List<Path> filter(List<Path> files, Predicate<Path> wanted) {
    return files.stream().filter(wanted).toList();
  }

  private static boolean has(Path path, Predicate<FilePermissions> trait) {
    return Permissions.of(path).filter(trait).isPresent();
  }

  private static String names(List<Path> files) {
    return files.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  private static String owner(Path path) {
    try {
      return Files.getOwner(path).getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "nobody";
    }
  }
}
