package dev.court.cli;

import dev.court.planning.PlanOptions;
import dev.court.planning.RequestOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say when, where and how long to play. */
public final class PlayOptions {
  @Mixin WhenOptions when;

  @Option(
      names = "--court",
      paramLabel = "COURTS",
      description =
          "The courts to try, by id or name, best first: 1,2 (default: the account's, or all).")
  String courts;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "Minutes, or such as PT1H (default: one slot).")
  String duration;

  @Option(names = "--guests", paramLabel = "N", description = "How many guests (default: 1).")
  String guests;

  @Option(names = "--name", paramLabel = "TEXT", description = "A name, to tell schedules apart.")
  String name;

  @Option(
      names = "--strategy",
      paramLabel = "whole|split",
      description = {
        "For more than one slot: one reservation for all of it, or one a slot, each at its own",
        "opening (default: whole)."
      })
  String strategy;

  @Option(
      names = "--keep-trying",
      paramLabel = "SPAN",
      description = {
        "When every court was taken, ask again for so long after the opening, such as 2d;",
        "0 stops that (default: do not ask again)."
      })
  String keepTrying;

  @Option(
      names = "--or",
      paramLabel = "TIMES",
      description = {
        "Other times of that day that would do, best first, such as 17:30,18:00: each is tried",
        "when those before it are lost, and one is booked; \"\" for none."
      })
  String or;

  /**
   * What no command line has filled in.
   *
   * @param courts as {@code --court} takes them; null for the usual ones
   */
  public static PlayOptions of(String courts) {
    PlayOptions play = new PlayOptions();
    play.when = new WhenOptions();
    play.courts = courts;
    return play;
  }

  RequestOptions options() {
    return options(when.options());
  }

  /** With this plan in place of the options for one. */
  public RequestOptions options(PlanOptions plan) {
    return new RequestOptions(
        plan,
        courts,
        duration,
        guests,
        name,
        strategy,
        keepTrying == null ? null : Dates.span(keepTrying),
        EveryOption.span(when.every),
        or);
  }
}
