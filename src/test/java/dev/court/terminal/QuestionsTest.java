package dev.court.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest {
  private static final List<Offer> OFFERS =
      List.of(new Offer("7", "Wed 2 Dec 07:00"), new Offer("12", "Court 7, the roof"));

  private final StringWriter shown = new StringWriter();
  private InputStream in;

  private Questions answered(String input) {
    return answered(input, 0);
  }

  private Questions answered(String input, int columns) {
    in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    Console console =
        new Console(in, new PrintWriter(new StringWriter()), new PrintWriter(shown), true);
    return new Questions(console, columns, "nothing was done", IllegalStateException::new);
  }

  private static TypedAnswer<String> even(String typed) {
    return typed.codePointCount(0, typed.length()) % 2 == 0
        ? new TypedAnswer.Usable<>(typed)
        : new TypedAnswer.Unusable<>("'" + typed + "' is odd");
  }

  private void endsWith(String message, Runnable question) {
    assertThatThrownBy(question::run).isInstanceOf(IllegalStateException.class).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          ab    | -  | ab | When:'' #
          '  ab ' | -  | ab | When:'' #
          a\tbc | -  | a bc | When:'' #
          ''    | cd | cd | When [cd]:'' #
          ''    | '' | '' | When:'' #
          雨夜   | cd | 雨夜 | When [cd]:'' #
          """)
  void a_line_is_taken_or_what_is_suggested(
      String typed, String suggested, String taken, String prompt) {
    String answer = answered(typed + "\n").ask("When", suggested, TypedAnswer.Usable::new);

    assertThat(answer).isEqualTo(taken);
    assertThat(shown).hasToString(prompt.replace("'' #", " "));
  }

  @Test
  void what_is_not_understood_is_asked_again_with_the_reason() {
    assertThat(answered("abc\nab\n").ask("When", null, QuestionsTest::even)).isEqualTo("ab");
    assertThat(shown).hasToString("When: 'abc' is odd\nWhen: ");
  }

  @Test
  void three_times_at_most() {
    endsWith(
        "nothing was done: 'c' is odd",
        () -> answered("a\nb\nc\nab\n").ask("When", "d", QuestionsTest::even));
    assertThat(shown).hasToString("When [d]: 'a' is odd\nWhen [d]: 'b' is odd\nWhen [d]: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \t \n", "abc\n"})
  void the_end_of_input_and_an_empty_answer_end_the_questions(String input) {
    endsWith("nothing was done", () -> answered(input).ask("When", null, QuestionsTest::even));
  }

  @Test
  void the_end_of_input_ends_the_line_of_the_question() {
    endsWith("nothing was done", () -> answered("").agreed("Keep it?", true));
    assertThat(shown).hasToString("Keep it? [Y/n] \n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b[A", "a\u0000b", "\u202Eab"})
  void what_cannot_be_seen_is_no_answer(String typed) {
    assertThat(answered(typed + "\nab\n").<String>ask("When", null, TypedAnswer.Usable::new))
        .isEqualTo("ab");
    assertThat(shown)
        .hasToString("When: the answer holds what cannot be shown: type it again\nWhen: ");
  }

  @Test
  void what_is_no_utf_8_is_no_answer() {
    in = new ByteArrayInputStream(new byte[] {'a', (byte) 0xff, '\n', 'b', '\n'});
    Console console =
        new Console(in, new PrintWriter(new StringWriter()), new PrintWriter(shown), true);

    assertThat(
            new Questions(console, 0, "nothing", IllegalStateException::new)
                .<String>ask("Name", "", TypedAnswer.Usable::new))
        .isEqualTo("b");
  }

  @Test
  void an_answer_without_an_end_ends_the_questions() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }
        };
    Console console =
        new Console(endless, new PrintWriter(new StringWriter()), new PrintWriter(shown), true);

    endsWith(
        "nothing was done: no",
        () ->
            new Questions(console, 0, "nothing was done", IllegalStateException::new)
                .ask("When", null, typed -> new TypedAnswer.Unusable<>("no")));
  }

  @Test
  void no_byte_is_read_beyond_the_answer() throws Exception {
    Questions questions = answered("y\nab\r\n2\nrest");

    assertThat(questions.agreed("Go on?", false)).isTrue();
    assertThat(questions.ask("When", null, QuestionsTest::even)).isEqualTo("ab");
    assertThat(questions.choice("Which", Offer.numbered(List.of("a", "b")), null).label())
        .isEqualTo("b");
    assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("rest");
  }

  @ParameterizedTest
  @CsvSource({
    "y, true",
    "YES, true",
    "n, false",
    "No, false",
    "'', true",
    "maybe;y, true",
    "1;n, false"
  })
  void yes_or_no(String typed, boolean agreed) {
    assertThat(answered(typed.replace(';', '\n') + "\n").agreed("Keep it?", true))
        .isEqualTo(agreed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"n\n", "\n", "", "perhaps\n"})
  void what_is_not_confirmed_ends_the_questions(String input) {
    endsWith("nothing was done", () -> answered(input).confirm("Keep it?"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7                 | 7
          wed 2 dec 07:00   | 7
          Court 7, the roof | 12
          ''                | 12
          9;12              | 12
          """)
  void one_of_a_list_goes_by_key_or_label(String typed, String key) {
    assertThat(answered(typed.replace(';', '\n') + "\n").choice("Which", OFFERS, "12").key())
        .isEqualTo(key);
    assertThat(shown.toString())
        .startsWith("   7  Wed 2 Dec 07:00\n  12  Court 7, the roof\nWhich [12]: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7                 | 7
          12,7              | 12 7
          12 7              | 12 7
          7, 7              | 7
          wed 2 dec 07:00,12 | 7 12
          7, ,12            | 7 12
          ,;12              | 12
          7 8;12            | 12
          """)
  void several_of_a_list_keep_their_order(String typed, String keys) {
    assertThat(
            answered(typed.replace(';', '\n') + "\n").several("Which", OFFERS, null).stream()
                .map(Offer::key))
        .containsExactly(keys.split(" "));
  }

  @Test
  void what_is_not_in_the_list_is_named() {
    Consumer<Questions> ask = questions -> questions.several("Which", OFFERS, null);

    endsWith(
        "nothing was done: '9' is not in the list: type 7, for example",
        () -> ask.accept(answered("7 8\n8\n7,9\n")));
    endsWith(
        "nothing was done: '" + "雨".repeat(40) + "...' is not in the list: type 7, for example",
        () -> ask.accept(answered("8\n8\n" + "雨".repeat(3000) + "\n")));
  }

  @Test
  void a_long_list_is_shown_in_part_and_taken_whole() {
    List<Offer> many =
        Offer.numbered(IntStream.rangeClosed(1, 60).mapToObj(n -> "no " + n).toList());

    assertThat(answered("60\n").choice("Which", many, null).key()).isEqualTo("60");
    assertThat(shown.toString()).contains("  50  no 50\n  and 10 others\nWhich: ");
  }

  @Test
  void lines_are_broken_between_words() {
    Questions questions = answered("\n", 20);
    questions.say("Such as wed 17:00 or tomorrow 7am");
    questions.choice(
        "Which of them is it", Offer.numbered(List.of("every Wednesday at 17:00")), "1");

    assertThat(shown)
        .hasToString(
            """
            Such as wed 17:00 or
            tomorrow 7am
              1  every Wednesday
                 at 17:00
            Which of them is it
            [1]:\s""");
  }
}
