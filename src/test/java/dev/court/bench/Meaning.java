package dev.court.bench;

/** What each row measures, for who reads the page. */
final class Meaning {
  private Meaning() {}

  static String text(Scale scale) {
    return """
    Late is the time from the opening to the last byte of the first request for a court, taken where
    the request arrives: in the sandbox, by its own clock. Each opening has a new sandbox, a new home
    with one schedule, and a new process of `scripts/court run-due`, with hardly anything in its
    environment, that starts %1$s s before the opening. The rows of cold ticks take turns, so that what
    else the machine does meets all alike. Everything is on one machine, the sandbox included, which
    takes its share of the same processor.

    - **loopback**: plain http.
    - **tls**: through a second program that ends TLS and passes the request on.
    - **far**: the same, behind a line that holds each byte back for 20 ms, each way. A request that is
      sent at the opening cannot come earlier than 20 ms after it, half a round trip; a new connection
      would need two and a half. The goal is 0.6 round trips. (The TCP handshake is not held back.)
    - **ahead**, **behind**: the building's clock is 1.7 s off. Late is by that clock, and of the first
      request that was accepted; those before it were refused as too early.
    - **one-run**: %2$s openings, one after the other, in one run.
    - **at-once**: %2$s courts that open at one instant, in one run; the first and the last to
      arrive, of each run.
    - **start**: the time of whole processes, from start to end: `java` with a class that prints one
      word, `scripts/court list`, and `scripts/court run-due` with nothing due, once with an option, so that
      Java starts, and once by the [note](protocols.md#ticks-without-java) that the run before has left, so
      that it does not. They take turns; the ratios are taken turn by turn.
    - **idle**: `run-due` with nothing due, where %3$s bookings are over, with an attempt each, and
      where none is.
    - **processor**: what whole processes cost the processor, of all their threads: the class that prints
      one word and one that opens an H2 database with nothing in it, both with an archive of their
      classes, as court has; then court's commands. They take turns. The day is calculated: 1,440 ticks
      of an idle home without the note, and with one that lets every tenth start Java.
    - **backup**: a home with so many bookings that are over, tokens, a remembered sign-in, messages to
      send and troubles. `run-due` backs it up; then the database loses its last byte, and later is moved
      away. After each `court backup restore`, the lists that are timed here say the same, byte for
      byte; otherwise `scripts/bench` fails.
    - **scale**: a PostgreSQL with %4$s accounts of fifty bookings each. %5$s openings at one instant are
      shared by two machines, an account each; then one machine has %6$s. The sandbox has answered
      as many requests as are shared before, since Atrium is no program that was started just now. An opening that was not
      booked counts as lost.\
    """
        .formatted(
            scale.lead().toMillis() / 1000.0,
            scale.together(),
            scale.oldBookings(),
            scale.accounts(),
            scale.shared(),
            scale.most());
  }
}
