package dev.court.host;

import dev.court.booking.SetupProblem;
import dev.court.files.FileTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A service and a timer of the user's own systemd. */
public final class UserUnits implements Scheduler {
  private static final String MARK = "'court install systemd'";
  private static final String REMEDY = "this system has no systemd, so use court install cron";

  private final Host host;
  private final Programs programs;
  private final Invocation call;
  private final String name;
  private final List<String> troubles = new ArrayList<>();

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
    boolean isNew = !Files.exists(unit("timer"));
    Systemctl enable = new Systemctl("enable", "--now", name + ".timer");
    List<InstallStep> steps = new ArrayList<>(files);
    steps.add(new Systemctl("daemon-reload"));
    steps.add(isNew ? enable.elseCall("disable", "--now", name + ".timer") : enable);
    return steps;
  }

  /** The files go also where systemd cannot be reached: then nothing starts them any more. */
  @Override
  public List<InstallStep> remove() {
    List<InstallStep> files =
        Stream.of(
                FileInstallStep.needed(unit("timer"), MARK, null),
                FileInstallStep.needed(unit("service"), MARK, null),
                link())
            .flatMap(Optional::stream)
            .toList();
    if (files.isEmpty() || programs.find("systemctl").isEmpty()) {
      return files;
    }
    List<InstallStep> steps = new ArrayList<>();
    steps.add(new Systemctl("disable", "--now", name + ".timer").orElse(troubles::add));
    steps.addAll(files);
    steps.add(new Systemctl("daemon-reload").orElse(troubles::add));
    return steps;
  }

  /** The link that enables the timer, where nothing but court has made it. */
  private Optional<InstallStep> link() {
    Path link = unit("timer").resolveSibling("timers.target.wants").resolve(name + ".timer");
    return Files.isSymbolicLink(link) ? Optional.of(new LinkRemoval(link)) : Optional.empty();
  }

  @Override
  public List<String> leftovers() {
    return troubles.isEmpty()
        ? List.of()
        : List.of(
            "systemd could not be reached (%s): a timer that it has started ends with your session"
                .formatted(troubles.get(0)));
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

  /** Removes what systemctl itself removes when it can be reached. */
  private record LinkRemoval(Path link) implements InstallStep {
    @Override
    public String subject() {
      return link.toString();
    }

    @Override
    public void perform() {
      try {
        Files.deleteIfExists(link);
      } catch (IOException e) {
        throw new SetupProblem("cannot remove %s (%s)".formatted(link, FileTrouble.reason(e)), e);
      }
    }
  }

  /** One call of systemctl. */
  private final class Systemctl implements InstallStep {
    private final String[] arguments;
    private final Consumer<String> onFailure;

    Systemctl(String... arguments) {
      this(
          Stream.concat(Stream.of("--user"), Stream.of(arguments)).toArray(String[]::new),
          complaint -> {
            throw new SetupProblem(
                "'systemctl --user %s' failed: %s (log in as the user itself, not through su or sudo)"
                    .formatted(String.join(" ", arguments), complaint));
          });
    }

    private Systemctl(String[] arguments, Consumer<String> onFailure) {
      this.arguments = arguments;
      this.onFailure = onFailure;
    }

    /** The same call; what follows it is done also when it fails. */
    Systemctl orElse(Consumer<String> other) {
      return new Systemctl(arguments, other);
    }

    /** The same call; when it fails half way, the other call undoes that half. */
    Systemctl elseCall(String... undoing) {
      return orElse(
          complaint -> {
            new Systemctl(undoing).orElse(ignored -> {}).perform();
            onFailure.accept(complaint);
          });
    }

    @Override
    public String subject() {
      return "$ systemctl " + String.join(" ", arguments);
    }

    @Override
    public void perform() {
      Programs.ProgramResult result = programs.run(REMEDY, new byte[0], "systemctl", arguments);
      if (result.code() != 0) {
        onFailure.accept(result.firstComplaint());
      }
    }
  }
}
