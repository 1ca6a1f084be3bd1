package dev.court.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The answers that a question offers, and which of them are meant. */
record Offers(List<Offer> all) {
  private static final int LONGEST_QUOTE = 40;

  TypedAnswer<Offer> one(String typed) {
    return meant(typed)
        .<TypedAnswer<Offer>>map(TypedAnswer.Usable::new)
        .orElseGet(() -> notListed(typed));
  }

  /** Each once, in the order of the answer. */
  TypedAnswer<List<Offer>> several(String typed) {
    List<Offer> found = new ArrayList<>();
    for (String piece : pieces(typed)) {
      Optional<Offer> one = meant(piece);
      if (one.isEmpty()) {
        return notListed(piece);
      }
      found.add(one.get());
    }
    return found.isEmpty()
        ? notListed(typed)
        : new TypedAnswer.Usable<>(found.stream().distinct().toList());
  }

  /** Between commas; what is no offer as a whole, between blanks. */
  private List<String> pieces(String typed) {
    return Arrays.stream(typed.split(",", -1))
        .map(String::strip)
        .flatMap(
            piece ->
                meant(piece).isPresent()
                    ? Stream.of(piece)
                    : Arrays.stream(piece.split("\\s+", -1)))
        .filter(piece -> !piece.isEmpty())
        .toList();
  }

  /** A key goes before a label that reads like it. */
  private Optional<Offer> meant(String typed) {
    return all.stream()
        .filter(one -> one.key().equalsIgnoreCase(typed))
        .findFirst()
        .or(() -> all.stream().filter(one -> one.label().equalsIgnoreCase(typed)).findFirst());
  }

  private <T> TypedAnswer<T> notListed(String typed) {
    List<String> clusters = Cells.clusters(typed);
    String quoted =
        clusters.size() > LONGEST_QUOTE
            ? String.join("", clusters.subList(0, LONGEST_QUOTE)) + "..."
            : typed;
    return new TypedAnswer.Unusable<>(
        "'%s' is not in the list: type %s, for example".formatted(quoted, all.get(0).key()));
  }
}
