package dev.court.ics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.booking.InvalidRequest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 5545, 3.1 and 3.2; RFC 6868. */
class ContentLineTest {

  private static ContentLine line(String text) {
    return Unfolding.lines(text.getBytes(UTF_8)).get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          DTSTART;TZID=Europe/Berlin:20261202T180000          | Europe/Berlin | 20261202T180000
          DTSTART;TZID="A:B;C,D":20261202T180000              | A:B;C,D       | 20261202T180000
          DTSTART;X="a","b";TZID=Club:20261202T180000         | Club          | 20261202T180000
          DTSTART;X;TZID=Club:20261202T180000                 | Club          | 20261202T180000
          dtstart;tzid=Club:20261202T180000                   | Club          | 20261202T180000
          DTSTART;TZID=^'Club^':1;TZID=Other:2                | "Club"        | 1;TZID=Other:2
          DTSTART;VALUE=DATE-TIME:20261202T180000             | ``            | 20261202T180000
          """)
  void parameters_and_value_are_told_apart(String text, String zone, String value) {
    assertThat(line(text).name()).isEqualTo("DTSTART");
    assertThat(line(text).parameter("TZID")).isEqualTo(zone);
    assertThat(line(text).value()).isEqualTo(value);
  }

  /** There, a small i becomes a great one with a dot. */
  @Test
  void a_zone_is_found_in_turkey_too() {
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      assertThat(line("dtstart;tzid=Club:20261202T180000").parameter("TZID")).isEqualTo("Club");
    } finally {
      Locale.setDefault(locale);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DTSTART;TZID=\"a:20261202T180000", "DTSTART;TZID=a"})
  void a_line_without_a_value_cannot_be_read(String text) {
    assertThatThrownBy(() -> line(text).value())
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("its DTSTART (line 1) cannot be read");
  }

  /** What looks like the next property may be the rest of a quoted-printable value, and is not. */
  @Test
  void a_quoted_printable_value_takes_no_other_property_with_it() {
    assertThat(
            Unfolding.lines(
                "SUMMARY;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9=\r\nSTATUS:CANCELLED\r\n"
                    .getBytes(UTF_8)))
        .extracting(ContentLine::name)
        .containsExactly("SUMMARY", "STATUS");
  }
}
