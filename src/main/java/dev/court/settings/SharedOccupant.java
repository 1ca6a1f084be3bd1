package dev.court.settings;

import dev.court.text.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One occupant id that several accounts have. Atrium cannot tell them apart: it lists what one of
 * them holds to each, and counts it as theirs.
 *
 * @param accounts at least two
 */
public record SharedOccupant(String occupantId, List<String> accounts) {
  private static final int NAMED = 3;

  public SharedOccupant {
    accounts = List.copyOf(accounts);
  }

  /** Each id that more than one account has. */
  public static List<SharedOccupant> in(Settings settings) {
    Map<String, List<String>> byId = new LinkedHashMap<>();
    for (String account : settings.accountNames()) {
      settings
          .occupantId(account)
          .ifPresent(id -> byId.computeIfAbsent(id, ignored -> new ArrayList<>()).add(account));
    }
    return byId.entrySet().stream()
        .filter(one -> one.getValue().size() > 1)
        .map(one -> new SharedOccupant(one.getKey(), one.getValue()))
        .toList();
  }

  /** What is so, and what to do where it is a mistake, in one line. */
  public String words() {
    List<String> named = new ArrayList<>(accounts.subList(0, Math.min(NAMED, accounts.size())));
    if (accounts.size() > NAMED) {
      named.add("%s more".formatted(accounts.size() - NAMED));
    }
    return "accounts %s have one occupant id, %s, so that Atrium takes them for one person: where they are not, run court config set %s NUMBER"
        .formatted(
            WordList.of(named),
            occupantId,
            Settings.occupantSetting(accounts.get(accounts.size() - 1)));
  }
}
