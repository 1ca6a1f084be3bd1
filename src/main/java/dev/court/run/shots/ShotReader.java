package dev.court.run.shots;

import dev.court.booking.Answer;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.OpenShot;
import dev.court.booking.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells what the lines of one run mean. After a kill every line that was written is there. After a
 * power cut what was written behind the last {@code A} may be gone, but only that court can have
 * been asked for since.
 */
final class ShotReader {
  private final Booking booking;
  private final List<Attempt> attempts = new ArrayList<>();
  private Optional<Outcome.Won> won = Optional.empty();
  private Optional<ShotLine.Shot> unanswered = Optional.empty();
  private String armed;

  private ShotReader(Booking booking) {
    this.booking = booking;
  }

  /**
   * What a run did.
   *
   * @param lines of that run, those behind its claim
   * @param isSameBoot whether the machine has certainly run on since then
   */
  static RecordedShots read(Booking booking, List<ShotLine> lines, boolean isSameBoot) {
    ShotReader reader = new ShotReader(booking);
    lines.forEach(reader::take);
    return reader.result(isSameBoot);
  }

  private void take(ShotLine line) {
    if (line instanceof ShotLine.Armed court) {
      armed = court.courtId();
    } else if (line instanceof ShotLine.Shot shot) {
      addUnanswered();
      unanswered = Optional.of(shot);
    } else if (line instanceof ShotLine.Unsent) {
      unanswered = Optional.empty();
    } else if (line instanceof ShotLine.Settled answered) {
      unanswered = Optional.empty();
      add(answered);
    }
  }

  private void add(ShotLine.Settled answered) {
    attempts.add(answered.attempt());
    if (answered.attempt().answer().equals(Answer.Booked.WORD)) {
      won = Optional.of(new Outcome.Won(answered.attempt().courtId(), answered.reservationId()));
    }
  }

  private void addUnanswered() {
    unanswered.ifPresent(shot -> attempts.add(unclear(shot.courtId(), shot.at())));
    unanswered = Optional.empty();
  }

  private RecordedShots result(boolean isSameBoot) {
    addUnanswered();
    Optional<OpenShot> open =
        won.isPresent() ? Optional.empty() : OpenShot.after(booking.openShot(), attempts);
    boolean isLost = !isSameBoot && won.isEmpty() && open.isEmpty() && armed != null;
    return isLost && !isTaken()
        ? new RecordedShots(attempts, Optional.of(OpenShot.at(armed)), won)
        : new RecordedShots(attempts, open, won);
  }

  /** A court that is taken is not asked for again by the same run. */
  private boolean isTaken() {
    Attempt last = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
    return last != null && last.courtId().equals(armed) && last.answer().equals(Answer.Taken.WORD);
  }

  private Attempt unclear(String courtId, Instant at) {
    long late = Duration.between(booking.opening(), at).toMillis();
    return new Attempt(
        booking.id(), 0, courtId, at, late, null, null, Answer.Unclear.WORD, null, "");
  }
}
