package dev.court.sandbox;

import dev.court.booking.BookingWindow;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import dev.court.sandbox.realm.RealmOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rules of a sandbox.
 *
 * @param port 0 for any that is free
 * @param clock the sandbox's time, before a fault shifts it
 * @param venue the building's rules for reservations
 * @param realm the rules for sessions
 * @param faults that are there from the start
 * @param log gets a line for each request, from any thread; empty where nobody reads it
 */
public record SandboxOptions(
    int port,
    InstantSource clock,
    Venue venue,
    RealmOptions realm,
    List<Fault> faults,
    Optional<Consumer<String>> log) {

  public SandboxOptions {
    faults = List.copyOf(faults);
  }

  /** Two courts in New York that open a week ahead, at any free port, without faults or log. */
  public static SandboxOptions at(InstantSource clock) {
    return at(clock, RealmOptions.DEFAULT);
  }

  /** The same with a realm of other rules. */
  public static SandboxOptions at(InstantSource clock, RealmOptions realm) {
    return new SandboxOptions(0, clock, newYork(), realm, List.of(), Optional.empty());
  }

  public SandboxOptions withPort(int other) {
    return new SandboxOptions(other, clock, venue, realm, faults, log);
  }

  public SandboxOptions withVenue(Venue other) {
    return new SandboxOptions(port, clock, other, realm, faults, log);
  }

  public SandboxOptions withFaults(List<Fault> others) {
    return new SandboxOptions(port, clock, venue, realm, others, log);
  }

  public SandboxOptions withLog(Consumer<String> other) {
    return new SandboxOptions(port, clock, venue, realm, faults, Optional.of(other));
  }

  private static Venue newYork() {
    return new Venue(
        ZoneId.of("America/New_York"),
        BookingWindow.DEFAULT,
        Duration.ofMinutes(30),
        Duration.ofHours(1),
        List.of(new TennisCourt("1", 8, "Court 1"), new TennisCourt("2", 10, "Court 2")));
  }
}
