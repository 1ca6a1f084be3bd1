package dev.court.cli;

import java.net.URI;
import java.nio.file.Path;

/** Where the program lies. */
public final class ProgramFile {
  private ProgramFile() {}

  /**
   * The jar that a class comes from, or the folder of classes.
   *
   * <p>The loader is asked, since the code source of a class in a class-data archive is where the
   * jar lay when the archive was made, or null where nothing is there any more.
   */
  public static Path of(Class<?> type) {
    String name = type.getName().replace('.', '/') + ".class";
    String address = type.getResource("/" + name).toString();
    String place = address.substring(0, address.length() - name.length());
    boolean isJar = place.startsWith("jar:");
    return Path.of(
        URI.create(
            isJar ? place.substring("jar:".length(), place.length() - "!/".length()) : place));
  }
}
