package dev.court.cli;

import dev.court.booking.Schedule;
import dev.court.booking.UnknownId;
import dev.court.planning.PlanInWords;
import dev.court.schedule.ListSchedules;
import dev.court.terminal.Offer;
import dev.court.terminal.Questions;
import java.util.List;

/** Lets a person at a terminal choose from the schedules that have a time ahead. */
final class ScheduleChoice {
  private final CourtCommand court;
  private final ListSchedules schedules;
  private final Questions questions;

  ScheduleChoice(CourtCommand court, ListSchedules schedules, Questions questions) {
    this.court = court;
    this.schedules = schedules;
    this.questions = questions;
  }

  /**
   * The id of one.
   *
   * @throws UnknownId when there is none
   */
  long one() {
    List<Offer> offers = offers();
    return id(questions.choice("Which, by its id", offers, only(offers)));
  }

  /**
   * The ids of those that are chosen, at least one.
   *
   * @throws UnknownId when there is none to choose from
   */
  List<Long> several() {
    List<Offer> offers = offers();
    return questions.several("Which, by their ids, such as 1,2", offers, only(offers)).stream()
        .map(ScheduleChoice::id)
        .toList();
  }

  /** What is asked for, in one line. */
  static String words(CourtCommand court, Schedule schedule) {
    return PlanInWords.asked(schedule.asked(), court.venue().zone())
        + Phrases.named(schedule.asked());
  }

  private List<Offer> offers() {
    List<Offer> offers =
        schedules.schedules(status -> true, false).found().stream()
            .map(view -> view.schedule())
            .map(one -> new Offer(String.valueOf(one.id()), words(court, one)))
            .toList();
    if (offers.isEmpty()) {
      throw new UnknownId("there is no schedule with a time ahead: court add makes one");
    }
    return offers;
  }

  private static String only(List<Offer> offers) {
    return offers.size() == 1 ? offers.get(0).key() : null;
  }

  private static long id(Offer offer) {
    return Long.parseLong(offer.key());
  }
}
