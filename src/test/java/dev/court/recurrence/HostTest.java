package dev.court.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results do not depend on the locale and the zone of the host. */
final class HostTest {

  @ParameterizedTest
  @CsvSource({
    "en-US, America/New_York",
    "en-US, UTC",
    "de-DE, Europe/Berlin",
    "ar-EG, Africa/Cairo",
    "ar-EG-u-nu-arab, Asia/Riyadh",
    "fa-IR-u-ca-persian, Asia/Tehran",
    "th-TH-u-ca-buddhist-nu-thai, Asia/Bangkok",
    "ja-JP-u-ca-japanese, Asia/Tokyo",
    "tr-TR, Europe/Istanbul",
    "hi-IN-u-nu-deva, Asia/Kolkata",
    "en-NZ, Pacific/Apia",
    "en-KI, Pacific/Kiritimati",
    "en-US, Etc/GMT+12",
  })
  void the_locale_and_the_zone_of_the_host_change_nothing(String language, String zone) {
    List<String> expected = at("en-US", "America/New_York", HostTest::everything);

    assertThat(at(language, zone, HostTest::everything)).isEqualTo(expected);
  }

  /** One result of each kind, with rules for which ical4j alone would ask the host. */
  private static List<String> everything() {
    Recurrence weekStart =
        Recurrence.of("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;UNTIL=20270101", "2026-10-27T17:00");
    Recurrence weekNumber =
        Recurrence.of("FREQ=YEARLY;BYWEEKNO=1,-1;BYDAY=SU,MO", "2026-02-27T02:30");
    Recurrence utc =
        Recurrence.of(
            "FREQ=DAILY;BYHOUR=1,2;BYMINUTE=30;UNTIL=20260310T060000Z", "2026-03-07T00:00");
    Recurrence month =
        Recurrence.of("freq=monthly;byday=1mo,-1fr;bymonth=1,12", "2026-01-01T07:00");
    return List.of(
        weekStart.starts(20).toString(),
        weekNumber.starts(20).toString(),
        utc.starts(20).toString(),
        month.starts(20).toString(),
        RuleInWords.describe(weekStart.except("2026-11-08T17:00").plan(), weekStart.zone()),
        RuleInWords.describe(utc.plan(), utc.zone()),
        RuleInWords.describe(month.plan(), month.zone()),
        RuleInWords.describe(weekNumber.plan(), weekNumber.zone()),
        Weekdays.parse("FRIDAY,mo-We").toString(),
        new WeeklyRule(Set.of(DayOfWeek.FRIDAY), LocalTime.of(17, 30), 12, null, 15)
            .toRule()
            .toString(),
        catchThrowable(() -> RecurrenceRule.parse("FREQ=DAILY;COUNT=12345")).getMessage());
  }

  private static <T> T at(String language, String zone, Supplier<T> work) {
    Locale locale = Locale.getDefault();
    TimeZone timeZone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      return work.get();
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(timeZone);
    }
  }
}
