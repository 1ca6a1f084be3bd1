package dev.court.cli.setup;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a person at the building: alone, or in an address that its portal calls. */
final class OccupantText {
  private static final Pattern IN_ADDRESS = Pattern.compile("/occupants/(\\d{1,20})(?=\\D|$)");

  private OccupantText() {}

  /**
   * The number.
   *
   * @throws InvalidRequest when there is none
   */
  static String read(String typed) {
    String text = typed.strip();
    if (text.matches("\\d{1,20}")) {
      return text;
    }
    Matcher address = IN_ADDRESS.matcher(text);
    if (address.find()) {
      return address.group(1);
    }
    throw new InvalidRequest(
        text.contains("/")
            ? "that address has no number after /occupants/: copy one that has"
            : "%s is no occupant id: it is a number, such as 123456".formatted(Quote.of(text)));
  }
}
