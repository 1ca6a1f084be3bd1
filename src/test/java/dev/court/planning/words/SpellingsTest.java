package dev.court.planning.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.planning.PlanOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Times as people say them, by a table of more than five hundred; each block is another present.
 */
class SpellingsTest {
  private record Spelling(Instant now, ZoneId zone, String text, String meaning) {}

  private static final List<Spelling> TABLE = table();

  @ParameterizedTest
  @CsvSource({
    "Asia/Kathmandu, ar-EG", "Asia/Kathmandu, tr-TR", "Asia/Kathmandu, en-US",
    "America/New_York, ar-EG", "America/New_York, tr-TR", "America/New_York, en-US",
    "Pacific/Apia, ar-EG", "Pacific/Apia, tr-TR", "Pacific/Apia, en-US"
  })
  void means_the_same_whatever_the_host_is(String zone, String language) {
    TimeZone hostZone = TimeZone.getDefault();
    Locale hostLanguage = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      Locale.setDefault(Locale.forLanguageTag(language));

      assertThat(TABLE.stream().map(SpellingsTest::read)).isEqualTo(lines(TABLE));
    } finally {
      TimeZone.setDefault(hostZone);
      Locale.setDefault(hostLanguage);
    }
  }

  /** What is offered in place of an ambiguous spelling can be typed as it stands. */
  @Test
  void each_reading_that_is_offered_is_understood() {
    for (Spelling spelling : TABLE) {
      if (meaning(spelling) instanceof TimeReading.Ambiguous ambiguous) {
        assertThat(ambiguous.readings())
            .as(spelling.text())
            .hasSizeGreaterThan(1)
            .doesNotHaveDuplicates()
            .allSatisfy(
                reading ->
                    assertThat(TimeWords.read(reading, spelling.now(), spelling.zone()))
                        .isInstanceOf(TimeReading.Understood.class));
      }
    }
  }

  @Test
  void nothing_is_too_long_or_too_strange() {
    Instant now = Instant.parse("2026-11-22T17:00:00Z");
    for (String text :
        List.of(
            "",
            " ",
            ",",
            "\0",
            "7 ".repeat(24),
            "next ".repeat(24),
            "mo ".repeat(24),
            "9".repeat(200),
            "x".repeat(100_000),
            "-",
            "--",
            "in",
            "in a",
            "every",
            "dec",
            "24 of",
            "from",
            "9 times",
            "\uD83C\uDFBE",
            "99/99/9999",
            "0/0",
            "until",
            "every other",
            "every 2",
            "the")) {
      assertThat(TimeWords.read(text, now, ZoneId.of("America/New_York")))
          .as(text)
          .isInstanceOf(TimeReading.NotUnderstood.class);
    }
  }

  private static List<String> lines(List<Spelling> table) {
    return table.stream().map(spelling -> spelling.text() + "\t" + spelling.meaning()).toList();
  }

  private static String read(Spelling spelling) {
    return spelling.text() + "\t" + said(meaning(spelling));
  }

  private static TimeReading meaning(Spelling spelling) {
    return TimeWords.read(spelling.text(), spelling.now(), spelling.zone());
  }

  private static String said(TimeReading reading) {
    if (reading instanceof TimeReading.Understood understood) {
      return "= " + options(understood.options());
    }
    return reading instanceof TimeReading.Ambiguous ambiguous
        ? "? " + String.join(" / ", ambiguous.readings())
        : "! " + ((TimeReading.NotUnderstood) reading).why();
  }

  private static String options(PlanOptions plan) {
    return plan.at() != null
        ? plan.at()
        : "on %s %s".formatted(plan.on(), plan.time())
            + named("every", plan.every())
            + named("from", plan.from())
            + named("until", plan.until())
            + named("count", plan.count());
  }

  private static String named(String name, Object value) {
    return value == null ? "" : " " + name + " " + value;
  }

  private static List<Spelling> table() {
    List<Spelling> table = new ArrayList<>();
    Instant now = null;
    ZoneId zone = null;
    for (String line : resource().filter(line -> !line.startsWith("#")).toList()) {
      String[] parts = line.split(line.startsWith("@") ? " " : "\t", -1);
      if (line.startsWith("@")) {
        now = Instant.parse(parts[1]);
        zone = ZoneId.of(parts[2]);
      } else {
        table.add(new Spelling(now, zone, parts[0], parts[1]));
      }
    }
    return table;
  }

  private static Stream<String> resource() {
    try (InputStream in = SpellingsTest.class.getResourceAsStream("spellings.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
