package dev.court.held;

/** What the building says to a person who asks for the reservations of an occupant. */
public sealed interface OccupantAnswer {

  /** It lets the person in. */
  record LetIn() implements OccupantAnswer {}

  /** The occupant is somebody else. */
  record NotYours() implements OccupantAnswer {}

  /**
   * It says neither.
   *
   * @param why in one line
   */
  record NotTold(String why) implements OccupantAnswer {}
}
