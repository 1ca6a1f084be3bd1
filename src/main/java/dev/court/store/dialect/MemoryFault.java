package dev.court.store.dialect;

import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import java.sql.SQLException;
import java.util.Optional;

/** Java itself had too little memory, which both drivers tell as an error of the database. */
final class MemoryFault {
  /** Of H2. */
  private static final int OUT_OF_MEMORY = 90108;

  private MemoryFault() {}

  /** Empty where the error is another one. */
  static Optional<Problem> of(SQLException e) {
    return isOutOfMemory(e)
        ? Optional.of(
            new SetupProblem(
                "Java has too little memory for so much at once: give it more, as with"
                    + " COURT_JAVA_OPTS=-Xmx512m",
                e))
        : Optional.empty();
  }

  private static boolean isOutOfMemory(SQLException e) {
    for (Throwable one = e; one != null; one = one.getCause()) {
      if (one instanceof OutOfMemoryError
          || (one instanceof SQLException sql && sql.getErrorCode() == OUT_OF_MEMORY)) {
        return true;
      }
    }
    return false;
  }
}
