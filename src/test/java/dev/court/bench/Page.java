package dev.court.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The page that the bench leaves behind.
 *
 * @param command what to type to get it
 * @param loadBefore of the machine, for each core
 */
record Page(String command, Instant began, String loadBefore, Scale scale, List<Finding> findings) {

  @Override
  public String toString() {
    return """
        # Benchmarks

        Written by `%s`, which measures all of it in one run.

        | | |
        |---|---|
        | date | %s |
        | processor | %s, %s cores |
        | system | %s |
        | Java | %s |
        | load average for each core | %s before, %s after%s |

        ## Figures

        %s

        Percentiles are by nearest rank. A goal counts as met only if no opening was lost.

        ## How the arrivals are spread

        Openings whose request came so many milliseconds after it, at most.

        %s

        ## What the rows mean

        %s
        """
        .formatted(
            command,
            began.atOffset(ZoneOffset.UTC).toLocalDate(),
            Machine.processor(),
            Machine.cores(),
            Machine.system(),
            Machine.java(),
            loadBefore,
            Machine.load(),
            warning(),
            Tables.figures(findings),
            Tables.histogram(findings),
            Meaning.text(scale));
  }

  private String warning() {
    return Machine.isBusy()
        ? "; above 1 others want the processor too, and the figures say less about court"
        : "";
  }
}
