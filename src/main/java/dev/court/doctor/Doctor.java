package dev.court.doctor;

import dev.court.atrium.http.Probe;
import dev.court.backup.BackupFolder;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import dev.court.booking.UnknownId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Checks everything that a booking needs, and changes nothing: it makes no home, no key and no
 * database, migrates no schema, and refreshes no token. A check that fails does not stop the
 * others.
 */
public final class Doctor {
  private final LocalParts local;
  private final RemoteParts remote;
  private final HomeReadings read;

  /** Runs no check yet. */
  public Doctor(LocalParts local, RemoteParts remote) {
    this.local = local;
    this.remote = remote;
    this.read = new HomeReadings(local);
  }

  /**
   * Runs all checks, in the order in which a person would repair what they find; what is an
   * account's for each of them. The check of the server's clock takes some ten seconds.
   *
   * @param offline leaves out what needs the network
   */
  public List<Finding> run(boolean offline) {
    List<String> accounts = read.accounts();
    List<Check> checks = new ArrayList<>(ofHome(accounts));
    checks.addAll(ofBookings(accounts));
    if (read.isOnServer()) {
      checks.add(new MachinesCheck(read.database(), local.clock()));
    }
    if (!offline) {
      checks.addAll(there(accounts));
    }
    return checks.stream().map(Doctor::finding).toList();
  }

  private List<Check> ofHome(List<String> accounts) {
    Path folder = local.home().path();
    InstantSource clock = local.clock();
    return joined(
        List.of(new JavaCheck(remote.transport()), new HomeCheck(local.home())),
        each(accounts, one -> new SettingsCheck(read.settings(), one, local.missingSetup())),
        ofHouse(accounts),
        List.of(
            new DiskCheck(folder, read.database()),
            new PermissionsCheck(folder, local.keyring(), read.database()),
            new ZoneCheck(read.settings(), clock),
            new DatabaseCheck(read.settings(), read.database(), read.contents(), clock),
            new BackupCheck(new BackupFolder(folder), read.database(), clock),
            new KeyCheck(local.keyring(), read.snapshot())));
  }

  /** A home of one person has nothing to say of others. */
  private List<Check> ofHouse(List<String> accounts) {
    AccountsCheck check = new AccountsCheck(read.settings(), read.snapshot(), accounts);
    return check.isWorthALine() ? List.of(check) : List.of();
  }

  private List<Check> ofBookings(List<String> accounts) {
    InstantSource clock = local.clock();
    return joined(
        each(accounts, one -> new SessionCheck(read.settings(), clock, read.account(one), one)),
        List.of(new CronCheck(local.home().path(), local.cronHome(), clock, read.snapshot())),
        each(accounts, one -> new SchedulesCheck(read.settings(), clock, read.account(one), one)),
        each(accounts, one -> new OutcomesCheck(read.account(one), one)),
        each(
            accounts,
            one ->
                new NotifyCheck(
                    read.afterSettings(() -> local.channels().apply(one)),
                    read.account(one),
                    one)));
  }

  private List<Check> there(List<String> accounts) {
    Supplier<Probe> api = read.afterSettings(remote.api());
    Lazy<Latency> server =
        new Lazy<>(
            () -> Latency.of(api.get(), "api_url"),
            "not looked at, since the server does not answer");
    return joined(
        List.of(new RealmCheck(read.afterSettings(remote.realm())), new ServerCheck(server)),
        each(
            accounts,
            one ->
                new AccountCheck(
                    local,
                    read.settings(),
                    read.account(one),
                    one,
                    server,
                    () -> remote.reservations().apply(one))),
        List.of(new ClockCheck(local.clock(), remote.waiter(), api, server)));
  }

  private static List<Check> each(List<String> accounts, Function<String, Check> check) {
    return accounts.stream().<Check>map(name -> new OfAccount(check.apply(name), name)).toList();
  }

  /** A check that looks at one account. */
  private record OfAccount(Check check, String name) implements Check {

    @Override
    public String subject() {
      return check.subject();
    }

    @Override
    public Finding look() {
      return check.look();
    }

    @Override
    public Optional<String> account() {
      return Optional.of(name);
    }
  }

  @SafeVarargs
  private static List<Check> joined(List<? extends Check>... some) {
    List<Check> all = new ArrayList<>();
    for (List<? extends Check> one : some) {
      all.addAll(one);
    }
    return all;
  }

  private static Finding finding(Check check) {
    return found(check).of(check.account());
  }

  private static Finding found(Check check) {
    try {
      return check.look();
    } catch (InvalidRequest | UnknownId e) {
      // No input was given here, so what is stored or set is wrong.
      return Finding.trouble(check.subject(), new SetupProblem(e.getMessage(), e));
    } catch (Problem e) {
      return Finding.trouble(check.subject(), e);
    } catch (Skipped e) {
      return Finding.skipped(check.subject(), e.getMessage());
    } catch (RuntimeException e) {
      return Finding.defect(check.subject(), e);
    }
  }
}
