package dev.court.host;

import dev.court.booking.SetupProblem;
import dev.court.text.ShellWord;
import java.util.stream.Collectors;

/** The lines of a crontab that court writes, between two comments. Every account has a block. */
final class CronBlock {
  private final String begin;
  private final String end;

  CronBlock(String account) {
    String whose = account == null ? "" : ", account " + account;
    this.begin = "# BEGIN court" + whose + ":";
    this.end = "# END court" + whose + "\n";
  }

  /** The line that calls court each minute, quoted for cron and for the shell that cron starts. */
  static String line(Invocation call) {
    String assignments =
        call.environment().entrySet().stream()
            .map(one -> one.getKey() + "=" + ShellWord.of(one.getValue()) + " ")
            .collect(Collectors.joining());
    String command = call.words().stream().map(ShellWord::of).collect(Collectors.joining(" "));
    // cron ends the line at a bare percent sign
    return "* * * * * " + (assignments + command).replace("%", "\\%");
  }

  /** The crontab with a block of that line: in the place of the block before, else at the end. */
  String putInto(String crontab, String line) {
    String fresh =
        begin + " made by 'court install cron', taken out by --remove\n" + line + "\n" + end;
    int from = from(crontab);
    if (from < 0) {
      return crontab + (crontab.isEmpty() || crontab.endsWith("\n") ? "" : "\n") + fresh;
    }
    return crontab.substring(0, from) + fresh + crontab.substring(to(crontab, from));
  }

  /** The crontab without the block. */
  String takenOutOf(String crontab) {
    int from = from(crontab);
    return from < 0 ? crontab : crontab.substring(0, from) + crontab.substring(to(crontab, from));
  }

  /** The block in a crontab; empty when there is none. */
  String in(String crontab) {
    int from = from(crontab);
    return from < 0 ? "" : crontab.substring(from, to(crontab, from));
  }

  private int from(String crontab) {
    if (crontab.startsWith(begin)) {
      return 0;
    }
    int at = crontab.indexOf("\n" + begin);
    return at < 0 ? -1 : at + 1;
  }

  private int to(String crontab, int from) {
    int at = crontab.indexOf("\n" + end, from);
    int next = crontab.indexOf("\n# BEGIN court", from);
    if (at < 0 || (next >= 0 && next < at)) {
      throw new SetupProblem(
          "the crontab has a line '%s' without its '%s': put it right with crontab -e"
              .formatted(begin, end.strip()));
    }
    return at + 1 + end.length();
  }
}
