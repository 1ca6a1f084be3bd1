package dev.court.sandbox;

import dev.court.sandbox.Fault.FaultTarget;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can go wrong. */
public enum FaultKind {
  LATENCY("latency", FaultTarget.ANY, "waits before it handles a request: latency=200ms"),
  ANSWER_LATENCY("answer-latency", FaultTarget.ANY, "waits between handling and answering"),
  CLOCK("clock", FaultTarget.ANY, "the sandbox's clock is wrong: clock=+1.7s"),
  DROP_REQUEST("drop-request", FaultTarget.POST, "not handled, and the connection closed"),
  DROP_ANSWER("drop-answer", FaultTarget.POST, "handled, and the connection closed without a byte"),
  CUT_ANSWER("cut-answer", FaultTarget.POST, "handled, and the connection closed in the middle"),
  STALL("stall", FaultTarget.POST, "handled, the headers sent, then nothing"),
  TRUNCATE("truncate", FaultTarget.POST, "handled, and answered with half of the JSON"),
  HANG_UP("hang-up", FaultTarget.POST, "answered, then the connection closed unannounced"),
  ERROR("5xx", FaultTarget.POST, "answered 502, not handled"),
  ERROR_AFTER("5xx-after", FaultTarget.POST, "handled, yet answered 504"),
  THROTTLE("429", FaultTarget.POST, "answered 429, not handled; how long to wait: 429=1:3s"),
  UNAUTHORISED("401", FaultTarget.POST, "the token is not accepted"),
  HTML("html", FaultTarget.POST, "answered with a page of HTML, not handled"),
  TAKEN("taken", FaultTarget.POST, "somebody else is a moment faster"),
  REFUSE("refuse", FaultTarget.POST, "refused in words of choice: refuse=1:Payment required"),
  LIST_EMPTY("list-empty", FaultTarget.LIST, "the listing is behind the times: it shows nothing"),
  LIST_404("list-404", FaultTarget.LIST, "there is no listing"),
  LIST_405("list-405", FaultTarget.LIST, "there is no listing, in other words"),
  REFUSE_LOGIN("refuse-login", FaultTarget.LOGIN, "every password counts as wrong"),
  FORM_CHANGED("form-changed", FaultTarget.LOGIN, "the sign-in form asks for something else");

  private final String word;
  private final FaultTarget target;
  private final String meaning;

  FaultKind(String word, FaultTarget target, String meaning) {
    this.word = word;
    this.target = target;
    this.meaning = meaning;
  }

  static Optional<FaultKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** All the words, separated by commas. */
  public static String words() {
    return Arrays.stream(values()).map(FaultKind::word).collect(Collectors.joining(", "));
  }

  /** The word for it on the command line. */
  public String word() {
    return word;
  }

  /** One line for the help. */
  public String meaning() {
    return meaning;
  }

  /** The requests it befalls when nothing else is said. */
  public FaultTarget target() {
    return target;
  }

  /** Whether nothing can be said about it without a length. */
  boolean needsLength() {
    return this == LATENCY || this == ANSWER_LATENCY || this == CLOCK;
  }

  /** Whether a length can be said about it. */
  boolean hasLength() {
    return needsLength() || this == THROTTLE;
  }

  /** Only a clock can be ahead as well as behind. */
  boolean allows(Duration length) {
    return this == CLOCK || !length.isNegative();
  }

  Duration length() {
    return this == THROTTLE ? Duration.ofSeconds(1) : Duration.ZERO;
  }

  String text() {
    return this == REFUSE ? "Payment required" : "";
  }
}
