package dev.court.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FormEncodingTest {

  @Test
  void keeps_the_order_and_escapes_names_and_values() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("password", "corréct horse&=");
    fields.put("a b", "1+1");

    assertThat(FormEncoding.of(fields)).isEqualTo("password=corr%C3%A9ct+horse%26%3D&a+b=1%2B1");
  }

  @Test
  void no_fields_are_an_empty_text() {
    assertThat(FormEncoding.of(Map.of())).isEmpty();
  }
}
