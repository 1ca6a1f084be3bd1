package dev.court.workspace;

import dev.court.booking.Machine;
import dev.court.booking.Problem;
import dev.court.store.Store;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Shows the others who share a server that this machine is there. With a database of one machine
 * nothing is written: the time of the last run stands in the home.
 */
public final class MachineBeat {
  private final Workspace workspace;
  private final Supplier<Machine> started;

  /**
   * Nothing is written yet.
   *
   * @param started the machine as it was when the process began; asked for a server only
   */
  public MachineBeat(Workspace workspace, Supplier<Machine> started) {
    this.workspace = workspace;
    this.started = started;
  }

  /** The machine is there. A failure is logged only, since it keeps nobody from booking. */
  public void show() {
    change((store, self) -> store.machines().show(self));
  }

  /** The machine goes, and nobody is to miss it. */
  public void leave() {
    change((store, self) -> store.machines().leave(self));
  }

  private void change(BiConsumer<Store, Machine> change) {
    if (!workspace.database().isOnServer()) {
      return;
    }
    try {
      Machine self = started.get();
      workspace
          .database()
          .transact(
              store -> {
                change.accept(store, self.seen(workspace.now()));
                return store;
              });
    } catch (Problem e) {
      workspace.log().of("worker").warn("this machine could not show itself", e);
    }
  }
}
