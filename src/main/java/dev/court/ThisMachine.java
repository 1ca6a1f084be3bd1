package dev.court;

import dev.court.booking.Machine;
import dev.court.cli.Target;
import dev.court.store.Database;
import dev.court.workspace.MachineBeat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What this machine shows of itself to the others that share the database of a server. */
final class ThisMachine {
  private final OpenHome home;
  private final Surroundings surroundings;
  private final Target target;
  private final Instant startedAt;

  /** Started now. */
  ThisMachine(OpenHome home, Surroundings surroundings, Target target) {
    this.home = home;
    this.surroundings = surroundings;
    this.target = target;
    this.startedAt = surroundings.clock().instant();
  }

  /** This machine with the keys that it knows now. */
  Machine now() {
    return new Machine(
        surroundings.machineName(),
        home.settings().home().toString(),
        target.command(),
        Optional.ofNullable(ThisMachine.class.getPackage().getImplementationVersion())
            .orElse("not packaged"),
        startedAt,
        startedAt,
        Duration.ZERO,
        home.keyring().numbers());
  }

  MachineBeat beat() {
    return new MachineBeat(home.workspace(), this::now);
  }

  /** All of them; empty where the database is a file. */
  Optional<List<Machine>> withOthers() {
    home.workspace().requireAccount();
    Database shared = home.workspace().database();
    return shared.isOnServer()
        ? Optional.of(shared.transact(store -> store.machines().all()))
        : Optional.empty();
  }
}
