package dev.court.run;

import dev.court.atrium.reservations.Reservations;
import dev.court.booking.Venue;
import dev.court.log.Log;
import dev.court.run.byhand.HeldEnding;
import dev.court.run.opening.OpeningTokens;
import dev.court.run.shots.ShotFiles;
import dev.court.run.standby.Arming;
import dev.court.session.Session;
import dev.court.workspace.StopSignal;
import dev.court.workspace.Waiter;
import java.time.Instant;
import java.time.InstantSource;

/** What every execution of a run uses. All of it may be used by several threads. */
record ExecutionContext(
    Reservations reservations,
    Session session,
    OpeningTokens tokens,
    Venue venue,
    ShotFiles shots,
    Arming arming,
    HeldEnding heldEnding,
    InstantSource clock,
    Waiter waiter,
    StopSignal stop,
    Log log) {

  /** For what is done for an opening: a signal may call it off. */
  Waiter waiter(Instant opening) {
    return stop.waiter(waiter, opening);
  }
}
