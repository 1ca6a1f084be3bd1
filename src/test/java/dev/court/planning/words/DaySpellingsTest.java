package dev.court.planning.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.planning.words.DaysReading.NoSpan;
import dev.court.planning.words.DaysReading.OneSpan;
import dev.court.planning.words.DaysReading.SeveralSpans;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days as people say them. */
class DaySpellingsTest {
  private static final LocalDate SUNDAY = LocalDate.parse("2026-11-29");

  private static DaysReading read(String text, LocalDate today) {
    return DayWords.read(text, today);
  }

  private static String said(DaysReading reading) {
    return reading instanceof OneSpan clear
        ? clear.days().first() + ".." + clear.days().last()
        : reading instanceof SeveralSpans several
            ? "? " + String.join(" / ", several.readings())
            : "! " + ((NoSpan) reading).why();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          today                         | 2026-11-29..2026-11-29
          tomorrow                      | 2026-11-30..2026-11-30
          wed                           | 2026-12-02..2026-12-02
          Wednesday                     | 2026-12-02..2026-12-02
          this friday                   | 2026-12-04..2026-12-04
          24 Dec                        | 2026-12-24..2026-12-24
          the 24th of december          | 2026-12-24..2026-12-24
          wed 2 dec                     | 2026-12-02..2026-12-02
          Wed 2 Dec 2026                | 2026-12-02..2026-12-02
          in 3 days                     | 2026-12-02..2026-12-02
          from 20 Dec to 3 Jan          | 2026-12-20..2027-01-03
          20 dec - 3 jan                | 2026-12-20..2027-01-03
          20dec-3jan                    | 2026-12-20..2027-01-03
          20 dec..3 jan                 | 2026-12-20..2027-01-03
          between 20 dec and 3 jan      | 2026-12-20..2027-01-03
          dec 20 until jan 3            | 2026-12-20..2027-01-03
          20 dec 2026 to 3 jan 2027     | 2026-12-20..2027-01-03
          20 dec to 3 jan 2027          | 2026-12-20..2027-01-03
          1 nov to 3 jan 2027           | 2026-11-01..2027-01-03
          2026-12-20 to 2027-01-03      | 2026-12-20..2027-01-03
          2026-12-20 - 2027-01-03       | 2026-12-20..2027-01-03
          20 to 24 dec                  | 2026-12-20..2026-12-24
          20-24 dec                     | 2026-12-20..2026-12-24
          dec 20-24                     | 2026-12-20..2026-12-24
          dec 20 to the 24th            | 2026-12-20..2026-12-24
          24.12. - 26.12.               | 2026-12-24..2026-12-26
          12/24 to 12/26                | 2026-12-24..2026-12-26
          mon..fri                      | 2026-11-30..2026-12-04
          mon-fri                       | 2026-11-30..2026-12-04
          mon to fri                    | 2026-11-30..2026-12-04
          fri to mon                    | 2026-12-04..2026-12-07
          mon to mon                    | 2026-11-30..2026-12-07
          from tomorrow till friday     | 2026-11-30..2026-12-04
          until friday                  | 2026-11-29..2026-12-04
          until 12/02/2026              | 2026-11-29..2026-12-02
          until january                 | ? Sun 29 Nov 2026 - Thu 31 Dec 2026 / Sun 29 Nov 2026 - Sun 31 Jan 2027
          till 3 jan                    | 2026-11-29..2027-01-03
          december                      | 2026-12-01..2026-12-31
          in december                   | 2026-12-01..2026-12-31
          december to january           | 2026-12-01..2027-01-31
          feb 2027                      | 2027-02-01..2027-02-28
          next month                    | 2026-12-01..2026-12-31
          this month                    | 2026-11-29..2026-11-30
          20 dec for 2 weeks            | 2026-12-20..2027-01-02
          from tomorrow for a week      | 2026-11-30..2026-12-06
          wed week                      | 2026-12-09..2026-12-09
          ٢٠ dec – ٢٤ dec               | 2026-12-20..2026-12-24
          next week                     | ? Mon 30 Nov 2026 - Sun 6 Dec 2026 / Sun 6 Dec 2026 - Sat 12 Dec 2026
          this week                     | ? Sun 29 Nov 2026 / Sun 29 Nov 2026 - Sat 5 Dec 2026
          this weekend                  | ? Sun 29 Nov 2026 / Sat 5 Dec 2026 - Sun 6 Dec 2026
          next weekend                  | ? Sat 5 Dec 2026 - Sun 6 Dec 2026 / Sat 12 Dec 2026 - Sun 13 Dec 2026
          next wed                      | ? Wed 2 Dec 2026 / Wed 9 Dec 2026
          sun                           | ? Sun 29 Nov 2026 / Sun 6 Dec 2026
          12/02                         | ? Wed 2 Dec 2026 / Fri 12 Feb 2027
          25 nov to 5 dec               | ? Wed 25 Nov 2026 - Sat 5 Dec 2026 / Thu 25 Nov 2027 - Sun 5 Dec 2027
          from 20 dec                   | ! 'from 20 dec' says no last day: write it such as 20 dec to 3 jan
          for 2 weeks                   | ! 'for 2 weeks' says no first day: write it such as 20 dec for 2 weeks
          wed 17:00                     | ! 'wed 17:00' says a time, and one is away for whole days: court skip leaves out one time
          30 feb                        | ! there is no date '30 february'
          wensday                       | ! 'wensday' is no word for days, did you mean wednesday? Or write it such as next week, 20 dec to 3 jan or until fri
          christmas                     | ! 'christmas' is no word for days: write it such as next week, 20 dec to 3 jan or until fri
          wed and fri                   | ! 'wed and fri' says no days: write it such as next week, 20 dec to 3 jan or until fri
          every wed                     | ! 'every wed' says no days: write it such as next week, 20 dec to 3 jan or until fri
          20 to 24                      | ! '20 to 24' says no days: write it such as next week, 20 dec to 3 jan or until fri
          24 dec to 20 dec 2026         | ! '24 dec to 20 dec 2026' ends before it begins: the earlier day comes first
          """)
  void days_are_read_as_they_are_said(String text, String meaning) {
    assertThat(said(read(text, SUNDAY))).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-12-02 | mon to fri      | 2026-12-07..2026-12-11
          2026-12-02 | wed to fri      | ? Wed 2 Dec 2026 - Fri 4 Dec 2026 / Wed 9 Dec 2026 - Fri 11 Dec 2026
          2026-12-02 | this week       | ? Wed 2 Dec 2026 - Sat 5 Dec 2026 / Wed 2 Dec 2026 - Sun 6 Dec 2026
          2026-12-02 | weekend         | 2026-12-05..2026-12-06
          2026-12-05 | weekend         | ? Sat 5 Dec 2026 - Sun 6 Dec 2026 / Sat 12 Dec 2026 - Sun 13 Dec 2026
          2026-12-02 | december        | 2026-12-02..2026-12-31
          2026-12-31 | until 3 jan     | 2026-12-31..2027-01-03
          2028-02-01 | february        | 2028-02-01..2028-02-29
          2026-12-02 | from tomorrow to next fri | ? Thu 3 Dec 2026 - Fri 4 Dec 2026 / Thu 3 Dec 2026 - Fri 11 Dec 2026
          """)
  void days_depend_on_the_day_on_which_they_are_said(String today, String text, String meaning) {
    assertThat(said(read(text, LocalDate.parse(today)))).isEqualTo(meaning);
  }

  /** What is offered in place of ambiguous words can be typed as it stands. */
  @Test
  void each_reading_that_is_offered_is_clear() {
    for (int day = 0; day < 400; day++) {
      LocalDate today = SUNDAY.plusDays(day);
      for (String text : List.of("next week", "this week", "next weekend", "12/02 to 12/03")) {
        if (read(text, today) instanceof SeveralSpans several) {
          assertThat(several.readings())
              .hasSizeGreaterThan(1)
              .doesNotHaveDuplicates()
              .allSatisfy(one -> assertThat(read(one, today)).isInstanceOf(OneSpan.class));
        }
      }
    }
  }

  @Test
  void nothing_is_too_long_or_too_strange() {
    for (String text :
        List.of(
            "",
            " ",
            "-",
            "..",
            " to ",
            "to",
            "until",
            "in",
            "next",
            "from to",
            "\0",
            "next ".repeat(20),
            "mon-".repeat(50),
            "1-".repeat(90),
            "x".repeat(100_000),
            "99/99 to 99/99",
            "0 to 0 dec",
            "31 to 30 feb",
            "in december december",
            "for for days")) {
      assertThat(read(text, SUNDAY)).as(text).isInstanceOf(NoSpan.class);
    }
  }
}
