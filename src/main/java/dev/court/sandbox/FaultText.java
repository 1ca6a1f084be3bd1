package dev.court.sandbox;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.sandbox.Fault.FaultTarget;
import dev.court.text.DurationText;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads one fault from text: {@code WORD[@REQUESTS][=TIMES][:DETAIL]}, such as {@code drop-answer},
 * {@code 5xx@token=2}, {@code 429=1:3s}. Without {@code TIMES} the detail may follow the equals
 * sign: {@code latency=200ms}.
 */
final class FaultText {
  private static final Pattern ENTRY = Pattern.compile("([^@=]+)(?:@([^=]*))?(?:=(.*))?");
  private static final Pattern VALUE = Pattern.compile("(?:(\\d{1,9}|always)(?::|$))?(.*)");

  private final String entry;

  private FaultText(String entry) {
    this.entry = entry;
  }

  static Fault read(String entry) {
    return new FaultText(entry).fault();
  }

  private Fault fault() {
    Matcher parts = ENTRY.matcher(entry);
    if (!parts.matches()) {
      throw unknown(entry);
    }
    Fault fault = Fault.of(kind(parts.group(1).strip()));
    if (parts.group(2) != null) {
      fault = fault.on(target(parts.group(2)));
    }
    return complete(parts.group(3) == null ? fault : valued(fault, parts.group(3)));
  }

  private Fault complete(Fault fault) {
    if (fault.kind().needsLength() && fault.length().isZero()) {
      throw bad("say how long: %s=200ms".formatted(fault.kind().word()));
    }
    return fault;
  }

  private Fault valued(Fault fault, String value) {
    Matcher parts = VALUE.matcher(value);
    if (!parts.matches()) {
      throw bad("it is more than one line");
    }
    Fault counted = parts.group(1) == null ? fault : fault.next(times(parts.group(1)));
    return parts.group(2).isEmpty() ? counted : detailed(counted, parts.group(2).strip());
  }

  private int times(String text) {
    if (text.equals("always")) {
      return Fault.ALWAYS;
    }
    int times = Integer.parseInt(text);
    if (times < 1) {
      throw bad("how often is a number from 1, or always");
    }
    return times;
  }

  private Fault detailed(Fault fault, String detail) {
    if (fault.kind().hasLength()) {
      return fault.lasting(
          DurationText.decimal(detail).filter(fault.kind()::allows).orElseThrow(this::noLength));
    }
    if (fault.kind() == FaultKind.REFUSE) {
      return fault.saying(detail);
    }
    throw bad("how often is a number from 1, or always");
  }

  private static FaultKind kind(String word) {
    return FaultKind.of(word).orElseThrow(() -> unknown(word));
  }

  private static InvalidRequest unknown(String word) {
    return new InvalidRequest(
        "no fault %s: there is %s".formatted(Quote.of(word), FaultKind.words()));
  }

  private FaultTarget target(String word) {
    return Arrays.stream(FaultTarget.values())
        .filter(target -> word(target).equals(word))
        .findFirst()
        .orElseThrow(() -> bad("no requests %s: there is %s".formatted(Quote.of(word), targets())));
  }

  private static String targets() {
    return Arrays.stream(FaultTarget.values())
        .map(FaultText::word)
        .collect(Collectors.joining(", "));
  }

  private static String word(FaultTarget target) {
    return target.name().toLowerCase(Locale.ROOT);
  }

  private InvalidRequest noLength() {
    return bad("a length is like 200ms, 1.7s or 2m");
  }

  private InvalidRequest bad(String why) {
    return new InvalidRequest("fault %s: %s".formatted(Quote.of(entry), why));
  }
}
