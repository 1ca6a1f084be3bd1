package dev.court.host;

import java.util.stream.Collectors;

/** The text of the two units, as systemd.service(5) and systemd.timer(5) read it. */
final class UnitText {
  private UnitText() {}

  static String service(Invocation call) {
    String environment =
        call.environment().entrySet().stream()
            .map(one -> "Environment=" + quoted(one.getKey() + "=" + one.getValue()) + "\n")
            .collect(Collectors.joining());
    String command =
        call.words().stream()
            .map(word -> quoted(word).replace("$", "$$"))
            .collect(Collectors.joining(" "));
    // KillMode: the launcher may still make its archive aside when the run is over
    return """
        # Made by 'court install systemd', taken away by --remove.
        [Unit]
        Description=court: book what opens now

        [Service]
        Type=oneshot
        %sExecStart=%s
        KillMode=process
        TimeoutStartSec=10min
        """
        .formatted(environment, command);
  }

  static String timer() {
    return """
        # Made by 'court install systemd', taken away by --remove.
        [Unit]
        Description=court each minute

        [Timer]
        OnCalendar=*:*:00
        AccuracySec=1s
        Persistent=true

        [Install]
        WantedBy=timers.target
        """;
  }

  /** A percent sign would begin a specifier. */
  private static String quoted(String text) {
    String plain = text.replace("%", "%%");
    return plain.matches("[\\w./:=@,+%-]+")
        ? plain
        : '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
