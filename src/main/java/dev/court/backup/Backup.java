package dev.court.backup;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A copy of the database.
 *
 * @param name what a person calls it
 * @param made when it was made
 * @param file SQL statements, compressed with gzip
 */
public record Backup(String name, Instant made, long bytes, Path file) {}
