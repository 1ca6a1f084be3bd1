package dev.court.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads and writes JSON: records with snake_case names, {@code java.time} as ISO-8601 text with its
 * own offset; unknown fields are ignored. Refuses duplicate names in one object, a null or missing
 * primitive, and any text after the end.
 */
public final class Json {
  private static final JsonMapper MAPPER = Mappers.reading();
  private static final ObjectWriter PRETTY = MAPPER.writer(Mappers.indented());

  private Json() {}

  /**
   * Reads one value.
   *
   * @throws JsonException when the text is no JSON, or not of that type
   */
  public static <T> T read(String text, Class<T> type) {
    return notNull(parse(text, () -> MAPPER.readValue(text, type)));
  }

  /**
   * Reads a value of unknown shape: {@code Map<String, Object>} in the order of the text, {@code
   * List<Object>}, String, Integer, Long, BigInteger, BigDecimal, Boolean or null.
   *
   * @throws JsonException when the text is no JSON
   */
  public static Object tree(String text) {
    return parse(text, () -> MAPPER.readValue(text, Object.class));
  }

  /**
   * Cuts an array into its entries unread, so that one bad entry need not stop the others.
   *
   * @throws JsonException when the text is no array, or breaks off
   */
  public static List<Item> items(String text) {
    return parse(text, () -> Items.cut(MAPPER.createParser(text), text));
  }

  /** The names of the fields that {@link #write} gives a record, in order. */
  public static List<String> names(Class<?> shape) {
    return Arrays.stream(shape.getRecordComponents()).flatMap(Json::names).toList();
  }

  private static Stream<String> names(RecordComponent field) {
    return field.isAnnotationPresent(Flattened.class)
        ? names(field.getType()).stream()
        : Stream.of(field.getName().replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT));
  }

  /** One line, nulls kept; with a line feed after it, a line of ndjson. */
  public static String write(Object value) {
    return written(() -> MAPPER.writeValueAsString(value));
  }

  /** Indented by two spaces, without a line feed at the end. */
  public static String pretty(Object value) {
    return written(() -> PRETTY.writeValueAsString(value));
  }

  /**
   * One entry of an array.
   *
   * @param index from 0
   * @param line of its first character in the whole text, from 1
   * @param column of its first character in the whole text, from 1
   * @param text the entry alone
   */
  public record Item(int index, int line, int column, String text) {

    /**
     * Reads the entry.
     *
     * @throws JsonException with the place in the whole text
     */
    public <T> T read(Class<T> type) {
      try {
        return Json.read(text, type);
      } catch (JsonException e) {
        throw e.within(this);
      }
    }
  }

  private static <T> T notNull(T value) {
    if (value == null) {
      throw new JsonException("is null", 1, 1, null);
    }
    return value;
  }

  private static <T> T parse(String text, Step<T> step) {
    try {
      return step.run();
    } catch (JacksonException e) {
      throw Explanation.of(e, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String written(Step<String> step) {
    try {
      return step.run();
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be written as JSON", e);
    }
  }

  private interface Step<T> {
    T run() throws IOException;
  }
}
