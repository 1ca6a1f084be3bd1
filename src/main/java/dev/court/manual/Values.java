package dev.court.manual;

import java.util.List;

/** What can stand for a value on the command line, as far as somebody who completes can know. */
public sealed interface Values {

  /** Anything: a time, a number, a text. */
  record Free() implements Values {}

  /** The name of a file. */
  record Files() implements Values {}

  /** The name of a folder. */
  record Folders() implements Values {}

  /**
   * One of a few words.
   *
   * @param isList whether several of them may stand there, with commas between
   */
  record Choices(List<String> words, boolean isList) implements Values {
    public Choices {
      words = List.copyOf(words);
    }
  }

  /**
   * One of those that there are when somebody asks.
   *
   * @param topic what {@code court complete} is asked for
   * @param isList whether several of them may stand there, with commas between
   */
  record Live(String topic, boolean isList) implements Values {}
}
