package dev.court.run.shots;

import dev.court.booking.Attempt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of a shot file: a letter and fields with tabs between them. {@code C} names the run that
 * claimed the booking, {@code A} the court that it may ask for from here on, {@code S} a request
 * that is about to leave, {@code R} its answer, {@code N} that it did not leave.
 */
sealed interface ShotLine {

  /**
   * A run claimed the booking; what follows is its doing.
   *
   * @param boot of the machine, empty when it is not known
   */
  record Claimed(String run, String boot) implements ShotLine {
    @Override
    public List<String> fields() {
      return List.of("C", run, boot);
    }
  }

  /** The run may ask for this court, and for no other one before the next such line. */
  record Armed(String courtId) implements ShotLine {
    @Override
    public List<String> fields() {
      return List.of("A", courtId);
    }
  }

  /** A request for this court is about to leave. */
  record Shot(String courtId, Instant at) implements ShotLine {
    @Override
    public List<String> fields() {
      return List.of("S", courtId, Long.toString(at.toEpochMilli()));
    }
  }

  /** The request that was about to leave did not. */
  enum Unsent implements ShotLine {
    LINE;

    @Override
    public List<String> fields() {
      return List.of("N");
    }
  }

  /**
   * The request that left last has this answer.
   *
   * @param reservationId null unless the answer named it
   */
  record Settled(Attempt attempt, String reservationId) implements ShotLine {
    @Override
    public List<String> fields() {
      return AnsweredFields.of(this);
    }
  }

  /** The fields, the letter first. */
  List<String> fields();

  /** The line with its end; nothing in it but the end is a line break. */
  default String text() {
    return String.join("\t", fields().stream().map(Escape::escaped).toList()) + "\n";
  }

  /**
   * Reads a line without its end; empty when it is none, as the rest of a line that was cut off.
   *
   * @param bookingId the booking of the file
   */
  static Optional<ShotLine> parse(String line, long bookingId) {
    List<String> fields = new ArrayList<>();
    for (String field : line.split("\t", -1)) {
      fields.add(Escape.unescaped(field));
    }
    try {
      return Optional.ofNullable(read(fields, bookingId));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static ShotLine read(List<String> fields, long bookingId) {
    return switch (fields.get(0) + fields.size()) {
      case "C3" -> new Claimed(fields.get(1), fields.get(2));
      case "A2" -> new Armed(fields.get(1));
      case "S3" -> new Shot(fields.get(1), Instant.ofEpochMilli(Long.parseLong(fields.get(2))));
      case "N1" -> Unsent.LINE;
      case "R10" -> AnsweredFields.read(fields, bookingId);
      default -> null;
    };
  }
}
