package dev.court.doctor;

import dev.court.settings.Settings;
import dev.court.settings.SharedOccupant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says whose bookings are looked at, and which accounts Atrium cannot tell apart. */
final class AccountsCheck implements Check {
  private final Lazy<Settings> settings;
  private final Lazy<Optional<DatabaseSnapshot>> snapshot;
  private final List<String> lookedAt;

  AccountsCheck(
      Lazy<Settings> settings, Lazy<Optional<DatabaseSnapshot>> snapshot, List<String> lookedAt) {
    this.settings = settings;
    this.snapshot = snapshot;
    this.lookedAt = lookedAt;
  }

  @Override
  public String subject() {
    return "accounts";
  }

  /** Whether there are several, or an occupant id is shared. */
  boolean isWorthALine() {
    return lookedAt.size() > 1 || !shared().isEmpty();
  }

  @Override
  public Finding look() {
    List<SharedOccupant> shared = shared();
    return shared.isEmpty()
        ? Finding.ok(subject(), words())
        : Finding.warning(
            subject(),
            shared.stream().map(SharedOccupant::words).collect(Collectors.joining("; ")));
  }

  private List<SharedOccupant> shared() {
    try {
      return SharedOccupant.in(settings.orSkip()).stream()
          .filter(one -> one.accounts().stream().anyMatch(lookedAt::contains))
          .toList();
    } catch (Skipped e) {
      return List.of();
    }
  }

  private String words() {
    int all = lookedAtOf();
    return all > lookedAt.size()
        ? "%s of %s are looked at, those in trouble first: court doctor --account NAME looks at another"
            .formatted(lookedAt.size(), all)
        : "%s are looked at".formatted(all);
  }

  private int lookedAtOf() {
    return snapshot.orSkip().map(found -> found.chosen().all()).orElse(lookedAt.size());
  }
}
