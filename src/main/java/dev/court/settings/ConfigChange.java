package dev.court.settings;

import dev.court.booking.InvalidRequest;
import dev.court.booking.SetupProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides whether a change of {@code config.json} may be written: by the same code that reads it,
 * and in the environment of this command. What was wrong before is in nobody's way, so that a
 * broken file can be mended setting by setting.
 */
final class ConfigChange {
  private final HomeFolder home;
  private final Map<String, String> environment;

  ConfigChange(HomeFolder home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /**
   * Refuses a value that cannot be used, and a change after which another setting cannot be used.
   *
   * @param name the setting that is changed
   * @throws InvalidRequest with the reason
   */
  void check(String name, Map<String, Object> before, Map<String, Object> after) {
    Map<String, String> around = new HashMap<>(environment);
    // A variable would hide the value in the file.
    SettingKey.of(name).flatMap(SettingKey::variable).ifPresent(around::remove);
    SettingsReader reader = new SettingsReader(around, after);
    boolean isSet = after.containsKey(name);
    if (isSet) {
      SettingKey.of(name).flatMap(key -> reader.problem(key, home.path())).ifPresent(this::refuse);
    }
    List<SetupProblem> problems = reader.problems(home.path());
    List<SetupProblem> known = new SettingsReader(around, before).problems(home.path());
    // What is taken out may have hidden another problem, and is better taken out all the same.
    if (isSet || problems.size() > known.size()) {
      problems.stream().filter(one -> isNew(one, known)).findFirst().ifPresent(this::refuse);
    }
  }

  /**
   * Refuses settings of which one cannot be used.
   *
   * @throws SetupProblem with the reason
   */
  void checkAll(Map<String, Object> after) {
    for (SetupProblem problem : new SettingsReader(environment, after).problems(home.path())) {
      throw problem;
    }
  }

  private static boolean isNew(SetupProblem problem, List<SetupProblem> known) {
    return known.stream().noneMatch(one -> one.getMessage().equals(problem.getMessage()));
  }

  private void refuse(SetupProblem problem) {
    throw new InvalidRequest(problem.getMessage(), problem);
  }
}
