package dev.court.transfer;

import dev.court.booking.InvalidRequest;
import dev.court.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file of {@link HomeExport}: a line with the {@link Head}, a line for each row by its table,
 * and a last line with their number, without which it is cut off.
 */
record HomeFile(Head head, Map<String, List<Map<String, Object>>> rows) {
  static final String KIND = "home";
  static final String END = "rows";

  /**
   * The first line.
   *
   * @param court {@link #KIND}
   * @param schema the schema that the rows are of
   * @param exported the instant
   */
  record Head(String court, int schema, String exported) {}

  /** Whether a file begins as such a file does. */
  static boolean isOne(Path file) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      char[] start = new char[20];
      int length = lines.read(start);
      return length > 0 && new String(start, 0, length).startsWith("{\"court\":\"home\"");
    } catch (IOException e) {
      // What reads it next says why it cannot.
      return false;
    }
  }

  /**
   * Reads one.
   *
   * @throws InvalidRequest when it is cut off or damaged
   */
  static HomeFile read(Path file) {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Head head = Json.read(lines.readLine(), Head.class);
      Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
      int count = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Map.Entry<String, Object> entry = entry(line);
        if (entry.getKey().equals(END)) {
          if (!entry.getValue().equals(count)) {
            throw new InvalidRequest("lacks rows: export it anew");
          }
          return new HomeFile(head, rows);
        }
        rows.computeIfAbsent(entry.getKey(), table -> new ArrayList<>()).add(row(entry.getValue()));
        count++;
      }
      throw new InvalidRequest("is cut off: export it anew");
    } catch (IOException e) {
      throw new InvalidRequest("cannot be read: " + e.getMessage(), e);
    }
  }

  private static Map.Entry<String, Object> entry(String line) {
    if (Json.tree(line) instanceof Map<?, ?> map && map.size() == 1) {
      Map.Entry<?, ?> only = map.entrySet().iterator().next();
      return Map.entry(only.getKey().toString(), only.getValue());
    }
    throw new InvalidRequest("is damaged: export it anew");
  }

  private static Map<String, Object> row(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> row = new LinkedHashMap<>();
      map.forEach((column, cell) -> row.put(column.toString(), cell));
      return row;
    }
    throw new InvalidRequest("is damaged: export it anew");
  }
}
