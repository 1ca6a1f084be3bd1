package dev.court.notification.channel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a message tells of. The words stand in settings and in what programs receive. */
public enum EventType {
  /** Atrium holds a reservation. */
  BOOKED(3, "tennis"),
  /** Taken or refused on every court. */
  LOST(4, "x"),
  /** The start passed before anything could be tried. */
  MISSED(4, "x"),
  /** Not booked yet, and asked for again. */
  WAITING(2, "hourglass"),
  /** An answer was lost, and nobody knows yet whether it is booked. */
  UNKNOWN(4, "grey_question"),
  /** It was unknown, and turned out not to be booked. */
  SETTLED(3, "hourglass"),
  /** Nothing can be booked before somebody signs in. */
  SIGN_IN(4, "key"),
  /** The session is known to end before an opening. */
  SESSION_END(4, "key"),
  /** Something keeps bookings from being made. */
  TROUBLE(4, "warning"),
  /** A trouble or a missing sign-in has passed. */
  OVER(2, "white_check_mark"),
  /** Sent by hand, to see whether it arrives. */
  TEST(3, "tennis");

  private final int priority;
  private final String tag;

  EventType(int priority, String tag) {
    this.priority = priority;
    this.tag = tag;
  }

  /** Such as {@code sign-in}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<EventType> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** All but {@link #TEST}, which goes to every channel. */
  static List<EventType> choices() {
    return Arrays.stream(values()).filter(one -> one != TEST).toList();
  }

  /** From 1, which makes no sound, to 5, as ntfy counts; 3 is usual. */
  int priority() {
    return priority;
  }

  /** The short name of an emoji, as ntfy and others know it. */
  String tag() {
    return tag;
  }
}
