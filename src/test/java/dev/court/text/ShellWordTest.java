package dev.court.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/opt/court-1.0", "a b", "it's", "", "$HOME `id` \\ \"x\"", "a\nb", "*;&"})
  void a_shell_reads_the_same_text_back(String text) throws IOException {
    assertThat(readBySh(ShellWord.of(text))).isEqualTo(text);
    assertThat(readBySh(ShellWord.quoted(text))).isEqualTo(text);
  }

  @Test
  void what_is_plain_stays_bare() {
    assertThat(ShellWord.of("/home/me/court_1.jar")).isEqualTo("/home/me/court_1.jar");
    assertThat(ShellWord.quoted("plain")).isEqualTo("'plain'");
  }

  @Test
  void fish_reads_backslashes_between_quotes() {
    assertThat(ShellWord.fish("it's \\ here")).isEqualTo("'it\\'s \\\\ here'");
  }

  private static String readBySh(String word) throws IOException {
    Process sh = new ProcessBuilder("sh", "-c", "printf %s " + word).start();
    return new String(sh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
