package dev.court.cli;

import dev.court.booking.SetupProblem;
import dev.court.host.Crontab;
import dev.court.host.Host;
import dev.court.host.Invocation;
import dev.court.host.InvocationFinder;
import dev.court.host.Scheduler;
import dev.court.host.UserUnits;
import dev.court.settings.HomeFolder;
import dev.court.settings.SettingKey;
import dev.court.settings.Settings;
import dev.court.workspace.Workspace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lets cron or systemd of this machine call court for one account. */
public final class LocalScheduler {
  private final Host host;
  private final String account;

  /** For an account by its name. */
  public LocalScheduler(Host host, String account) {
    this.host = host;
    this.account = account.equals(Workspace.ONLY_ACCOUNT) ? null : account;
  }

  /**
   * The crontab of this user.
   *
   * @param settings what court is called with; null when nothing is to be installed
   * @throws SetupProblem when court cannot be called by others as it was called here
   */
  public Scheduler cron(Settings settings) {
    return new Crontab(host, call(settings), account);
  }

  /** Like {@link #cron}: a timer of this user's own systemd. */
  public Scheduler systemd(Settings settings) {
    return new UserUnits(host, call(settings), account);
  }

  private Invocation call(Settings settings) {
    if (settings == null) {
      return null;
    }
    Path usual = HomeFolder.locate(null, Map.of("HOME", host.userHome().toString())).path();
    List<String> variables =
        Stream.concat(
                Arrays.stream(SettingKey.values()).flatMap(key -> key.variable().stream()),
                Stream.of("COURT_JAVA_OPTS"))
            .toList();
    return new InvocationFinder(host).find(account, settings.home(), usual, variables);
  }
}
