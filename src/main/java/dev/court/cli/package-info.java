/**
 * The terminal side: one class a command, exit codes, everything printed. A command parses, calls
 * one operation, prints, and returns a code.
 */
package dev.court.cli;
