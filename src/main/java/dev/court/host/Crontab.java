package dev.court.host;

import dev.court.booking.SetupProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The crontab of the user, with a block of court in it. The rest is kept byte for byte. */
public final class Crontab implements Scheduler {
  private static final String REMEDY =
      "install cron (apt install cron), or use court install systemd";

  /** A little less than the longest line that cron takes, on Debian and on Fedora. */
  private static final int LONGEST = 980;

  private static final Pattern LAUNCHER =
      Pattern.compile(" (/[^' ]*|'/[^']*') (?:'?--account\\S* )?run-due");

  private final Programs programs;
  private final Invocation call;
  private final CronBlock block;

  /**
   * The crontab of the user who runs this process.
   *
   * @param call null when nothing is to be installed
   * @param account null for the default one
   */
  public Crontab(Host host, Invocation call, String account) {
    this.programs = new Programs(host);
    this.call = call;
    this.block = new CronBlock(account);
  }

  @Override
  public List<InstallStep> install() {
    String line = CronBlock.line(call);
    if (line.length() > LONGEST) {
      throw new SetupProblem(
          "the line would be too long for cron (%s letters): keep settings with court config set"
                  .formatted(line.length())
              + " instead of in the environment");
    }
    String before = read();
    return step(before, block.putInto(before, latin(line)));
  }

  @Override
  public List<InstallStep> remove() {
    String before = read();
    return step(before, block.takenOutOf(before));
  }

  @Override
  public List<String> notes() {
    String present = read();
    List<String> notes = new ArrayList<>();
    Matcher launcher = LAUNCHER.matcher(block.in(present));
    if (launcher.find() && !Files.exists(Path.of(utf8(launcher.group(1).replace("'", ""))))) {
      notes.add(
          "The line in the crontab calls %s, which is gone.".formatted(utf8(launcher.group(1))));
    }
    String others =
        block
            .takenOutOf(present)
            .lines()
            .filter(line -> line.contains("run-due") && !line.stripLeading().startsWith("#"))
            .collect(Collectors.joining("; "));
    if (call != null && !others.isEmpty()) {
      notes.add("Another line calls run-due too, which does no harm: " + utf8(others));
    }
    return notes;
  }

  private List<InstallStep> step(String before, String after) {
    return before.equals(after) ? List.of() : List.of(new CrontabChange(before, after));
  }

  private String read() {
    Programs.ProgramResult result = programs.run(REMEDY, new byte[0], "crontab", "-l");
    if (result.code() == 0) {
      return result.out();
    }
    if (result.err().contains("no crontab") || result.err().contains("No such file")) {
      return "";
    }
    throw new SetupProblem("crontab cannot be read: " + result.firstComplaint());
  }

  private void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    Programs.ProgramResult result =
        text.isEmpty()
            ? programs.run(REMEDY, bytes, "crontab", "-r")
            : programs.run(REMEDY, bytes, "crontab", "-");
    if (result.code() != 0) {
      throw new SetupProblem("crontab does not take it: " + result.firstComplaint());
    }
    if (!read().equals(text)) {
      throw new SetupProblem("crontab took it, but holds something else now: look with crontab -l");
    }
  }

  /** Text as {@link Programs} carries it: one character for each byte of UTF-8. */
  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String utf8(String text) {
    return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Replaces the text of the crontab. */
  private final class CrontabChange implements InstallStep {
    private final String before;
    private final String after;

    CrontabChange(String before, String after) {
      this.before = before;
      this.after = after;
    }

    @Override
    public String subject() {
      return "your crontab";
    }

    @Override
    public List<String> removed() {
      return LineChange.between(utf8(before), utf8(after)).removed();
    }

    @Override
    public List<String> added() {
      return LineChange.between(utf8(before), utf8(after)).added();
    }

    /** Refuses when the crontab was edited after it was read. */
    @Override
    public void perform() {
      if (!read().equals(before)) {
        throw new SetupProblem("the crontab was changed meanwhile: run it again");
      }
      write(after);
    }
  }
}
