package dev.court;

import dev.court.log.Log;
import dev.court.log.LogFile;
import dev.court.log.LogLevel;
import dev.court.log.LogTarget;
import dev.court.secret.Redaction;
import dev.court.settings.Settings;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the log of one command line: the file in the home, and standard error where somebody asked
 * for details.
 */
final class CommandLog {
  private final InstantSource clock;
  private final Consumer<String> standardError;

  CommandLog(InstantSource clock, Consumer<String> standardError) {
    this.clock = clock;
    this.standardError = standardError;
  }

  /** The log of a command in its home. Nothing is opened or made before the first record. */
  Log inHome(Settings settings, boolean debug) {
    LogTarget file =
        new LogTarget(
            settings.log(),
            settings.log() == LogLevel.DEBUG,
            text -> LogFile.in(settings.home()).append(text));
    return to(debug ? List.of(file, shown()) : List.of(file));
  }

  /** The log of a command that changes nothing, not even the log in the home. */
  Log withoutFile(boolean debug) {
    return debug ? to(List.of(shown())) : Log.NONE;
  }

  private Log to(List<LogTarget> targets) {
    return Log.to(clock, text -> Redaction.of(text), targets);
  }

  private LogTarget shown() {
    return new LogTarget(LogLevel.DEBUG, false, standardError);
  }
}
