package dev.court.ics;

/**
 * Which version of an event this is: the greater SEQUENCE is newer, and of equal ones the later
 * DTSTAMP (RFC 5546, 2.1.5).
 *
 * @param sequence 0 when it is missing or no number
 * @param stamp its DTSTAMP in UTC; empty when it is missing or none
 */
record EventVersion(int sequence, String stamp) {

  static EventVersion of(Component block) {
    String sequence = block.text("SEQUENCE");
    String stamp = block.text("DTSTAMP");
    return new EventVersion(
        sequence.matches("[0-9]{1,9}") ? Integer.parseInt(sequence) : 0,
        stamp.matches("[0-9]{8}T[0-9]{6}Z") ? stamp : "");
  }

  boolean isNewerThan(EventVersion other) {
    return sequence > other.sequence
        || (sequence == other.sequence && isComparable(other) && stamp.compareTo(other.stamp) > 0);
  }

  private boolean isComparable(EventVersion other) {
    return !stamp.isEmpty() && !other.stamp.isEmpty();
  }
}
