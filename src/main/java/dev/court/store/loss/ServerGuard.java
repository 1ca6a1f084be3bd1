package dev.court.store.loss;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.booking.SetupProblem;
import dev.court.files.FilePermissions;
import dev.court.files.RegularFile;
import dev.court.log.Log;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses a database on a server that went back to an older state, after its owner restored it or a
 * standby took over that had not all. The greatest number that this machine has seen committed is
 * kept in a file of its home, with the database that it belongs to. A machine whose home does not
 * outlive a command remembers nothing, and refuses nothing.
 */
public final class ServerGuard {
  private static final int MOST_BYTES = 2000;
  private static final Pattern LINE = Pattern.compile("([0-9]{1,12}) ([0-9a-f-]{36}) (\\S+)\\R?");

  private final Path file;
  private final String place;
  private final Log log;

  /**
   * The guard of this machine.
   *
   * @param file where the number is kept
   * @param place the server, the database and its schema, without a password
   */
  public ServerGuard(Path file, String place, Log log) {
    this.file = file;
    this.place = place;
    this.log = log;
  }

  private record Known(long number, String identity, String place) {}

  /**
   * Looks whether the database is what this machine knows, or newer.
   *
   * @throws SetupProblem when it is older, or another one in the same place
   */
  public void check(Connection connection) throws SQLException {
    // First the file: a process beside this one may raise both at any moment.
    Optional<Known> known = read();
    ChangeState now = ChangeNumber.state(connection).requireHere();
    if (known.filter(it -> it.identity().equals(now.identity())).isPresent()) {
      if (now.number() < known.get().number()) {
        throw refusal("went back to an older state, or has lost what was written last");
      }
    } else if (known.filter(it -> it.place().equals(place)).isPresent()) {
      throw refusal("is not the one that this machine used: it was made anew, or replaced");
    }
  }

  /** What the transaction that is about to be committed makes of the database. */
  public Committing committing(Connection connection) throws SQLException {
    ChangeNumber.name(connection);
    return new Committing(ChangeNumber.state(connection));
  }

  /** The greatest number that this machine knows; 0 where it knows none. */
  public long known() {
    return read().map(Known::number).orElse(0L);
  }

  /** A number that holds from when its transaction is committed. */
  public final class Committing {
    private final ChangeState state;

    private Committing(ChangeState state) {
      this.state = state;
    }

    /** It is committed. A failure only makes the guard weaker. */
    public void remember() {
      try {
        write(state.number() + " " + state.identity() + " " + place + "\n");
      } catch (IOException e) {
        log.warn("cannot write %s".formatted(file), e);
      }
    }
  }

  private Optional<Known> read() {
    try {
      Matcher line = LINE.matcher(new String(RegularFile.read(file, MOST_BYTES), UTF_8));
      return line.matches()
          ? Optional.of(new Known(Long.parseLong(line.group(1)), line.group(2), line.group(3)))
          : Optional.empty();
    } catch (IOException e) {
      // It is absent or cannot be read: nothing is known.
      return Optional.empty();
    }
  }

  /** In one write, which a killed process makes whole or not at all. */
  private void write(String line) throws IOException {
    RegularFile.check(file);
    byte[] bytes = line.getBytes(UTF_8);
    try (FileChannel channel =
        FileChannel.open(
            file,
            EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            FilePermissions.ofNewFile(file))) {
      channel.write(ByteBuffer.wrap(bytes), 0);
      channel.truncate(bytes.length);
    }
  }

  private SetupProblem refusal(String what) {
    return new SetupProblem(
        ("the database %s %s: 'court backup accept' goes on with it as it is, and looks up what may"
                + " have been booked since")
            .formatted(place, what));
  }
}
