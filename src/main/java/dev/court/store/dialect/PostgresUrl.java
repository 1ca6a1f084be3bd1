package dev.court.store.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.booking.InvalidRequest;
import dev.court.secret.Secret;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a PostgreSQL is. Read from the URL that a platform hands out ({@code
 * postgres://user:password@host:5432/database?sslmode=require}), or from the one of JDBC.
 *
 * @param hosts one or more, each with its port, separated by commas
 * @param database the name of the database
 * @param user null where none is named
 * @param password null where none is given: the driver looks into the password file then
 * @param options the other parameters, by the names that the driver has for them
 */
record PostgresUrl(
    String hosts, String database, String user, Secret password, Map<String, String> options) {

  private static final Pattern SCHEME =
      Pattern.compile("(?:jdbc:postgresql|postgres|postgresql):", Pattern.CASE_INSENSITIVE);

  private static final Pattern HOST =
      Pattern.compile("(?:\\[[0-9a-fA-F:.]+\\]|[^:\\[\\]\\s]+)(?::(?<port>\\d{1,5}))?");

  private static final int HIGHEST_PORT = 65_535;

  /** The user and the password may hold any character that the platform forgot to encode. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "//(?:(?<login>[^/?]*)@)?(?<hosts>[^/?@]+)(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?");

  private static final String EXAMPLE = "write it such as postgresql://user:password@host/database";

  /** The names of libpq, which platforms use, with those of the driver. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "connect_timeout", "connectTimeout",
          "channel_binding", "channelBinding",
          "gssencmode", "gssEncMode",
          "passfile", "passfile");

  private static final String USER = "user";
  private static final String PASSWORD = "password";
  private static final String SSL_MODE = "sslmode";
  private static final List<String> SSL_MODES =
      List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
  private static final String ROOT_CERTIFICATE = "sslrootcert";
  private static final String SSL_FACTORY = "sslfactory";

  /** Checks against the authorities that Java trusts, as a browser does. */
  private static final String JAVA_TRUST = "org.postgresql.ssl.DefaultJavaSSLFactory";

  static boolean accepts(String url) {
    return SCHEME.matcher(url).lookingAt();
  }

  /**
   * Reads a URL.
   *
   * @throws InvalidRequest when it names no server; the message does not repeat it, for the
   *     password in it
   */
  static PostgresUrl parse(String url) {
    Matcher scheme = SCHEME.matcher(url);
    if (!scheme.lookingAt()) {
      throw new InvalidRequest("is no URL of a PostgreSQL: " + EXAMPLE);
    }
    Matcher parts = ADDRESS.matcher(url.substring(scheme.end()));
    if (!parts.matches()) {
      throw new InvalidRequest("names no server: " + EXAMPLE);
    }
    Map<String, String> options = options(parts.group("query"));
    String[] login = Optional.ofNullable(parts.group("login")).orElse("").split(":", 2);
    String user = first(login[0], options.remove(USER));
    String password = first(login.length > 1 ? login[1] : "", options.remove(PASSWORD));
    String database = decoded(Optional.ofNullable(parts.group("database")).orElse(""));
    if (database.isEmpty() && user == null) {
      throw new InvalidRequest("names no database: " + EXAMPLE);
    }
    return new PostgresUrl(
        hosts(parts.group("hosts")),
        database.isEmpty() ? user : database,
        user,
        password == null ? null : Secret.of(password),
        options);
  }

  /** For the driver; without the password. */
  String jdbc() {
    return "jdbc:postgresql://" + hosts + "/" + URLEncoder.encode(database, UTF_8);
  }

  /** What tells this database from others, without blanks. */
  String place() {
    String schema = options.getOrDefault("currentSchema", options.getOrDefault("options", ""));
    return (schema.isEmpty() ? shown() : shown() + "?" + schema).replaceAll("\\s", "_");
  }

  /** For messages. */
  String shown() {
    return hosts + "/" + database;
  }

  /**
   * The parameters for TLS, where the URL names none: what goes over a network is encrypted, and
   * the server has to prove its name.
   */
  Map<String, String> tls() {
    boolean isChosen = options.containsKey(SSL_MODE);
    if (!isChosen && isLoopback()) {
      return Map.of(SSL_MODE, "prefer");
    }
    String mode = options.getOrDefault(SSL_MODE, "verify-full");
    boolean isVerified = mode.startsWith("verify-");
    return isVerified && !options.containsKey(ROOT_CERTIFICATE)
        ? Map.of(SSL_MODE, mode, SSL_FACTORY, options.getOrDefault(SSL_FACTORY, JAVA_TRUST))
        : Map.of(SSL_MODE, mode);
  }

  boolean isLoopback() {
    return Stream.of(hosts.split(",", -1))
        .allMatch(host -> host.matches("(localhost|127\\.[0-9.]+|\\[::1\\])(:\\d+)?"));
  }

  private static String hosts(String hosts) {
    for (String host : hosts.split(",", -1)) {
      Matcher parts = HOST.matcher(host);
      if (!parts.matches() || !isPort(parts.group("port"))) {
        throw new InvalidRequest("names no host and port: " + EXAMPLE);
      }
    }
    return hosts;
  }

  private static boolean isPort(String port) {
    return port == null || (Integer.parseInt(port) > 0 && Integer.parseInt(port) <= HIGHEST_PORT);
  }

  private static Map<String, String> options(String query) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String part : query == null ? List.<String>of() : List.of(query.split("&", -1))) {
      String[] pair = part.split("=", 2);
      if (pair.length == 2 && !pair[1].isEmpty()) {
        String name = decoded(pair[0]);
        options.put(DRIVER_NAMES.getOrDefault(name, name), decoded(pair[1]));
      }
    }
    if (!SSL_MODES.contains(options.getOrDefault(SSL_MODE, SSL_MODES.get(0)))) {
      throw new InvalidRequest("sslmode is none of " + String.join(", ", SSL_MODES));
    }
    if ("system".equals(options.get(ROOT_CERTIFICATE))) {
      options.remove(ROOT_CERTIFICATE);
    }
    return options;
  }

  /** Null when both are empty. */
  private static String first(String encoded, String other) {
    return encoded.isEmpty() ? other : decoded(encoded);
  }

  /** A plus sign is itself, and a percent sign that begins no code too. */
  private static String decoded(String text) {
    String codes = text.replace("+", "%2B").replaceAll("%(?![0-9a-fA-F]{2})", "%25");
    return URLDecoder.decode(codes, UTF_8);
  }

  /** Without the password, also where it stands among the options. */
  @Override
  public String toString() {
    return options.keySet().stream().collect(Collectors.joining(",", shown() + "[", "]"));
  }
}
