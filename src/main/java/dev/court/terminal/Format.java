package dev.court.terminal;

/** How data is printed. Lower case, as people type it. */
public enum Format {
  table,
  json,
  ndjson,
  csv
}
