package dev.court.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A home of years is backed up, loses its database in two ways and is restored. Each list must say
 * then what it said before, byte for byte; otherwise the bench ends with an error.
 */
final class LostHome implements Measurement {
  private static final int DONE = 0;
  private static final int REFUSED = 7;

  /** So long after the last try, the next backup is made. */
  private static final Duration AGO = Duration.ofHours(2);

  private static final double KIB = 1024;

  private static final List<String> LISTS =
      List.of(
          "list --bookings --all -o ndjson",
          "list --all -o json",
          "history --since 1990-01-01 -o ndjson",
          "export",
          "auth -o json",
          "next -o json",
          "show 1 -o json");

  private static final String RUN = String.join(" ", Starts.RUN);

  private final Ground ground;
  private final Scale scale;
  private final List<Finding> findings = new ArrayList<>();

  LostHome(Ground ground, Scale scale) {
    this.ground = ground;
    this.scale = scale;
  }

  @Override
  public List<Finding> measure() throws IOException, InterruptedException {
    try (Stage stage = Stage.idle(ground)) {
      Home home = stage.home();
      furnish(home);
      note("database", Unit.KIB, Files.size(database(home)) / KIB);
      backUp(home);
      Path before = lists(home, "before");
      cutOff(home);
      refusesOrListsAs(before, home);
      took(home, DONE, "restore after the end was cut off", "backup restore --yes");
      compare(before, lists(home, "after-the-cut"));
      Files.move(database(home), home.folder().resolve("moved-away"));
      run(home, REFUSED, "list", ground.file("refused"));
      took(home, DONE, "restore after the file was moved away", "backup restore --yes");
      compare(before, lists(home, "after-the-move"));
    }
    return findings;
  }

  private void furnish(Home home) {
    home.type("player@example.com\nsandbox\n", "login", "--remember");
    home.court("pause", "2");
    OldBookings.fill(home, scale.oldBookings());
    OldBookings.trouble(home);
  }

  private void backUp(Home home) throws IOException, InterruptedException {
    took(home, DONE, "run-due", RUN);
    Path backups = home.folder().resolve("backups");
    Files.setLastModifiedTime(backups, FileTime.from(Instant.now().minus(AGO)));
    took(home, DONE, "run-due with a backup", RUN);
    try (var files = Files.list(backups)) {
      Path backup =
          files.findFirst().orElseThrow(() -> new IllegalStateException("no backup was made"));
      note("backup", Unit.KIB, Files.size(backup) / KIB);
    }
  }

  private static void cutOff(Home home) throws IOException {
    try (FileChannel file = FileChannel.open(database(home), StandardOpenOption.WRITE)) {
      file.truncate(file.size() - 1);
    }
  }

  /** The last byte may belong to a part of the file that holds nothing new. */
  private void refusesOrListsAs(Path before, Home home) throws IOException, InterruptedException {
    String list = LISTS.get(0);
    Path left = ground.file("left");
    int code = end(home, list, left);
    if (code != REFUSED && (code != DONE || !isSame(before.resolve(fileName(list)), left))) {
      throw new IllegalStateException(
          "court %s ended with %s where the database was cut off".formatted(list, code));
    }
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.mismatch(one, other) < 0;
  }

  /** Returns the folder with what each list says. */
  private Path lists(Home home, String when) throws IOException, InterruptedException {
    Path folder = Files.createDirectory(ground.file("lists-" + when));
    for (String list : LISTS) {
      long from = System.nanoTime();
      run(home, DONE, list, folder.resolve(fileName(list)));
      if (when.equals("before")) {
        note(list, Unit.TOOK, (System.nanoTime() - from) / 1e6);
      }
    }
    return folder;
  }

  private static void compare(Path before, Path after) throws IOException {
    for (String list : LISTS) {
      Path one = before.resolve(fileName(list));
      Path other = after.resolve(fileName(list));
      long difference = Files.mismatch(one, other);
      if (difference >= 0) {
        throw new IllegalStateException(
            "court %s differs after restore, from byte %s of %s on: %s became %s"
                .formatted(
                    list,
                    difference,
                    Files.size(one),
                    excerpt(one, difference),
                    excerpt(other, difference)));
      }
    }
  }

  private static String excerpt(Path file, long from) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int start = (int) Math.max(0, from - 80);
    return new String(all, start, Math.min(160, all.length - start), UTF_8);
  }

  private void took(Home home, int expected, String what, String command)
      throws IOException, InterruptedException {
    long from = System.nanoTime();
    run(home, expected, command, ground.file("said"));
    note(what, Unit.TOOK, (System.nanoTime() - from) / 1e6);
  }

  private void run(Home home, int expected, String command, Path output)
      throws IOException, InterruptedException {
    int code = end(home, command, output);
    if (code != expected) {
      throw new IllegalStateException("court %s ended with %s".formatted(command, code));
    }
  }

  private int end(Home home, String command, Path output) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(ground.launcher()));
    line.addAll(List.of(command.split(" ")));
    return ground.start(home.environment(), line, output).waitFor();
  }

  private void note(String what, Unit unit, double value) {
    findings.add(new Finding(Row.BACKUP, what, unit, List.of(value)));
    Progress.say(Row.BACKUP, 1, 1, unit, Optional.of(value));
  }

  private static Path database(Home home) {
    return home.folder().resolve("court.mv.db");
  }

  private static String fileName(String list) {
    return list.replace(' ', '_');
  }
}
