package dev.court.worker;

import dev.court.run.accounts.AccountReport;
import java.time.Instant;
import java.util.List;

/** Is told what a worker does, to print it. Several threads may call it at once. */
public interface WorkerListener {

  /** The worker begins. */
  void started();

  /**
   * A run waits for openings.
   *
   * @param openings by this machine's clock, in order; some may be past
   */
  void waiting(List<Instant> openings);

  /**
   * A run is over; most have nothing to report.
   *
   * @param reports one for each account
   */
  void reported(List<AccountReport> reports);

  /** The messages of a channel are given up. */
  void givenUp(String line);

  /** A run could not do its work; told once, until one can. */
  void trouble(RuntimeException cause);

  /** A run could do its work again. */
  void recovered();

  /** The settings were read again. */
  void renewed();

  /**
   * A signal has asked the worker to end.
   *
   * @param runs how many are under way
   */
  void stopping(int runs);

  /** The worker ends, with nothing under way. */
  void stopped();
}
