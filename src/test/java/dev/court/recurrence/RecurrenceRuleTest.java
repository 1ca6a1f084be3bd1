package dev.court.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecurrenceRuleTest {
  private static final LocalTime FIVE = LocalTime.of(17, 0);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0;COUNT=52",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYHOUR=10;BYMINUTE=0;COUNT=26",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=7;BYMINUTE=0;COUNT=260",
        "FREQ=MONTHLY;BYDAY=1MO,-1FR",
        "FREQ=WEEKLY;BYDAY=WE;UNTIL=20261231",
        "FREQ=WEEKLY;BYDAY=WE;UNTIL=20261231T170000",
        "FREQ=WEEKLY;BYDAY=WE;UNTIL=20261231T220000Z",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
        "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;WKST=SU",
        "FREQ=YEARLY;BYMONTH=1,12;BYYEARDAY=1,-1;BYMONTHDAY=1,31,-1;BYHOUR=7;BYSETPOS=1,-1",
      })
  void keeps_a_canonical_rule_as_it_is(String text) {
    assertThat(RecurrenceRule.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RRULE:FREQ=DAILY | FREQ=DAILY",
        "rrule:freq=daily | FREQ=DAILY",
        "'  FREQ = weekly ; BYDAY = we, mo ' | FREQ=WEEKLY;BYDAY=MO,WE",
        "BYDAY=FR,MO,FR;FREQ=WEEKLY | FREQ=WEEKLY;BYDAY=MO,FR",
        "COUNT=5;INTERVAL=1;FREQ=DAILY | FREQ=DAILY;COUNT=5",
        "FREQ=DAILY;INTERVAL=02;COUNT=007 | FREQ=DAILY;INTERVAL=2;COUNT=7",
        "FREQ=DAILY;BYSECOND=0 | FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=WE; | FREQ=WEEKLY;BYDAY=WE",
        "FREQ=DAILY;BYHOUR=17,07,7 | FREQ=DAILY;BYHOUR=7,17",
        "FREQ=MONTHLY;BYMONTHDAY=-1,+15,1 | FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
        "FREQ=MONTHLY;BYDAY=-1SU,+2MO,1SU,TU | FREQ=MONTHLY;BYDAY=TU,1SU,2MO,-1SU",
        "FREQ=WEEKLY;BYDAY=WE;WKST=SU | FREQ=WEEKLY;BYDAY=WE",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;WKST=MO | FREQ=WEEKLY;INTERVAL=2;BYDAY=WE",
        "FREQ=WEEKLY;BYDAY=MO,SU;BYSETPOS=1;WKST=su | FREQ=WEEKLY;BYDAY=MO,SU;BYSETPOS=1;WKST=SU",
        "FREQ=DAILY;UNTIL=20261231t220000z | FREQ=DAILY;UNTIL=20261231T220000Z",
      })
  void has_one_text_for_all_spellings(String text, String canonical) {
    RecurrenceRule rule = RecurrenceRule.parse(text);

    assertThat(rule.canonical()).isEqualTo(canonical);
    assertThat(rule).isEqualTo(RecurrenceRule.parse(canonical));
    assertThat(rule).hasSameHashCodeAs(RecurrenceRule.parse(canonical));
  }

  static Stream<String> rules() {
    return Table.rows("dateutil.tsv").map(row -> row[0]).distinct();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void reads_its_own_text_back(String text) {
    RecurrenceRule rule = RecurrenceRule.parse(text);

    assertThat(RecurrenceRule.parse(rule.canonical().toLowerCase(java.util.Locale.ROOT)))
        .isEqualTo(rule);
  }

  @Test
  void takes_the_time_from_the_start_when_the_rule_has_none() {
    RecurrenceRule rule = RecurrenceRule.parse("FREQ=WEEKLY;BYDAY=WE");

    assertThat(rule.hasTime()).isFalse();
    assertThat(rule.times(FIVE)).containsExactly(FIVE);
  }

  @Test
  void takes_only_what_the_rule_does_not_name_from_the_start() {
    assertThat(RecurrenceRule.parse("FREQ=DAILY;BYHOUR=7").times(LocalTime.of(17, 30)))
        .containsExactly(LocalTime.of(7, 30));
    assertThat(RecurrenceRule.parse("FREQ=DAILY;BYMINUTE=30").times(FIVE))
        .containsExactly(LocalTime.of(17, 30));
  }

  @Test
  void has_each_minute_of_the_rule_in_each_hour() {
    RecurrenceRule rule = RecurrenceRule.parse("FREQ=DAILY;BYHOUR=17,7;BYMINUTE=30,0");

    assertThat(rule.hasTime()).isTrue();
    assertThat(rule.times(LocalTime.MIDNIGHT))
        .extracting(LocalTime::toString)
        .containsExactly("07:00", "07:30", "17:00", "17:30");
  }
}
