package dev.court.doctor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says whether this process started from an archive of classes, without which a start takes twice
 * as long. The JVM goes on without a word where it does not take the one that it was told to use,
 * so what counts is whether it is in the memory of the process.
 *
 * @param arguments those of the JVM: the launcher names the archive there, or in {@code
 *     -Dcourt.archive} why there is none
 * @param memory what {@code /proc/self/maps} lists, read as ISO 8859-1; empty where no such file is
 */
record ClassArchive(List<String> arguments, Optional<String> memory) {
  private static final String ARCHIVE = "-XX:SharedArchiveFile=";
  private static final String REASON = "-Dcourt.archive=";

  /** Where a release has its own. */
  private static final String OF_RELEASE = "/lib/court/court.jsa";

  private static final String SLOW = "starts without a class archive, which takes twice as long: ";

  private static final String ELSEWHERE = "set XDG_CACHE_HOME to a folder of your own";

  /**
   * What was found, in words.
   *
   * @param needsHelp whether a person can make each start faster
   */
  record StartSpeed(String words, boolean needsHelp) {}

  StartSpeed speed() {
    Optional<String> archive = argument(ARCHIVE);
    if (archive.isEmpty()) {
      return without(argument(REASON).orElse("").split(" ", 2));
    }
    if (archive.filter(this::isInMemory).isPresent()) {
      return new StartSpeed("starts from a class archive", false);
    }
    String remedy = archive.get().endsWith(OF_RELEASE) ? "install court again" : "remove it";
    return new StartSpeed(
        SLOW + "the JVM does not take %s; %s".formatted(archive.get(), remedy), true);
  }

  private static StartSpeed without(String... reason) {
    String place = reason.length > 1 ? reason[1] : "";
    return switch (reason[0]) {
      case "off" -> new StartSpeed(SLOW + "COURT_ARCHIVE is off", false);
      case "later" ->
          new StartSpeed(
              "started without a class archive, which is being made for the next start", false);
      case "nowhere" -> new StartSpeed(SLOW + "it has no place; " + ELSEWHERE, true);
      case "failed" ->
          new StartSpeed(SLOW + "this Java made none; COURT_ARCHIVE=only court tries again", false);
      case "closed" ->
          new StartSpeed(
              SLOW + "nothing can be written in %s; %s".formatted(place, ELSEWHERE), true);
      case "others" ->
          new StartSpeed(
              SLOW + "others may write in %s, or own it; %s".formatted(place, ELSEWHERE), true);
      case "times" ->
          new StartSpeed(
              SLOW
                  + "the jar is not as old as %s says; install court again, with the times of its files"
                      .formatted(place),
              true);
      default -> new StartSpeed(SLOW + "its launcher, which makes one, did not start it", false);
    };
  }

  private Optional<String> argument(String start) {
    Stream<String> found = arguments.stream().filter(one -> one.startsWith(start));
    return found.map(one -> one.substring(start.length())).findFirst();
  }

  /** Where the memory cannot be looked at, the JVM is believed. */
  private boolean isInMemory(String archive) {
    String path = new String(real(archive).getBytes(UTF_8), ISO_8859_1);
    return memory.filter(all -> all.lines().noneMatch(line -> line.endsWith(path))).isEmpty();
  }

  /** The system lists the path without links. */
  private static String real(String archive) {
    try {
      return Path.of(archive).toRealPath().toString();
    } catch (IOException | InvalidPathException e) {
      return archive;
    }
  }
}
