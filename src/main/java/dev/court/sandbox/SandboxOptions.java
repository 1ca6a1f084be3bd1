package dev.court.sandbox;

import dev.court.booking.BookingWindow;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import dev.court.sandbox.realm.TokenLifetimes;
import dev.court.sandbox.realm.User;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a sandbox is to be.
 *
 * @param port 0 for any that is free
 * @param clock what the sandbox takes for the time, before a fault puts it wrong
 * @param venue the rules of the house
 * @param lives of tokens and sessions
 * @param rotation whether a refresh token works only once
 * @param pageSize of a listing
 * @param users at least one; the first is the one whose tokens {@link Sandbox} gives out
 * @param faults that are there from the start
 * @param foreignTokens whether the API also takes tokens of another realm for the first user's
 * @param log gets a line for each request, from any thread
 */
public record SandboxOptions(
    int port,
    InstantSource clock,
    Venue venue,
    TokenLifetimes lives,
    boolean rotation,
    int pageSize,
    List<User> users,
    List<Fault> faults,
    boolean foreignTokens,
    Consumer<String> log) {

  public SandboxOptions {
    users = List.copyOf(users);
    faults = List.copyOf(faults);
    if (users.isEmpty()) {
      throw new IllegalArgumentException("users: a sandbox needs one");
    }
  }

  /** Two courts in New York and the week's window, by a clock of one's own. */
  public static SandboxOptions at(InstantSource clock) {
    return new SandboxOptions(
        0,
        clock,
        newYork(),
        TokenLifetimes.DEFAULT,
        true,
        10,
        User.ALL,
        List.of(),
        false,
        line -> {});
  }

  public SandboxOptions withPort(int other) {
    return new SandboxOptions(
        other, clock, venue, lives, rotation, pageSize, users, faults, foreignTokens, log);
  }

  public SandboxOptions withVenue(Venue other) {
    return new SandboxOptions(
        port, clock, other, lives, rotation, pageSize, users, faults, foreignTokens, log);
  }

  public SandboxOptions withLives(TokenLifetimes other) {
    return new SandboxOptions(
        port, clock, venue, other, rotation, pageSize, users, faults, foreignTokens, log);
  }

  public SandboxOptions withoutRotation() {
    return new SandboxOptions(
        port, clock, venue, lives, false, pageSize, users, faults, foreignTokens, log);
  }

  public SandboxOptions withPageSize(int other) {
    return new SandboxOptions(
        port, clock, venue, lives, rotation, other, users, faults, foreignTokens, log);
  }

  public SandboxOptions withUsers(List<User> others) {
    return new SandboxOptions(
        port, clock, venue, lives, rotation, pageSize, others, faults, foreignTokens, log);
  }

  public SandboxOptions withFaults(List<Fault> others) {
    return new SandboxOptions(
        port, clock, venue, lives, rotation, pageSize, users, others, foreignTokens, log);
  }

  /** Takes any access token that has not expired, whoever signed it, for the first user's. */
  public SandboxOptions withForeignTokens() {
    return new SandboxOptions(
        port, clock, venue, lives, rotation, pageSize, users, faults, true, log);
  }

  public SandboxOptions withLog(Consumer<String> other) {
    return new SandboxOptions(
        port, clock, venue, lives, rotation, pageSize, users, faults, foreignTokens, other);
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
