package dev.court.model;

import java.time.Duration;
import java.time.Instant;

/**
 * What a server does with a request for a court, and what it says.
 *
 * @param cut how many bytes of the answer are missing at its end
 */
record Lie(Deed deed, int status, String type, String body, int cut) {

  /** What is held afterwards. */
  enum Deed {
    AS_ASKED,
    OTHER_COURT,
    OTHER_TIME,
    NOTHING
  }

  /** The slot that is taken; any for {@link Deed#NOTHING}. */
  Slot taken(Slot asked) {
    return switch (deed) {
      case OTHER_COURT -> otherCourt(asked);
      case OTHER_TIME -> otherTime(asked);
      case AS_ASKED, NOTHING -> asked;
    };
  }

  private static Slot otherCourt(Slot asked) {
    return new Slot(asked.start(), asked.amenity() == 8 ? 10 : 8);
  }

  private static Slot otherTime(Slot asked) {
    return new Slot(asked.start().plus(Duration.ofMinutes(15)), asked.amenity());
  }

  Wire said(Slot asked, long id, Instant server) {
    String filled =
        body.replace("ID", Long.toString(id))
            .replace("START", asked.start().toString())
            .replace("END", asked.start().plus(Duration.ofMinutes(30)).toString())
            .replace("LATER", otherTime(asked).start().toString())
            .replace("COURT", Long.toString(asked.amenity()))
            .replace("OTHER", Long.toString(otherCourt(asked).amenity()));
    Wire whole = new Reply(status, "", type, filled).at(server);
    return cut == 0
        ? whole
        : new Wire(whole.text().substring(0, whole.text().length() - cut), false);
  }
}
