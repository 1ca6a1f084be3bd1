package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.planning.PlanOptions;
import dev.court.planning.words.TimeReading;
import dev.court.planning.words.TimeWords;
import dev.court.terminal.Offer;
import dev.court.terminal.Questions;
import dev.court.terminal.TypedAnswer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Asks for a time in words, and which reading is meant where there are several. */
public final class WhenQuestion {
  private static final String EXAMPLES =
      "When to play: wed 17:00, tomorrow 7am, 2026-12-24 10:00 or every mo and fr 18:30, for example.";

  private final Questions questions;
  private final Instant now;
  private final ZoneId zone;
  private PlanOptions plan = PlanOptions.NONE;

  public WhenQuestion(Questions questions, Instant now, ZoneId zone) {
    this.questions = questions;
    this.now = now;
    this.zone = zone;
  }

  /** The answer as options; none where it is what was suggested, or before the question. */
  public PlanOptions plan() {
    return plan;
  }

  /**
   * Puts the question.
   *
   * @param suggested null when there has to be an answer
   * @param check refuses what cannot be booked, and gives the options that are to be taken
   */
  public void ask(String suggested, UnaryOperator<PlanOptions> check) {
    questions.say(EXAMPLES);
    List<Meant> readings =
        questions.ask(
            "When",
            suggested,
            typed ->
                typed.equals(suggested)
                    ? new TypedAnswer.Usable<>(List.of(new Meant(typed, PlanOptions.NONE)))
                    : read(typed, check));
    plan = readings.size() == 1 ? readings.get(0).plan() : chosen(readings);
  }

  private PlanOptions chosen(List<Meant> readings) {
    questions.say("That can mean several times:");
    List<Offer> offers = Offer.numbered(readings.stream().map(Meant::words).toList());
    Offer chosen = questions.choice("Which", offers, null);
    return readings.get(offers.indexOf(chosen)).plan();
  }

  /** The readings that can be booked. */
  private TypedAnswer<List<Meant>> read(String typed, UnaryOperator<PlanOptions> check) {
    TimeReading reading = TimeWords.read(typed, now, zone);
    if (reading instanceof TimeReading.NotUnderstood not) {
      return new TypedAnswer.Unusable<>(not.why());
    }
    List<String> offered =
        reading instanceof TimeReading.Ambiguous several ? several.readings() : List.of(typed);
    List<Meant> good = new ArrayList<>();
    String why = "";
    for (String words : offered) {
      try {
        good.add(new Meant(words, check.apply(understood(words))));
      } catch (InvalidRequest e) {
        why = e.getMessage();
      }
    }
    return good.isEmpty() ? new TypedAnswer.Unusable<>(why) : new TypedAnswer.Usable<>(good);
  }

  private PlanOptions understood(String words) {
    if (TimeWords.read(words, now, zone) instanceof TimeReading.Understood understood) {
      return understood.options();
    }
    throw new IllegalStateException("a reading that is offered has one meaning: " + words);
  }

  private record Meant(String words, PlanOptions plan) {}
}
