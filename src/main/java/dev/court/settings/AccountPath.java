package dev.court.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A setting of one account, as it is named on the command line: {@code accounts.eve.occupant_id}.
 * The name of an account may hold dots, that of a setting none.
 */
record AccountPath(String account, String field) {
  private static final String START = SettingKey.ACCOUNTS.word() + ".";

  static Optional<AccountPath> of(String name) {
    int last = name.lastIndexOf('.');
    if (!name.startsWith(START) || last <= START.length()) {
      return Optional.empty();
    }
    AccountPath path =
        new AccountPath(name.substring(START.length(), last), name.substring(last + 1));
    return Optional.of(path).filter(one -> AccountSettings.NAMES.contains(one.field()));
  }

  /**
   * The accounts with another value.
   *
   * @param accounts as they stand in {@code config.json}; null for none
   * @param value null takes it out, and the account with the last of its settings
   * @return empty when they stay as they are
   */
  Optional<Map<String, Object>> changed(Object accounts, Object value) {
    Map<String, Object> all = copy(accounts);
    Map<String, Object> fields = copy(all.get(account));
    if (value == null && !fields.containsKey(field)) {
      return Optional.empty();
    }
    if (value == null) {
      fields.remove(field);
    } else {
      fields.put(field, value);
    }
    if (fields.isEmpty()) {
      all.remove(account);
    } else {
      all.put(account, fields);
    }
    return Optional.of(all);
  }

  private static Map<String, Object> copy(Object value) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, one) -> copy.put(name.toString(), one));
    }
    return copy;
  }
}
