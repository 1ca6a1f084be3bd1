package dev.court.ics;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;

/** Damages calendars as bad programs, transports and people do, and worse. */
public final class CalendarMutator {
  private static final List<String> TOKENS =
      List.of(
          ":",
          ";",
          ",",
          "\"",
          "\\",
          "=",
          "\r\n ",
          "\n\t",
          "\r",
          "\n",
          "\u00ff",
          "\u00c3",
          "\u0000",
          "BEGIN:VEVENT\n",
          "END:VEVENT\n",
          "BEGIN:VCALENDAR\n",
          "END:VCALENDAR\n",
          "BEGIN:",
          "END:",
          "DTSTART:00000101T000000\n",
          "DTSTART:99991231T235959Z\n",
          "DTEND:00010101T000000\n",
          "DTSTART;VALUE=DATE:20261202\n",
          "DURATION:P99999999999999W\n",
          "DURATION:-PT1M\n",
          "DURATION:PT9223372036854775807S\n",
          "RECURRENCE-ID:\n",
          "RECURRENCE-ID:20261202\n",
          "RECURRENCE-ID;RANGE=THISANDFUTURE:20261202T180000Z\n",
          "RRULE:FREQ=YEARLY;UNTIL=99991231T235959Z\n",
          "RRULE:FREQ=DAILY;COUNT=99999\n",
          "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;INTERVAL=9999\n",
          "RRULE:FREQ=MONTHLY;BYSETPOS=-1\n",
          "RRULE:FREQ=WEEKLY;BYDAY=MO;;\n",
          "EXDATE:,,,\n",
          "EXDATE;VALUE=DATE:99991231\n",
          "RDATE:99991231T235959Z,00010101T000000Z\n",
          "RDATE;TZID=/:1\n",
          "TZID=",
          "TZID=Pacific/Apia:",
          "TZID=Africa/Monrovia:",
          ";X=\"",
          "METHOD:CANCEL\n",
          "METHOD:REPLY\n",
          "STATUS:CANCELLED\n",
          "SEQUENCE:99999999999\n",
          "DTSTAMP:x\n",
          "UID:\n",
          "TZOFFSETTO:+1800\n",
          "TZOFFSETFROM:-235959\n",
          "ENCODING=QUOTED-PRINTABLE:=\n",
          "CHARSET=none;ENCODING=QUOTED-PRINTABLE:=ZZ",
          "20271107T013000",
          "20270314T023000",
          "Z",
          "T",
          "-",
          "0",
          "9",
          "99999999");

  private final Random random;

  public CalendarMutator(Random random) {
    this.random = random;
  }

  /** The file with one to eight damages. */
  public byte[] mutated(byte[] file, byte[] other) {
    StringBuilder text = new StringBuilder(new String(file, ISO_8859_1));
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      damage(text, new String(other, ISO_8859_1));
    }
    return text.toString().getBytes(ISO_8859_1);
  }

  private void damage(StringBuilder text, String other) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(1 + random.nextInt(200)));
    switch (random.nextInt(7)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, text.substring(at, end));
      case 2 -> text.insert(at, token());
      case 3 -> text.insert(lineStart(text, at), token());
      case 4 -> text.replace(at, end, other.substring(Math.min(at, other.length())));
      case 5 -> text.insert(lineStart(text, at), text.substring(lineStart(text, at), at));
      default -> flip(text, at);
    }
  }

  private void flip(StringBuilder text, int at) {
    if (at < text.length()) {
      text.setCharAt(at, (char) (text.charAt(at) ^ (1 << random.nextInt(8))));
    }
  }

  String token() {
    return TOKENS.get(random.nextInt(TOKENS.size()));
  }

  private static int lineStart(StringBuilder text, int at) {
    return at == 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
  }
}
