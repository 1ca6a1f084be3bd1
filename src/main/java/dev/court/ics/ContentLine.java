package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.text.ControlCharacters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+(?=[;:])");
  private static final Pattern PARAMETER =
      Pattern.compile(";([A-Za-z0-9-]+)=(\"[^\"]*\"|[^\";:]*)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  /** Whether a text begins with a name; otherwise it continues a line that was folded badly. */
  static boolean hasName(String text) {
    return NAME.matcher(text).lookingAt();
  }

  static ContentLine of(int number, String text) {
    Matcher name = NAME.matcher(text);
    if (!name.lookingAt()) {
      throw new InvalidRequest("line %s is no line of a calendar".formatted(number));
    }
    return new ContentLine(
        number, name.group().toUpperCase(Locale.ROOT), text.substring(name.end()));
  }

  boolean is(String property, String value) {
    return name.equals(property) && rest.strip().equalsIgnoreCase(":" + value);
  }

  /** The value as it is written. */
  String value() {
    return rest.substring(valueStart(new HashMap<>())).strip();
  }

  /** The value of a parameter, without quotes; empty when the line does not have it. */
  String parameter(String parameter) {
    Map<String, String> parameters = new HashMap<>();
    valueStart(parameters);
    return parameters.getOrDefault(parameter, "");
  }

  /** A TEXT value (RFC 5545, 3.3.11), unescaped; line ends become blanks. */
  String text() {
    return ControlCharacters.blanked(
        ESCAPED
            .matcher(value())
            .replaceAll(match -> Matcher.quoteReplacement(unescaped(match.group(1)))));
  }

  private static String unescaped(String character) {
    return character.equalsIgnoreCase("n") ? " " : character;
  }

  private int valueStart(Map<String, String> parameters) {
    Matcher parameter = PARAMETER.matcher(rest);
    int at = 0;
    // From here on only: text in the middle of the value may look like a parameter.
    while (parameter.region(at, rest.length()).lookingAt()) {
      parameters.put(
          parameter.group(1).toUpperCase(Locale.ROOT), parameter.group(2).replace("\"", ""));
      at = parameter.end();
    }
    if (at >= rest.length() || rest.charAt(at) != ':') {
      throw new InvalidRequest("its %s (line %s) cannot be read".formatted(name, number));
    }
    return at + 1;
  }
}
