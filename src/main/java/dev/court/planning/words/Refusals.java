package dev.court.planning.words;

import dev.court.booking.Quote;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people say that is no time, or no one time, with what to write in its place. */
final class Refusals {
  private record Saying(Pattern said, String answer) {
    Saying(String said, String answer) {
      this(Pattern.compile("\\b(?:" + said + ")\\b"), answer);
    }
  }

  private static final String CLOCK = "\\d{1,2}(?:[:.]\\d\\d)?(?:am|pm|h)?";
  private static final String WRITTEN_CLOCK = "\\d{1,2}(?:[:.]\\d\\d|am|pm|h)";
  private static final String NUMBER = "(?:\\d+|an?|one|two|three|half an)";

  private static final String HOUR_IN_LETTERS =
      "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
  private static final String HOUR = "(?:\\d+|" + HOUR_IN_LETTERS + ")";

  private static final List<Saying> ALL =
      List.of(
          new Saying(
              "(?:every|each) last \\p{L}+",
              "what comes by months is said by a rule, such as"
                  + " --rrule 'FREQ=MONTHLY;BYDAY=-1WE;BYHOUR=17;BYMINUTE=0'"),
          new Saying(
              "monthly|yearly|months?|years?|(?:first|last|third|fourth|3rd|4th) \\p{L}+ of"
                  + "|(?:every|each) (?:first|1st) \\p{L}+",
              "what comes by months or years is said by a rule, such as"
                  + " --rrule 'FREQ=MONTHLY;BYDAY=1WE;BYHOUR=17;BYMINUTE=0'"),
          new Saying("yesterday|last (?:\\p{L}+)|ago", "that is over: name a day that is ahead"),
          new Saying(
              "(?:every|each) (?:second|2nd|third|3rd|fourth|4th) \\p{L}+",
              "that can be one of all or one of each month: write 'every other wed 17:00' or"
                  + " 'every 3 weeks on wed 17:00', or"
                  + " --rrule 'FREQ=MONTHLY;BYDAY=2WE;BYHOUR=17;BYMINUTE=0'"),
          new Saying(
              "(?:every|each) (?:other day|" + NUMBER + " days)|hourly|(?:every|each) hour",
              "what comes by days is said by a rule, such as"
                  + " --rrule 'FREQ=DAILY;INTERVAL=2;BYHOUR=17;BYMINUTE=0'"),
          new Saying(
              "bi-?weekly|bimonthly|semi-?weekly",
              "that can be twice a week or every two weeks: write 'every other wed 17:00' or"
                  + " 'every mo and th 17:00'"),
          new Saying(
              "for " + NUMBER + " weeks?",
              "say the last day or how often: 'every wed 17:00 until 2027-03-31' or"
                  + " 'every wed 17:00 10 times'"),
          new Saying(
              "(?:but|except) (?:on )?\\p{L}+",
              "name the days that you want, such as every mo and fr 17:00; court skip leaves out"
                  + " one time, court away all of some days"),
          new Saying(
              "in " + NUMBER + " (?:hours?|h|minutes?|mins?)",
              "name the time of day, such as today 17:00"),
          new Saying(
              "(?:for )?" + NUMBER + " ?(?:hours?|hrs?|minutes?|mins?)|for \\d+h?",
              "how long is said by --duration, such as --duration 60"),
          new Saying(
              "(?<![-/.:\\d])(?:from )?"
                  + CLOCK
                  + " ?(?:- ?"
                  + CLOCK
                  + "|(?:to|until|till) "
                  + WRITTEN_CLOCK
                  + ")(?![-/.:\\d])",
              "say when it starts, and how long by --duration, such as --duration 60"),
          new Saying(
              "courts? [\\p{L}\\d]+", "where is said by --court, such as --court \"Court 2\""),
          new Saying(
              "half (?:past )?"
                  + HOUR
                  + "|(?:quarter|ten|five|twenty|\\d+) (?:past|to) "
                  + HOUR
                  + "|(?:quarter|ten|five|twenty)-"
                  + HOUR_IN_LETTERS
                  + "|"
                  + HOUR_IN_LETTERS
                  + "(?: o'?\\s?clock| ?[ap]\\.?m\\b)"
                  + "|at "
                  + HOUR_IN_LETTERS,
              "write the time in digits, such as 17:30"),
          new Saying(
              "[ecmp][sd]t|utc|gmt|\\d\\d:\\d\\d(?::\\d\\d)?z",
              "times are by the building's clock: leave the zone out"),
          new Saying("or", "one time at a go: leave out 'or' and what follows it"));

  private Refusals() {}

  /** Why {@code text} is refused as it stands; empty when it may be a time. */
  static Optional<String> of(String text) {
    return ALL.stream()
        .flatMap(
            saying ->
                saying
                    .said()
                    .matcher(text)
                    .results()
                    .map(said -> "%s: %s".formatted(Quote.of(said.group()), saying.answer())))
        .findFirst();
  }
}
