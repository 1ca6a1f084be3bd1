package dev.court.notification.channel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of events that are told. Their words are used in settings and in JSON. */
public enum EventType {
  /** Atrium holds a reservation. */
  BOOKED(3, "tennis"),
  /** Every court was taken, or Atrium refused them. */
  LOST(4, "x"),
  /** The start passed before a request could be sent. */
  MISSED(4, "x"),
  /** Not booked yet; it is tried again. */
  WAITING(2, "hourglass"),
  /** An answer was lost, so that it is not known whether it is booked. */
  UNKNOWN(4, "grey_question"),
  /** What a clock that was wrong had ended waits again. */
  SETTLED(3, "hourglass"),
  /** Nothing can be booked until a person signs in. */
  SIGN_IN(4, "key"),
  /** The session ends before an opening. */
  SESSION_END(4, "key"),
  /** A problem prevents bookings. */
  TROUBLE(4, "warning"),
  /** The problem, or the missing sign-in, is over. */
  OVER(2, "white_check_mark"),
  /** A person sends it to see whether it arrives. */
  TEST(3, "tennis");

  private final int priority;
  private final String tag;

  EventType(int priority, String tag) {
    this.priority = priority;
    this.tag = tag;
  }

  /** The word in settings and JSON, such as {@code sign-in}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<EventType> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** The events that a channel can choose: all but {@link #TEST}, which every channel gets. */
  static List<EventType> choices() {
    return Arrays.stream(values()).filter(one -> one != TEST).toList();
  }

  /** The priority of ntfy, from 1 (no sound) to 5; 3 is the default. */
  int priority() {
    return priority;
  }

  /** The short name of an emoji, as ntfy uses it. */
  String tag() {
    return tag;
  }
}
