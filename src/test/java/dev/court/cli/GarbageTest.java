package dev.court.cli;

import dev.court.Player.Ran;
import dev.court.Surroundings;
import dev.court.Wiring;
import dev.court.WithPlayer;
import dev.court.booking.Quote;
import dev.court.terminal.Console;
import dev.court.terminal.Screen;
import dev.court.workspace.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every option and every argument of every command gets what is no value for it. It ends with one
 * line that repeats little of it, and never with an internal error. {@code -Dcourt.garbage=all}
 * tries every value everywhere; else one is drawn for each argument.
 */
@Tag("model")
class GarbageTest extends WithPlayer {
  /** What a message may repeat of a value: forty characters and the marks around them. */
  private static final int REPEATED = 44;

  private static final int DRAWN = 1;
  private static final long SEED = Long.getLong("court.seed", 20261129);
  private static final boolean ALL = "all".equals(System.getProperty("court.garbage"));

  private static final List<String> GARBAGE =
      List.of(
          "",
          " ",
          "garbage",
          "-1",
          "--",
          "+0",
          "1e9",
          "99999999999999999999",
          "-99999999999999999999",
          "2147483648",
          "9223372036854775807",
          "1,,2",
          "١٢",
          "ß İ é🎾",
          "a\u0000b",
          "\u001b[31mred\u0007",
          "two\nlines",
          "\ud800",
          "\udc00\ud800",
          "\u202eright to left",
          "%s%n%d$",
          "${sys:user.home}",
          "'quoted' \"twice\" \\",
          "+999999999-12-31",
          "-999999999-01-01",
          "+999999999-12-31T23:30",
          "-999999999-01-01T00:00",
          "9999-12-31T23:30",
          "0000-00-00",
          "99:99",
          "PT999999999999999H",
          "PT-1S",
          "P106751991167300D",
          "PT2562047788015215H30M7S",
          "999999999999999999h",
          "9999999d",
          "FREQ=DAILY;COUNT=99999999999999",
          "@/etc/passwd",
          "{\"a\": [",
          "x".repeat(1_000_000),
          "1".repeat(1_000_000),
          "(".repeat(1_000_000),
          "é,".repeat(500_000),
          "FREQ=DAILY;" + "BYHOUR=7,".repeat(100_000),
          " ".repeat(1_000_000));

  /** In the home of the test, so that nothing is made elsewhere. */
  private static final List<String> PLACES =
      List.of(
          "",
          "a\u0000b",
          "x".repeat(300),
          "x/".repeat(3_000),
          "two\nlines",
          "\ud800",
          "home/court.mv.db/below",
          "%s%n",
          ".");

  /** What the command needs beside the argument, where that is not found in its own list. */
  private static List<String> beside(String command, String option) {
    return switch (command) {
      case "add", "preview" ->
          switch (option) {
            case "--at", "--rrule", "--on" -> List.of();
            case "--time" -> List.of("--on", "we");
            case "--from" -> List.of("--rrule", "FREQ=DAILY;BYHOUR=7");
            case "--until", "--count", "--every" -> List.of("--on", "we", "--time", "17:00");
            default -> List.of("--at", "2026-12-02T17:00");
          };
      case "export" -> option.equals("--to-file") ? List.of() : List.of("-o", "ics");
      case "init" ->
          switch (option) {
            case "--occupant" -> List.of("--yes", "--skip", "login,schedule,caller,news");
            case "--add" -> List.of("--yes", "--skip", "occupant,login,caller,news");
            default -> List.of();
          };
      case "list" -> List.of("--bookings");
      case "resolve" -> List.of("--booked");
      case "sandbox" -> option.equals("--for") ? List.of() : List.of("--for", "0");
      default -> List.of();
    };
  }

  /** A value that an argument takes, by its label. */
  private String good(ArgSpec argument) {
    return switch (argument.paramLabel()) {
      case "ID" -> "1";
      case "DATE" -> "2026-12-02";
      case "FILE" -> file("import.json", "[]").toString();
      case "NAME" -> "window";
      case "VALUE" -> "PT168H";
      case "WHERE" -> "cron";
      case "SHELL" -> "bash";
      case "<date>" -> "2026-11-22T00:00:00Z";
      case "<folder>" -> folder.resolve("man").toString();
      default -> "courts";
    };
  }

  private record Line(ArgSpec argument, String value, List<String> words) {

    /** More of the value than a message repeats; of a file the name is repeated. */
    String unrepeated() {
      int most = isPlace(argument) ? 200 : REPEATED;
      return value.length() > most ? value.substring(0, most + 1) : "nothing that is said";
    }

    @Override
    public String toString() {
      return words.stream().map(Quote::shortened).collect(Collectors.joining(" "));
    }
  }

