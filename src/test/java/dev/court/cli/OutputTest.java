package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.WithPlayer;
import dev.court.json.Json;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts rely on: names, times, and forms that programs read. */
class OutputTest extends WithPlayer {
  private static final List<String> SCHEDULE =
      List.of(
          "id", "type", "desired_time", "trigger_time", "court_id", "duration", "status", "rrule");
  private static final List<String> BOOKING =
      List.of(
          "schedule_id",
          "court_ids",
          "reservation_id",
          "booked_court_id",
          "attempts",
          "last_error",
          "late_ms");

  @BeforeEach
  void schedules() {
    court("add", "--on", "we", "--time", "17:00", "--name", "a \"b\", c").succeeds();
    court("add", "--at", "2027-07-01T07:00", "--name", "网球 🎾").succeeds();
  }

  private List<Map<String, Object>> rows(String line) {
    List<Map<String, Object>> rows = type(line + " -o json").succeeds().rows();
    assertThat(rows).isNotEmpty();
    return rows;
  }

  /** In one home, since it takes longer to make than all of them take. */
  @Test
  void json_is_an_array_of_objects_with_names_in_snake_case() {
    bookTuesday();
    List<String> lines =
        List.of(
            "list",
            "list --all",
            "export",
            "list --bookings",
            "preview --on we --time 17:00",
            "add --at 2027-01-04T10:00",
            "history",
            "config");

    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(rows(line))
                    .allSatisfy(
                        row ->
                            assertThat(row.keySet())
                                .allMatch(name -> name.matches("[a-z]+(_[a-z]+)*"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "export", "add --at 2027-01-04T10:00", "list --bookings"})
  void schedules_begin_with_the_words_of_the_program_that_came_first(String line) {
    for (Map<String, Object> row : rows(line)) {
      assertThat(row.keySet().stream().limit(8)).containsExactlyElementsOf(SCHEDULE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"list --bookings", "preview --on we --time 17:00"})
  void bookings_have_these_fields_besides(String line) {
    for (Map<String, Object> row : rows(line)) {
      assertThat(row).containsKeys(SCHEDULE.toArray(String[]::new));
      assertThat(row).containsKeys(BOOKING.toArray(String[]::new));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "list --bookings"})
  void times_are_iso_with_the_offset_of_the_venue(String line) {
    for (Map<String, Object> row : rows(line)) {
      for (String field : List.of("desired_time", "trigger_time")) {
        String text = row.get(field).toString();
        OffsetDateTime time = OffsetDateTime.parse(text);
        String offset = time.getYear() == 2027 ? "-04:00" : "-05:00";
        assertThat(text).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d" + offset);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "list, 2",
    "list --bookings, 6",
    "preview --on we --time 17:00 --limit 3, 3",
    "show 1, 1",
    "auth, 1",
    "history, 0"
  })
  void ndjson_is_an_object_a_line(String line, int size) {
    List<String> lines = type(line + " -o ndjson").out().lines().toList();

    assertThat(lines).hasSize(size);
    assertThat(lines).allSatisfy(one -> assertThat(Json.tree(one)).isInstanceOf(Map.class));
  }

  @ParameterizedTest
  @CsvSource({
    "list,                     2, 'id,type,desired_time,'",
    "list --status failed,     0, 'id,type,desired_time,'",
    "list --bookings,          6, 'id,type,desired_time,'",
    "history,                  0, 'at,booking_id,schedule_id,'",
    "auth,                     1, 'account,signed_in,alive,'",
    "preview --rrule FREQ=DAILY;BYHOUR=7;BYMONTH=2;BYMONTHDAY=30 --all, 0, 'id,type,'"
  })
  void csv_has_its_head_even_when_nothing_is_below(String line, int rows, String head) {
    List<String> lines = type(line + " -o csv").out().lines().toList();

    assertThat(lines).hasSize(rows + 1);
    assertThat(lines.get(0)).startsWith(head);
  }

  @Test
  void csv_quotes_what_would_break_a_cell() {
    String csv = type("list -o csv").out();

    assertThat(csv).contains(",\"a \"\"b\"\", c\",").contains(",网球 🎾,").contains(",1 2,");
    assertThat(csv).doesNotContain("\r");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"a, b|\"a, b\"", "a \"b\" c|\"a \"\"b\"\" c\"", "a 'b'|a 'b'"})
  void csv_quotes_a_comma_or_a_quote_alone(String name, String cell) {
    court("add", "--at", "2026-12-03T17:00", "--name", name).succeeds();

    assertThat(type("list -o csv").out()).contains("," + cell + ",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-2", "@SUM(A1)"})
  void csv_gives_a_spreadsheet_no_formula_to_run(String name) {
    court("add", "--at", "2026-12-03T17:00", "--name", name).succeeds();

    assertThat(type("list -o csv").out()).contains(",'" + name + ",");
    assertThat(court("list", "-o", "json").rows()).anyMatch(row -> name.equals(row.get("name")));
  }

  @Test
  void csv_leaves_numbers_as_they_are() {
    bookTuesday();

    assertThat(type("history -o csv").out()).doesNotContain("'");
  }

  @Test
  void a_table_stands_in_columns_whatever_the_names() {
    List<String> lines = type("list").out().lines().toList();

    assertThat(lines).hasSize(3);
    int name = lines.get(0).indexOf("NAME");
    assertThat(lines.get(1).substring(name)).isEqualTo("a \"b\", c");
    assertThat(lines.get(2).substring(name)).isEqualTo("网球 🎾");
    assertThat(lines).noneMatch(line -> line.endsWith(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JSON", "Json", "CSV"})
  void a_format_may_be_written_in_capitals(String format) {
    assertThat(type("list -o " + format).succeeds().out()).isNotEmpty();
  }

  @Test
  void numbers_are_written_in_plain_digits_on_every_host() {
    bookTuesday();

    for (String line : List.of("list", "show 1", "list --bookings", "history", "auth", "show 3")) {
      assertThat(type(line).out()).doesNotContainPattern("[٠-٩]");
    }
  }
}
