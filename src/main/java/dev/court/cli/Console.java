package dev.court.cli;

import java.io.InputStream;
import java.io.PrintWriter;

/**
 * The streams of a command.
 *
 * @param isTerminal whether a person sits at both ends, so that prompts make sense
 */
public record Console(InputStream in, PrintWriter out, PrintWriter err, boolean isTerminal) {}
