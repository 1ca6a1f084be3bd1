package dev.court.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;

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
    Pattern place = Pattern.compile("(?:jar:)?(.*?)(?:!/)?" + Pattern.quote(name));
    String address = type.getResource("/" + name).toString();
    return Path.of(URI.create(place.matcher(address).replaceFirst("$1")));
  }
}
