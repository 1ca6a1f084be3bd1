package dev.court.cli;

import static dev.court.terminal.Column.column;

import dev.court.notification.channel.Channels;
import dev.court.schedule.AccountView;
import dev.court.schedule.ListAccounts;
import dev.court.session.SessionOutlook.CredentialState;
import dev.court.settings.Settings;
import dev.court.settings.SharedOccupant;
import dev.court.terminal.Column;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import dev.court.terminal.View;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "accounts",
    description = {
      "List the people that this home books for.",
      "Each with its id at the building, its session and what opens next for it."
    })
public final class AccountsCommand implements Callable<Integer> {
  private final Supplier<Settings> settings;
  private final Supplier<ListAccounts> accounts;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  public AccountsCommand(Supplier<Settings> settings, Supplier<ListAccounts> accounts) {
    this.settings = settings;
    this.accounts = accounts;
  }

  @Override
  public Integer call() {
    List<AccountView> all = accounts.get().all();
    new Printer(court.screen(), output.format).print(all, view(settings.get()));
    if (output.format == Format.table) {
      note(all);
    }
    return ExitCodes.DONE;
  }

  private void note(List<AccountView> all) {
    if (all.isEmpty()) {
      court.say("No accounts yet: court init, court login or court add makes one.");
    }
    SharedOccupant.in(settings.get()).stream()
        .filter(one -> all.stream().anyMatch(it -> one.accounts().contains(it.name())))
        .forEach(one -> court.say("note: " + one.words()));
  }

  private View<AccountView, AccountJson> view(Settings set) {
    Phrases phrases = new Phrases(court.venue());
    return new View<>(
        List.of(
            column("ACCOUNT", AccountView::name),
            column("OCCUPANT", one -> set.occupantId(one.name()).orElse("(not set)")),
            Column.<AccountView>column("COURTS", one -> set.courts(one.name()).toString())
                .spared(3),
            Column.<AccountView>column("SCHEDULES", one -> String.valueOf(one.schedules()))
                .spared(2),
            Column.<AccountView>column("OPENS", one -> opens(one, phrases))
                .briefly(
                    one -> one.next().map(it -> phrases.brief(it.booking().opening())).orElse("")),
            Column.<AccountView>column("SESSION", one -> session(one, phrases)).wrapped(20),
            Column.<AccountView>column("CHANNELS", one -> Channels.words(set.channels(one.name())))
                .wrapped(16)
                .spared(1)),
        AccountJson.class,
        one -> AccountJson.of(one, now(one), set, phrases));
  }

  private static String opens(AccountView one, Phrases phrases) {
    return one.next().map(it -> phrases.time(it.booking().opening())).orElse("");
  }

  private AccountSession now(AccountView one) {
    return AccountSession.of(one, court.clock().instant());
  }

  private String session(AccountView one, Phrases phrases) {
    AccountSession session = now(one);
    String words =
        switch (session.word()) {
          case "signed-out" -> "none";
          case "ended" -> one.ended();
          case "untried" -> "not tried yet";
          case "run-out" -> "run out";
          default ->
              session.until() == null ? "alive" : "alive until " + phrases.time(session.until());
        };
    boolean isBegunAnew = one.session().credentials() == CredentialState.USABLE;
    return isBegunAnew && !session.word().equals("alive")
        ? words + "; the next run-due signs in"
        : words;
  }
}
