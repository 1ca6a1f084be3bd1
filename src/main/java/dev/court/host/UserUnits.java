package dev.court.host;

import dev.court.booking.SetupProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A service and a timer of the user's own systemd. */
public final class UserUnits implements Scheduler {
  private static final String MARK = "'court install systemd'";
  private static final String REMEDY = "this system has no systemd, so use court install cron";

  private final Host host;
  private final Programs programs;
  private final Invocation call;
  private final String name;

  /**
   * The units of the user who runs this process.
   *
   * @param call null when nothing is to be installed
   * @param account null for the default one
   */
  public UserUnits(Host host, Invocation call, String account) {
    this.host = host;
    this.programs = new Programs(host);
    this.call = call;
    this.name = account == null ? "court" : "court-" + escaped(account);
  }

  @Override
  public List<InstallStep> install() {
    requireSystemctl();
    List<InstallStep> files =
        Stream.of(
                FileInstallStep.needed(unit("service"), MARK, UnitText.service(call)),
                FileInstallStep.needed(unit("timer"), MARK, UnitText.timer()))
            .flatMap(Optional::stream)
            .toList();
    if (files.isEmpty() && isEnabled()) {
      return List.of();
    }
    List<InstallStep> steps = new ArrayList<>(files);
    steps.add(new Systemctl("daemon-reload"));
    steps.add(new Systemctl("enable", "--now", name + ".timer"));
    return steps;
  }

  @Override
  public List<InstallStep> remove() {
    List<InstallStep> files =
        Stream.of(
                FileInstallStep.needed(unit("timer"), MARK, null),
                FileInstallStep.needed(unit("service"), MARK, null))
            .flatMap(Optional::stream)
            .toList();
    if (files.isEmpty()) {
      return List.of();
    }
    requireSystemctl();
    List<InstallStep> steps = new ArrayList<>();
    steps.add(new Systemctl("disable", "--now", name + ".timer"));
    steps.addAll(files);
    steps.add(new Systemctl("daemon-reload"));
    return steps;
  }

  @Override
  public List<String> notes() {
    String user = host.variable("USER") != null ? host.variable("USER") : host.variable("LOGNAME");
    boolean lingers = user != null && Files.exists(Path.of("/var/lib/systemd/linger", user));
    return call == null || lingers
        ? List.of()
        : List.of("It runs only while you are logged in, until: sudo loginctl enable-linger $USER");
  }

  private void requireSystemctl() {
    if (programs.find("systemctl").isEmpty()) {
      throw new SetupProblem("there is no systemctl here: " + REMEDY);
    }
  }

  private boolean isEnabled() {
    String[] asked = {"--user", "is-enabled", name + ".timer"};
    return programs.run(REMEDY, new byte[0], "systemctl", asked).code() == 0;
  }

  private Path unit(String kind) {
    String config = host.variable("XDG_CONFIG_HOME");
    String home = host.variable("HOME");
    Path folder =
        config != null
            ? Path.of(config)
            : (home != null ? Path.of(home) : host.userHome()).resolve(".config");
    return folder.resolve("systemd/user").resolve(name + "." + kind).toAbsolutePath();
  }

  /** The name as systemd-escape(1) writes it. */
  private static String escaped(String account) {
    StringBuilder text = new StringBuilder();
    for (byte one : account.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (one & 0xff);
      boolean isPlain =
          letter < 128 && (Character.isLetterOrDigit(letter) || "_.".indexOf(letter) >= 0);
      text.append(isPlain ? String.valueOf(letter) : "\\x" + Integer.toHexString(one & 0xff));
    }
    return text.toString();
  }

  /** One call of systemctl. */
  private final class Systemctl implements InstallStep {
    private final String[] arguments;

    Systemctl(String... arguments) {
      this.arguments =
          Stream.concat(Stream.of("--user"), Stream.of(arguments)).toArray(String[]::new);
    }

    @Override
    public String subject() {
      return "$ systemctl " + String.join(" ", arguments);
    }

    @Override
    public void perform() {
      Programs.ProgramResult result = programs.run(REMEDY, new byte[0], "systemctl", arguments);
      if (result.code() != 0) {
        throw new SetupProblem(
            "'systemctl %s' failed: %s (log in as the user itself, not through su or sudo)"
                .formatted(String.join(" ", arguments), result.firstComplaint()));
      }
    }
  }
}
