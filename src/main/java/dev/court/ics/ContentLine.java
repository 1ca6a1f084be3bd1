package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.text.ControlCharacters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A content line (RFC 5545, 3.1), unfolded.
 *
 * @param number of its first line in the file, from 1
 * @param name in upper case
 * @param rest what follows the name, from the colon or semicolon on
 */
record ContentLine(int number, String name, String rest) {
  /** Longer ones are attachments and the like, which nobody reads. */
  private static final int LONGEST = 50_000;

  /** The older vCalendar has blanks before a colon. */
  private static final Pattern NAME = Pattern.compile("([A-Za-z0-9-]++)[ \\t]*+(?=[;:])");

  /** Whether a line begins with a name; otherwise it continues a line that was folded badly. */
  static boolean hasName(CharSequence line) {
    return NAME.matcher(line).lookingAt();
  }

  static ContentLine of(int number, String line) {
    Matcher name = NAME.matcher(line);
    if (!name.lookingAt()) {
      throw new InvalidRequest("line %s is no line of a calendar".formatted(number));
    }
    return new ContentLine(
        number, name.group(1).toUpperCase(Locale.ROOT), line.substring(name.end()));
  }

  /** What a BEGIN or an END names, in upper case. */
  String componentName() {
    return rest.substring(1).strip().toUpperCase(Locale.ROOT);
  }

  /**
   * The value as it is written.
   *
   * @throws InvalidRequest when the line cannot be read
   */
  String value() {
    return property().value().strip();
  }

  /**
   * The value of a parameter, without quotes; empty when the line does not have it.
   *
   * @throws InvalidRequest when the line cannot be read
   */
  String parameter(String parameter) {
    return property().parameter(parameter);
  }

  /**
   * A TEXT value (RFC 5545, 3.3.11), unescaped; line ends become blanks.
   *
   * @throws InvalidRequest when the line cannot be read
   */
  String text() {
    return ControlCharacters.blanked(LexedProperty.unescaped(value()));
  }

  private LexedProperty property() {
    if (rest.length() > LONGEST) {
      throw new InvalidRequest("its %s (line %s) is too long".formatted(name, number));
    }
    return LexedProperty.of(name + rest)
        .orElseThrow(
            () -> new InvalidRequest("its %s (line %s) cannot be read".formatted(name, number)));
  }
}
