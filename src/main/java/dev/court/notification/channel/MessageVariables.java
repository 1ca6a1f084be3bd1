package dev.court.notification.channel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A message as environment variables. The fields of a booking are on the same level as those of the
 * message; its id is {@code COURT_BOOKING_ID}.
 */
final class MessageVariables {
  private MessageVariables() {}

  static Map<String, String> of(Message message) {
    Map<String, String> variables = new LinkedHashMap<>();
    message
        .fields()
        .forEach(
            (name, value) -> {
              if (value instanceof Map<?, ?> booking) {
                booking.forEach((inner, one) -> put(variables, ofBooking(inner), one));
              } else {
                put(variables, "id".equals(name) ? "message_id" : name, value);
              }
            });
    return variables;
  }

  private static String ofBooking(Object name) {
    return "id".equals(name) ? "booking_id" : name.toString();
  }

  /** Leaves out null values; a variable cannot contain a NUL. */
  private static void put(Map<String, String> variables, String name, Object value) {
    if (value != null) {
      variables.put("COURT_" + name.toUpperCase(Locale.ROOT), text(value).replace("\0", ""));
    }
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
        : value.toString();
  }
}
