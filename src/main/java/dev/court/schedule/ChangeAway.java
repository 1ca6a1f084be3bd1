package dev.court.schedule;

import dev.court.booking.AwayDays;
import dev.court.booking.AwayDays.AwayPeriod;
import dev.court.booking.BookingStatus;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import dev.court.booking.Schedule;
import dev.court.booking.UnknownId;
import dev.court.planning.Occurrences;
import dev.court.schedule.alternative.PassedOnLosses;
import dev.court.store.Accounts;
import dev.court.store.Store;
import dev.court.text.ShellWord;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Days on which the person of an account is away. Nothing is booked that would be played then, also
 * by schedules that are added later. Bookings stay as they are and are left out, as by a pause, so
 * that they come back when the person does.
 */
public final class ChangeAway {
  private static final int MOST_OCCURRENCES = 2_000;

  private final Workspace workspace;

  public ChangeAway(Workspace workspace) {
    this.workspace = workspace;
  }

  /** An occurrence that a period leaves out. */
  public record LeftOut(Schedule schedule, Occurrence occurrence) {}

  /**
   * A period, and what it leaves out.
   *
   * @param leftOut what is still ahead, by time
   */
  public record AwayView(AwayPeriod period, List<LeftOut> leftOut) {
    public AwayView {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * A period after it was set.
   *
   * @param stillHeld bookings in it that Atrium holds or may hold, and requests under way
   * @param lost times that were lost while another one would have done, which is in it
   */
  public record AwayChange(AwayView view, List<StillHeld> stillHeld, List<LeftLoss> lost) {
    public AwayChange {
      stillHeld = List.copyOf(stillHeld);
      lost = List.copyOf(lost);
    }
  }

  /**
   * Sets a period. Where there is one of the same days already, its exceptions are changed.
   *
   * @param exceptIds the schedules that are booked all the same
   * @throws UnknownId when there is no schedule of one of these ids; nothing is changed then
   * @throws InvalidRequest when these days are over
   */
  public AwayChange set(AwayDays days, List<Long> exceptIds) {
    return workspace
        .database()
        .transactDurably(
            store -> {
              long account = account(store, days, exceptIds);
              Map<Long, PassedOnLosses> losses = losses(store, account);
              return changed(store, account, set(store, account, days, exceptIds), losses);
            });
  }

  /**
   * What {@link #set} would leave out. It only reads, and throws what that would throw.
   *
   * @return a period of which the id says nothing
   */
  public AwayView preview(AwayDays days, List<Long> exceptIds) {
    return workspace
        .database()
        .read(
            store ->
                view(store, account(store, days, exceptIds), new AwayPeriod(0, days, exceptIds)));
  }

  /** The account for which these days can be set. */
  private long account(Store store, AwayDays days, List<Long> exceptIds) {
    if (days.last().isBefore(today())) {
      throw new InvalidRequest("%s is over: name days ahead".formatted(days.last()));
    }
    exceptIds.forEach(id -> workspace.schedule(store, id));
    long account = workspace.accountId(store);
    if (account == Accounts.NO_ACCOUNT) {
      throw new InvalidRequest("nothing is to be booked yet: court add comes first");
    }
    return account;
  }

  private Map<Long, PassedOnLosses> losses(Store store, long account) {
    Instant now = workspace.now();
    return store.schedules().all(account).stream()
        .collect(Collectors.toMap(Schedule::id, one -> PassedOnLosses.before(store, one, now)));
  }

  private static long set(Store store, long account, AwayDays days, List<Long> exceptIds) {
    for (AwayPeriod known : store.awayPeriods().of(account)) {
      if (known.days().equals(days)) {
        store.awayPeriods().change(known.id(), exceptIds);
        return known.id();
      }
    }
    return store.awayPeriods().add(account, days, exceptIds);
  }

  private AwayChange changed(Store store, long account, long id, Map<Long, PassedOnLosses> losses) {
    Instant now = workspace.now();
    AwayPeriod period =
        store.awayPeriods().of(account).stream().filter(it -> it.id() == id).findFirst().get();
    List<StillHeld> held = new ArrayList<>();
    List<LeftLoss> lost = new ArrayList<>();
    for (Schedule schedule : concerned(store, account, period)) {
      lost.addAll(LeftLoss.of(store, schedule, losses.get(schedule.id()), workspace.venue()));
      new UnwantedBookings(schedule, new WantedNow(workspace.venue(), store, now), now)
          .among(store.bookings().ahead(schedule, now)).stream()
              .filter(one -> schedule.isAwayAt(one.booking()))
              .forEach(held::add);
    }
    return new AwayChange(view(store, account, period), held, lost);
  }

  /**
   * The periods by their first day. It only reads.
   *
   * @param overToo also those that are over
   */
  public List<AwayView> all(boolean overToo) {
    return workspace
        .database()
        .read(
            store -> {
              long account = workspace.accountId(store);
              return store.awayPeriods().of(account).stream()
                  .filter(one -> overToo || !one.days().last().isBefore(today()))
                  .map(one -> view(store, account, one))
                  .toList();
            });
  }

  /**
   * Removes periods. What they left out and is still ahead is booked again.
   *
   * @return them, with what they left out
   * @throws UnknownId when there is no period of one of these ids; nothing is removed then
   */
  public List<AwayView> remove(List<Long> ids) {
    return workspace
        .database()
        .transactDurably(
            store -> {
              long account = workspace.accountId(store);
              List<AwayView> all =
                  ids.stream().distinct().map(id -> require(store, account, id)).toList();
              all.forEach(one -> remove(store, account, one.period()));
              return all;
            });
  }

  private AwayView require(Store store, long account, long id) {
    return store.awayPeriods().of(account).stream()
        .filter(one -> one.id() == id)
        .findFirst()
        .map(one -> view(store, account, one))
        .orElseThrow(() -> unknown(store, id));
  }

  private static UnknownId unknown(Store store, long id) {
    return new UnknownId(
        store
            .awayPeriods()
            .owner(id)
            .map(
                name ->
                    "away period %s is one of account %s: name it with --account %s"
                        .formatted(id, name, ShellWord.of(name)))
            .orElse("no away period %s: court away list shows what there is".formatted(id)));
  }

  /** What is open already is asked for since now. */
  private void remove(Store store, long account, AwayPeriod period) {
    Instant now = workspace.now();
    store.awayPeriods().remove(period.id());
    for (Schedule schedule : concerned(store, account, period)) {
      boolean isBack =
          store.bookings().ahead(schedule, now).stream()
              .anyMatch(
                  one ->
                      one.status() == BookingStatus.PENDING
                          && one.opening().isBefore(now)
                          && !schedule.leavesOut(one)
                          && isIn(period, schedule, one.occurrence()));
      if (isBack) {
        store.bookings().recordAsked(schedule.id(), now);
      }
    }
  }

  private AwayView view(Store store, long account, AwayPeriod period) {
    List<LeftOut> leftOut = new ArrayList<>();
    for (Schedule schedule : concerned(store, account, period)) {
      occurrences(schedule, period.days()).stream()
          .filter(one -> isIn(period, schedule, one))
          .forEach(one -> leftOut.add(new LeftOut(schedule, one)));
    }
    leftOut.sort(Comparator.comparing(LeftOut::occurrence));
    return new AwayView(period, leftOut);
  }

  private static boolean isIn(AwayPeriod period, Schedule schedule, Occurrence occurrence) {
    return period.days().touch(occurrence.start(), schedule.asked().duration());
  }

  private List<Occurrence> occurrences(Schedule schedule, AwayDays days) {
    Instant from = start(days.first()).minus(schedule.asked().duration());
    Instant ahead = workspace.now().plusMillis(1);
    return new Occurrences(schedule.asked().plan(), workspace.venue())
        .between(
            from.isBefore(ahead) ? ahead : from, start(days.last().plusDays(1)), MOST_OCCURRENCES);
  }

  private static List<Schedule> concerned(Store store, long account, AwayPeriod period) {
    return store.schedules().all(account).stream()
        .filter(one -> !one.removed() && period.isFor(one.id()))
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(workspace.now(), workspace.venue().zone());
  }

  private Instant start(LocalDate day) {
    return workspace.venue().occurrence(day.atStartOfDay()).instant();
  }
}
