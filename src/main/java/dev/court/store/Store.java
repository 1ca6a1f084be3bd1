package dev.court.store;

import dev.court.store.dialect.RunLocks;
import java.util.Optional;

/** The tables within one transaction. Callers must not keep it after the transaction. */
public final class Store {
  private final Sql sql;
  private final LeaseClock leases;
  private final Optional<RunLocks> runLocks;

  /**
   * The tables of one database.
   *
   * @param runLocks empty where there is one machine
   */
  Store(Sql sql, LeaseClock leases, Optional<RunLocks> runLocks) {
    this.sql = sql;
    this.leases = leases;
    this.runLocks = runLocks;
  }

  public Accounts accounts() {
    return new Accounts(sql);
  }

  public Schedules schedules() {
    return new Schedules(sql);
  }

  public Bookings bookings() {
    return new Bookings(sql);
  }

  public DueBookings dueBookings() {
    return new DueBookings(sql);
  }

  public BusyAccounts busyAccounts() {
    return new BusyAccounts(sql);
  }

  public NextWork nextWork() {
    return new NextWork(sql);
  }

  public UnknownBookings unknownBookings() {
    return new UnknownBookings(sql);
  }

  public Claims claims() {
    return new Claims(sql, leases, runLocks);
  }

  public Attempts attempts() {
    return new Attempts(sql);
  }

  public Tokens tokens() {
    return new Tokens(sql);
  }

  public Credentials credentials() {
    return new Credentials(sql);
  }

  public Outbox outbox() {
    return new Outbox(sql, leases);
  }

  public Incidents incidents() {
    return new Incidents(sql);
  }

  public FeedEvents feedEvents(long accountId) {
    return new FeedEvents(sql, accountId);
  }

  public FutureTimes futureTimes() {
    return new FutureTimes(sql);
  }

  public SealedTexts sealedTexts() {
    return new SealedTexts(sql);
  }

  public AllRows allRows() {
    return new AllRows(sql);
  }

  public VenueSettings venueSettings() {
    return new VenueSettings(sql);
  }

  public Machines machines() {
    return new Machines(sql, leases);
  }

  public AwayPeriods awayPeriods() {
    return new AwayPeriods(sql);
  }

  public LostTime lostTime() {
    return new LostTime(sql);
  }
}
