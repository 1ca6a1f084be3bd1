package dev.court.transfer;

import dev.court.booking.InvalidRequest;
import dev.court.files.RegularFile;
import dev.court.json.Json;
import dev.court.store.AllRows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The file of {@link HomeExport}: a line with the {@link Head}, a line for each row by its table,
 * and a last line with their number, without which it is cut off. It is written and read row by
 * row: that of many accounts is larger than the memory.
 *
 * @param counts how many rows each table has
 */
record HomeFile(Path path, Head head, Map<String, Integer> counts) {
  static final String KIND = "home";
  private static final String END = "rows";

  /**
   * The first line.
   *
   * @param court {@link #KIND}
   * @param schema the schema that the rows are of
   * @param exported the instant
   */
  record Head(String court, int schema, String exported) {}

  /** Whether a text begins as such a file does. */
  static boolean isBeginning(String text) {
    return text.startsWith("{\"court\":\"home\"");
  }

  /** Whether a file begins as such a file does. A pipe is none: what is read of it is gone. */
  static boolean isOne(Path file) {
    if (RegularFile.isSomethingElse(file)) {
      return false;
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      char[] start = new char[20];
      int length = lines.read(start);
      return length > 0 && isBeginning(new String(start, 0, length));
    } catch (IOException e) {
      // What reads it next says why it cannot.
      return false;
    }
  }

  /**
   * Writes one.
   *
   * @return how many rows there are
   * @throws UncheckedIOException when the writer fails
   */
  static int write(Head head, AllRows all, Writer writer) {
    int[] rows = new int[1];
    line(writer, head);
    for (String table : AllRows.TABLES) {
      all.each(
          table,
          row -> {
            line(writer, Map.of(table, row));
            rows[0]++;
          });
    }
    line(writer, Map.of(END, rows[0]));
    return rows[0];
  }

  private static void line(Writer writer, Object value) {
    try {
      writer.append(Json.write(value)).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Looks through one, and keeps none of its rows.
   *
   * @throws InvalidRequest when it is cut off or damaged
   */
  static HomeFile of(Path file) {
    Map<String, Integer> counts = new HashMap<>();
    Head head = read(file, (table, row) -> counts.merge(table, 1, Integer::sum));
    return new HomeFile(file, head, counts);
  }

  int count(String table) {
    return counts.getOrDefault(table, 0);
  }

  /**
   * Gives each row with its table.
   *
   * @throws InvalidRequest when it was cut off or damaged meanwhile
   */
  void each(BiConsumer<String, Map<String, Object>> taker) {
    Head unused = read(path, taker);
  }

  private static Head read(Path file, BiConsumer<String, Map<String, Object>> taker) {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Head head = Json.read(lines.readLine(), Head.class);
      int count = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Map.Entry<String, Object> entry = entry(line);
        if (entry.getKey().equals(END)) {
          if (!entry.getValue().equals(count)) {
            throw new InvalidRequest("lacks rows: export it anew");
          }
          return head;
        }
        taker.accept(entry.getKey(), row(entry.getValue()));
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
