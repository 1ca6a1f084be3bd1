package dev.court.cli.setup;

import dev.court.json.Json;
import dev.court.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The channels of one account, as they stand in {@code config.json}. */
final class AccountChannels {
  private final SetupCases cases;
  private final String account;

  AccountChannels(SetupCases cases, String account) {
    this.cases = cases;
    this.account = account;
  }

  /**
   * Looks whether there is a file that can take another one.
   *
   * @throws dev.court.booking.SetupProblem when {@code COURT_CONFIG} is in its place
   */
  void requireKnown() {
    cases.configFile().requireKnown(setting());
  }

  Set<?> names() {
    return read().keySet();
  }

  boolean hold(ChannelDraft draft) {
    return read().containsValue(draft.fields());
  }

  void add(ChannelDraft draft) {
    Map<Object, Object> all = new LinkedHashMap<>(read());
    all.put(draft.name(), draft.fields());
    cases.configFile().set(setting(), Json.write(all));
  }

  private String setting() {
    return isUsual() ? "notify" : "accounts.%s.notify".formatted(account);
  }

  private boolean isUsual() {
    return account.equals(Workspace.ONLY_ACCOUNT);
  }

  private Map<?, ?> read() {
    Map<?, ?> holder = cases.configFile().read();
    if (!isUsual()) {
      holder = map(map(holder.get("accounts")).get(account));
    }
    return map(holder.get("notify"));
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
