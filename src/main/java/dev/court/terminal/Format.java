package dev.court.terminal;

/** How data is printed. The names are in lower case, as people type them. */
public enum Format {
  table,
  json,
  ndjson,
  csv
}
