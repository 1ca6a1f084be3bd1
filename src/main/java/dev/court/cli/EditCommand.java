package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.planning.PlanOptions;
import dev.court.planning.RequestMaker;
import dev.court.planning.RequestOptions;
import dev.court.schedule.ChangeSchedules;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "edit", description = "Change a schedule; what is not named stays as it is.")
public final class EditCommand implements Callable<Integer> {
  private static final RequestOptions NOTHING =
      new RequestOptions(PlanOptions.NONE, null, null, null, null, null, null, null);

  private final Supplier<RequestMaker> requests;
  private final Supplier<ChangeSchedules> change;

  @ParentCommand CourtCommand court;
  @Mixin PlayOptions play;

  @Parameters(paramLabel = "ID", description = "The id of a schedule, as court list shows it.")
  String id;

  public EditCommand(Supplier<RequestMaker> requests, Supplier<ChangeSchedules> change) {
    this.requests = requests;
    this.change = change;
  }

  @Override
  public Integer call() {
    RequestOptions options = play.options();
    if (options.equals(NOTHING)) {
      throw new InvalidRequest("name what to change, such as --court 2,1 or --duration 60");
    }
    Instant now = court.clock().instant();
    ChangeSchedules.Changed changed =
        change.get().edit(IdArguments.id(id), asked -> requests.get().change(asked, options, now));
    new ChangeReport(court).print("Changed", changed);
    return ExitCodes.DONE;
  }
}
