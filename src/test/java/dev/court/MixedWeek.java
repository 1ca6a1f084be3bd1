package dev.court;

import java.time.Duration;
import java.time.LocalDateTime;

/** A week, from 23 November 2026 on, in which a bit of everything happens. */
public final class MixedWeek {
  public static final String FIRST = "2026-11-23";

  private MixedWeek() {}

  /** One booked, one lost, one skipped, and two planned at the same time. */
  public static void planFor(Player player) {
    player.sandbox.hold("1", LocalDateTime.parse("2026-11-26T10:00"), Duration.ofMinutes(30));
    player.court("add", "--at", "2026-11-24T10:00", "--court", "1").succeeds();
    player.court("add", "--at", "2026-11-26T10:00", "--court", "1").succeeds();
    player.signIn();
    player.court("run-due");
    player.court("add", "--on", "we", "--time", "17:00", "--count", "2", "--name", "ladder night");
    player.court("skip", "3", "2026-11-25").succeeds();
    add(player, "2026-11-27T18:00", "60", "1,2", "网球俱乐部 🎾");
    add(player, "2026-11-27T18:30", "30", "2", "e\u0301quipe");
    player.court("logout").succeeds();
  }

  private static void add(Player player, String at, String minutes, String courts, String name) {
    player
        .court("add", "--at", at, "--duration", minutes, "--court", courts, "--name", name)
        .succeeds();
  }
}
