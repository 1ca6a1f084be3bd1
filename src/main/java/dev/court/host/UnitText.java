package dev.court.host;

import java.util.stream.Collectors;

/** The text of the two units, by systemd.service(5) and systemd.timer(5). */
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
    // KillMode: the launcher may still write its class archive when the run has ended
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

  /** Doubles percent signs too, since one of them begins a specifier. */
  private static String quoted(String text) {
    String plain = text.replace("%", "%%");
    return plain.matches("[\\w./:=@,+%-]+")
        ? plain
        : '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