  private static boolean isPlace(ArgSpec argument) {
    return List.of("FILE", "FOLDER", "<folder>").contains(argument.paramLabel());
  }

  @Test
  void ends_in_one_line_that_repeats_little_of_it() throws IOException {
    type("add --on we --time 17:00").succeeds();
    SoftAssertions softly = new SoftAssertions();
    lines().forEach(line -> check(line, softly));
    softly.assertAll();
  }

  private void check(Line line, SoftAssertions softly) {
    Ran ran = court(line.words().toArray(String[]::new));
    String said = line + " says " + Quote.of(ran.err());
    softly.assertThat(ran.code()).as(said).isNotEqualTo(ExitCodes.INTERNAL);
    softly.assertThat(ran.err()).doesNotContain("Exception", "java.");
    if (ran.code() != ExitCodes.DONE) {
      softly.assertThat(ran.err()).as(said).hasSizeLessThan(1_000);
      // A run says the same trouble twice a day at most.
      int least = line.words().get(0).equals("run-due") ? 0 : 1;
      softly.assertThat(ran.err().lines().count()).as(said).isBetween((long) least, 1L);
    }
    softly.assertThat(ran.err().contains(line.unrepeated())).as(said).isFalse();
    // What config set has written would keep the lines after it from being read.
    softly
        .assertThatCode(() -> Files.deleteIfExists(home.resolve("config.json")))
        .doesNotThrowAnyException();
  }

  private List<Line> lines() {
    Random random = new Random(SEED);
    return commands(all())
        .filter(spec -> !List.of("demo", "warm-up").contains(name(spec)))
        .flatMap(
            spec ->
                arguments(spec)
                    .flatMap(
                        argument ->
                            values(argument, random).map(value -> line(spec, argument, value))))
        .filter(line -> !isEndless(line))
        .toList();
  }

  /** A sandbox that would serve for years. */
  private static boolean isEndless(Line line) {
    return line.words().get(0).equals("sandbox")
        && line.argument() instanceof OptionSpec option
        && option.longestName().equals("--for")
        && !List.of("", " ", "garbage", "PT-1S", "999999999999999999h").contains(line.value());
  }

  private static Stream<CommandSpec> commands(CommandSpec spec) {
    return Stream.concat(
        Stream.of(spec).filter(one -> one.parent() != null),
        spec.subcommands().values().stream()
            .distinct()
            .flatMap(below -> commands(below.getCommandSpec())));
  }

  /** Options that every command has are tried with one of them. */
  private static Stream<ArgSpec> arguments(CommandSpec spec) {
    boolean isFirst = name(spec).equals("list");
    return Stream.concat(
        spec.options().stream()
            .filter(one -> isFirst || !one.inherited())
            .filter(one -> one.arity().max() > 0),
        spec.positionalParameters().stream());
  }

  private Stream<String> values(ArgSpec argument, Random random) {
    if (isPlace(argument)) {
      Stream<String> devices =
          argument.paramLabel().equals("FILE") ? Stream.of("/dev/full", "/dev/null") : Stream.of();
      return Stream.concat(devices, PLACES.stream().map(one -> folder + "/" + one));
    }
    return ALL ? GARBAGE.stream() : random.ints(DRAWN, 0, GARBAGE.size()).mapToObj(GARBAGE::get);
  }

  private Line line(CommandSpec spec, ArgSpec argument, String value) {
    List<String> words = new ArrayList<>(Arrays.asList(name(spec).split(" ")));
    if (argument instanceof OptionSpec option) {
      words.addAll(beside(name(spec), option.longestName()));
      words.add(option.longestName() + (option.longestName().startsWith("--") ? "=" : "") + value);
    }
    List<String> positional =
        spec.positionalParameters().stream()
            .filter(one -> one == argument || one.required())
            .map(one -> one == argument ? value : good(one))
            .toList();
    if (!positional.isEmpty()) {
      words.add("--");
      words.addAll(positional);
    }
    return new Line(argument, value, words);
  }

  private static String name(CommandSpec spec) {
    return spec.qualifiedName().replaceFirst("^court ", "");
  }

  private CommandSpec all() {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            false,
            question -> Optional.empty(),
            0);
    Wiring wiring =
        new Wiring(
            new Surroundings(
                Map.of(),
                player.clock,
                clock -> player.clock,
                ignored -> null,
                new StopSignal(player.clock),
                null),
            console);
    CourtCommand court = new CourtCommand(wiring, console, new Screen(console.out(), 0, false));
    CommandLine line = new CommandLine(court);
    court
        .commands()
        .names()
        .forEach(name -> line.addSubcommand(name, court.commands().command(name)));
    return line.getCommandSpec();
  }
}
