package dev.court.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTest {
  record Wish(String courtId, OffsetDateTime desiredTime, Duration duration, Integer guests) {
    boolean isLong() {
      return duration.toMinutes() > 30;
    }

    String getSummary() {
      return courtId;
    }
  }

  record Times(Instant instant, LocalDateTime local, ZonedDateTime zoned) {}

  record Counted(int count) {
    Counted {
      if (count < 0) {
        throw new IllegalArgumentException("fewer than none");
      }
    }
  }

  record Pair(Counted one, Counted two) {}

  @Test
  void writes_a_record_in_snake_case_with_nulls_and_without_what_it_derives() {
    Wish wish =
        new Wish("1", OffsetDateTime.parse("2026-12-02T17:00:00-05:00"), Duration.ofHours(1), null);

    assertThat(Json.write(wish))
        .isEqualTo(
            "{\"court_id\":\"1\",\"desired_time\":\"2026-12-02T17:00:00-05:00\","
                + "\"duration\":\"PT1H\",\"guests\":null}");
  }

  @Test
  void writes_times_as_text() {
    ZonedDateTime zoned = ZonedDateTime.parse("2026-11-01T01:30-05:00[America/New_York]");

    assertThat(Json.write(new Times(zoned.toInstant(), zoned.toLocalDateTime(), zoned)))
        .isEqualTo(
            "{\"instant\":\"2026-11-01T06:30:00Z\",\"local\":\"2026-11-01T01:30:00\","
                + "\"zoned\":\"2026-11-01T01:30:00-05:00\"}");
  }

  @Test
  void keeps_the_offset_of_a_time_as_it_is_read() {
    Wish wish = Json.read("{\"desired_time\":\"2026-12-02T17:00:00-05:00\",\"new\":1}", Wish.class);

    assertThat(wish.desiredTime()).hasToString("2026-12-02T17:00-05:00");
  }

  @Test
  void indents_by_two_spaces() {
    assertThat(Json.pretty(List.of(new Counted(1), List.of(), Map.of())))
        .isEqualTo("[\n  {\n    \"count\": 1\n  },\n  [],\n  {}\n]");
  }

  @Test
  void writes_one_line_whatever_the_text_holds() {
    assertThat(Json.write("a\nb\r")).doesNotContain("\n", "\r");
  }

  @Test
  void reads_a_tree_of_unknown_shape_without_losing_digits() {
    Object tree = Json.tree("{\"b\":[1,12345678901234567890,0.10,true,null],\"a\":\"x\"}");

    assertThat(tree)
        .hasToString("{b=[1, 12345678901234567890, 0.10, true, null], a=x}")
        .isEqualTo(
            Map.of(
                "a",
                "x",
                "b",
                Arrays.asList(
                    1,
                    new BigInteger("12345678901234567890"),
                    new BigDecimal("0.10"),
                    true,
                    null)));
  }

  @Test
  void refuses_null_where_a_value_is_expected() {
    assertThatThrownBy(() -> Json.read("null", Counted.class)).hasMessageStartingWith("is null");
    assertThatThrownBy(() -> Json.read("{}", Counted.class))
        .hasMessage("count is missing, or of another kind than expected (line 1, column 2)");
  }

  @Test
  void says_where_a_value_does_not_fit() {
    assertThatThrownBy(
            () -> Json.read("{\"one\":{\"count\":1},\n \"two\":{\"count\":\"x\"}}", Pair.class))
        .isInstanceOf(JsonException.class)
        .hasMessage("two.count cannot be 'x' (line 2, column 17)");
  }

  @Test
  void counts_in_plain_digits_whatever_the_host_speaks() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    try {
      assertThatThrownBy(() -> Json.tree("]")).hasMessageEndingWith("(line 1, column 1)");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void passes_on_what_a_record_says_about_bad_input() {
    assertThatThrownBy(() -> Json.read("{\"count\":-1}", Counted.class))
        .hasMessageStartingWith("it: fewer than none (line 1");
  }

  @Test
  void says_that_a_cut_text_ends_in_the_middle() {
    for (String cut : List.of("{\"count\":", "[{\"count\":1}", "{\"co", "\"abc")) {
      assertThatThrownBy(() -> Json.tree(cut)).as(cut).hasMessageStartingWith("ends in the middle");
    }
    assertThatThrownBy(() -> Json.tree(" ")).hasMessageStartingWith("is empty");
  }

  @Test
  void refuses_a_name_that_stands_twice() {
    assertThatThrownBy(() -> Json.read("{\"count\":1,\n\"count\":2}", Counted.class))
        .hasMessage("is no JSON: Duplicate field 'count' (line 2, column 8)");
    assertThatThrownBy(() -> Json.tree("{\"a\":1,\"a\":2}")).isInstanceOf(JsonException.class);
  }

  @Test
  void refuses_what_stands_after_the_end() {
    assertThatThrownBy(() -> Json.read("{\"count\":1} x", Counted.class))
        .isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> Json.items("[] []")).isInstanceOf(JsonException.class);
  }

  @Test
  void quotes_little_of_a_long_text() {
    String page = "x".repeat(5000);

    for (String text : List.of(page, "<html>" + page, "{\"count\":\"" + page + "\"}")) {
      JsonException e =
          catchThrowableOfType(JsonException.class, () -> Json.read(text, Counted.class));
      assertThat(e.getMessage()).hasSizeLessThan(250).doesNotContain("\n", "x".repeat(81));
    }
  }

  @Test
  void refuses_endless_nesting() {
    assertThatThrownBy(() -> Json.tree("[".repeat(100_000))).isInstanceOf(JsonException.class);
  }

  @Test
  void cuts_a_list_into_entries_with_their_places() {
    List<Json.Item> items = Json.items("[ {\"a\":[1]},\n 12 ,\"x\\\"]\",null,\n\n  [] ]");

    assertThat(items)
        .containsExactly(
            new Json.Item(0, 1, 3, "{\"a\":[1]}"),
            new Json.Item(1, 2, 2, "12"),
            new Json.Item(2, 2, 6, "\"x\\\"]\""),
            new Json.Item(3, 2, 13, "null"),
            new Json.Item(4, 4, 3, "[]"));
  }

  @Test
  void reads_the_good_entries_beside_a_bad_one() {
    List<Json.Item> items =
        Json.items("[{\"count\":1},\n  {\"count\":2,\n \"count\":3}, {\"count\":\"y\"}]");

    assertThat(items.get(0).read(Counted.class)).isEqualTo(new Counted(1));
    assertThatThrownBy(() -> items.get(1).read(Counted.class))
        .hasMessageContaining("Duplicate field 'count'")
        .hasMessageEndingWith("(line 3, column 9)");
    assertThatThrownBy(() -> items.get(2).read(Counted.class))
        .hasMessage("count cannot be 'y' (line 3, column 23)");
  }

  @Test
  void refuses_to_cut_what_is_no_list_or_breaks_off() {
    assertThatThrownBy(() -> Json.items("{}")).hasMessage("is no list (line 1, column 1)");
    assertThatThrownBy(() -> Json.items("")).hasMessageStartingWith("is empty");
    assertThatThrownBy(() -> Json.items("[{},\n{\"a\":"))
        .hasMessageStartingWith("ends in the middle")
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> Json.items("[{},{\"a\" 1}]")).isInstanceOf(JsonException.class);
  }
}
