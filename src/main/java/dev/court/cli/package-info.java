/**
 * The command line: one class for each command, exit codes, and everything that is printed. A
 * command reads its options, calls a use case, prints, and returns an exit code.
 */
package dev.court.cli;
