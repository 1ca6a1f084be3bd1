package dev.court.cli.setup;

import dev.court.booking.InvalidRequest;
import dev.court.settings.Setting;
import dev.court.settings.Settings;
import dev.court.workspace.Workspace;
import java.util.Optional;

/** The number of the account at the building: what is set, and what is to be set in its place. */
final class OccupantChoice {
  private static final String SETTING = "occupant_id";

  private final SetupCases cases;
  private final Settings settings;
  private final String account;
  private String typed;
  private String origin;

  OccupantChoice(SetupCases cases, String account) {
    this.cases = cases;
    this.settings = cases.settings();
    this.account = account;
  }

  /** What is typed, else what holds. */
  Optional<String> id() {
    return Optional.ofNullable(typed).or(() -> settings.occupantId(account));
  }

  /** What is set; empty when nothing is. */
  String held() {
    return settings.occupantId(account).orElse("");
  }

  /**
   * The number in what was typed.
   *
   * @throws InvalidRequest when there is none, or when it would not hold, since a variable comes
   *     before the file
   */
  String read(String text) {
    String id = OccupantText.read(text);
    cases.configFile().requireKnown(setting());
    if (isVariable() && !id.equals(held())) {
      throw new InvalidRequest(
          "%s says %s, and comes before what is typed: change it there, or unset it"
              .formatted(source(), held()));
    }
    return id;
  }

  /**
   * From now on this number is meant.
   *
   * @param from the origin that the page names
   */
  void take(String id, String from) {
    typed = id;
    origin = from;
  }

  /** From now on what is set is meant again. */
  void forget() {
    typed = null;
  }

  /** A variable comes before all that is given. */
  boolean isVariable() {
    return source().startsWith("COURT_");
  }

  String source() {
    return account.equals(Workspace.ONLY_ACCOUNT) ? source(SETTING) : "config.json";
  }

  String source(String setting) {
    return settings.origin(setting).map(Setting::source).orElse("default");
  }

  PlannedValue planned() {
    return id().map(id -> new PlannedValue("occupant", id, typed == null ? source() : origin))
        .orElse(
            new PlannedValue(
                "occupant",
                "not set: court config set %s NUMBER".formatted(Settings.occupantSetting(account)),
                PlannedValue.LEFT_OUT));
  }

  boolean isChange() {
    return typed != null && !typed.equals(held());
  }

  void write() {
    cases.configFile().set(setting(), typed);
  }

  private String setting() {
    return Settings.occupantKey(account);
  }
}
