package dev.court.terminal;

import dev.court.text.ControlCharacters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Questions to a person at a terminal: plain lines on standard error, each answered by one line of
 * standard input, of which no more is read. An answer that is not understood is asked for again,
 * with the reason. The end of input, an empty answer to a question that suggests none, and a third
 * answer that is not understood end the questions.
 */
public final class Questions {
  private static final int TRIES = 3;

  /** A longer list would scroll the first ones away; their keys are taken all the same. */
  private static final int MOST_LISTED = 50;

  private final Console console;
  private final int columns;
  private final String outcome;
  private final Function<String, ? extends RuntimeException> ending;

  /**
   * Questions for one purpose.
   *
   * @param columns the width that lines are broken at, in cells; 0 for none
   * @param outcome what is said when they end early, such as "nothing was added"
   * @param ending makes the exception of that, which every question may throw
   */
  public Questions(
      Console console,
      int columns,
      String outcome,
      Function<String, ? extends RuntimeException> ending) {
    this.console = console;
    this.columns = columns;
    this.outcome = outcome;
    this.ending = ending;
  }

  /** Says something before or between the questions. */
  public void say(String text) {
    broken(text, 0).forEach(console.err()::println);
  }

  /**
   * A line of text.
   *
   * @param suggested what an empty answer means; shown in brackets unless it is empty; null when an
   *     empty answer is none
   * @param reading reads an answer without blanks around it and without control characters
   */
  public <T> T ask(String question, String suggested, Function<String, TypedAnswer<T>> reading) {
    String shown = suggested == null || suggested.isEmpty() ? "" : " [" + suggested + "]";
    return put(question + shown + ": ", suggested, reading);
  }

  /**
   * One of a list.
   *
   * @param suggested the key of an offer; null for none
   */
  public Offer choice(String question, List<Offer> offers, String suggested) {
    list(offers);
    return ask(question, suggested, new Offers(offers)::one);
  }

  /**
   * Several of a list, each once, in the order in which the person names them.
   *
   * @param suggested keys with commas between them; null for none
   */
  public List<Offer> several(String question, List<Offer> offers, String suggested) {
    list(offers);
    return ask(question, suggested, new Offers(offers)::several);
  }

  /** Whether the person says yes. */
  public boolean agreed(String question, boolean suggested) {
    return put(
        question + (suggested ? " [Y/n] " : " [y/N] "),
        suggested ? "y" : "n",
        typed ->
            switch (typed.toLowerCase(Locale.ROOT)) {
              case "y", "yes" -> new TypedAnswer.Usable<>(true);
              case "n", "no" -> new TypedAnswer.Usable<>(false);
              default -> new TypedAnswer.Unusable<>("answer y or n");
            });
  }

  /** Ends the questions unless the person says yes. */
  public void confirm(String question) {
    if (!agreed(question, false)) {
      throw ending.apply(outcome);
    }
  }

  private <T> T put(String prompt, String suggested, Function<String, TypedAnswer<T>> reading) {
    String why = "";
    for (int tries = 0; tries < TRIES; tries++) {
      if (tries > 0) {
        say(why);
      }
      String answer = answer(prompt, suggested);
      TypedAnswer<T> read =
          isVisible(answer)
              ? reading.apply(answer)
              : new TypedAnswer.Unusable<>("the answer holds what cannot be shown: type it again");
      if (read instanceof TypedAnswer.Usable<T> understood) {
        return understood.value();
      }
      why = ((TypedAnswer.Unusable<T>) read).why();
    }
    throw ending.apply(outcome + ": " + why);
  }

  private String answer(String prompt, String suggested) {
    List<String> lines = broken(prompt, 0);
    lines.subList(0, lines.size() - 1).forEach(console.err()::println);
    console.err().print(lines.get(lines.size() - 1));
    console.err().flush();
    Optional<String> typed = InputLines.line(console.in());
    if (typed.isEmpty()) {
      // Ctrl-D leaves the cursor behind the question
      console.err().println();
      throw ending.apply(outcome);
    }
    String answer = typed.get().replace('\t', ' ').strip();
    if (answer.isEmpty() && suggested == null) {
      throw ending.apply(outcome);
    }
    return answer.isEmpty() ? suggested : answer;
  }

  /** An arrow key types a control character, and what is no UTF-8 was read as U+FFFD. */
  private static boolean isVisible(String answer) {
    return ControlCharacters.line(answer).equals(answer) && answer.indexOf('\uFFFD') < 0;
  }

  private void list(List<Offer> offers) {
    List<Offer> listed = offers.subList(0, Math.min(MOST_LISTED, offers.size()));
    int widest = listed.stream().mapToInt(one -> Cells.width(one.key())).max().orElse(0);
    for (Offer one : listed) {
      String gap = " ".repeat(widest - Cells.width(one.key()));
      List<String> lines = broken(one.label(), widest + 4);
      console.err().println("  " + gap + one.key() + "  " + lines.get(0));
      lines.stream().skip(1).forEach(line -> console.err().println(" ".repeat(widest + 4) + line));
    }
    if (listed.size() < offers.size()) {
      say("  and %s others".formatted(offers.size() - listed.size()));
    }
  }

  private List<String> broken(String text, int indent) {
    return columns == 0
        ? List.of(text)
        : LineBreaks.betweenWords().lines(text, Math.max(1, columns - indent));
  }
}
