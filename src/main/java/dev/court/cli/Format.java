package dev.court.cli;

/** How data is printed. Lower case, as people type it. */
enum Format {
  table,
  json,
  ndjson,
  csv
}
