package dev.court.session;

import dev.court.booking.Machine;
import dev.court.booking.SetupProblem;
import dev.court.secret.KeyId;
import dev.court.store.SealedTexts;
import dev.court.store.Store;
import dev.court.text.DurationInWords;
import dev.court.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Which keys the machines have that share a database, as each has shown within a day. */
public final class MachineKeys {
  private final Workspace workspace;
  private final Supplier<Machine> self;

  /**
   * Nothing is looked at yet.
   *
   * @param self this machine
   */
  public MachineKeys(Workspace workspace, Supplier<Machine> self) {
    this.workspace = workspace;
    this.self = self;
  }

  /**
   * Looks whether each machine can open what a key will have sealed. Where that key has sealed
   * everything already, nobody is kept from finishing.
   *
   * @param sharesFile whether all that runs in the home of this machine has the same key, whatever
   *     it has shown
   * @throws SetupProblem names the machines that cannot
   */
  void requireEverywhere(Store store, KeyId key, boolean sharesFile) {
    boolean isSealed =
        store.sealedTexts().all().stream()
            .map(SealedTexts.At::text)
            .map(KeyId::of)
            .allMatch(Optional.of(key)::equals);
    Optional<Machine> here = sharesFile ? Optional.of(self.get()) : Optional.empty();
    List<Machine> without =
        store.machines().all().stream()
            .filter(one -> !one.keys().contains(key.toString()))
            .filter(one -> here.filter(it -> isAt(it, one)).isEmpty())
            .toList();
    if (!isSealed && !without.isEmpty()) {
      throw new SetupProblem(
          ("the new key, which is %s, is not at %s: give each the key that court key prepare wrote,"
                  + " and rotate after its next run; what is gone for good is left behind with --yes")
              .formatted(
                  key, without.stream().map(this::words).collect(Collectors.joining(" and "))));
    }
  }

  private static boolean isAt(Machine here, Machine one) {
    return one.name().equals(here.name()) && one.home().equals(here.home());
  }

  private String words(Machine one) {
    return "%s of %s (seen %s ago)"
        .formatted(one.kind(), one.name(), DurationInWords.since(one.seenAt(), workspace.now()));
  }
}
