package dev.court.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The smallest programs there are without a database and with one: what a program on H2 costs at
 * least, whatever it does. Both have an archive of their classes, as court has.
 *
 * @param java the program
 * @param classPath of nothing but jars
 * @param url of a database that has nothing in it
 */
record EmptyDatabase(String java, String classPath, String url) {
  private static final String READ = ";ACCESS_MODE_DATA=r";

  /** Opens it for reading, as {@code court list} opens its own. */
  public static void main(String[] args) throws SQLException {
    try (Connection connection = new org.h2.Driver().connect(args[0], new Properties())) {
      System.out.println(connection.isValid(0));
    }
  }

  /** Makes the database and the archive. */
  static EmptyDatabase make(Ground ground) throws IOException, InterruptedException {
    Path jar = ground.file("empty.jar");
    pack(ground, jar);
    EmptyDatabase made =
        new EmptyDatabase(
            ground.java(), jar + ":" + h2(ground), "jdbc:h2:file:" + ground.file("empty"));
    String main = EmptyDatabase.class.getName();
    ground.complete(Map.of(), made.command("-Xshare:auto", main, made.url));
    String archiving = "-XX:ArchiveClassesAtExit=" + made.archive();
    ground.complete(Map.of(), made.command(archiving, main, made.url + READ));
    return made;
  }

  List<String> open() {
    return command(archived(), EmptyDatabase.class.getName(), url + READ);
  }

  List<String> hello() {
    return command(archived(), Hello.class.getName());
  }

  private String archived() {
    return "-XX:SharedArchiveFile=" + archive();
  }

  private String archive() {
    return classPath.replaceFirst("[.]jar:.*", ".jsa");
  }

  /** With the options of the launcher. */
  private List<String> command(String option, String... mainAndArguments) {
    return Stream.concat(
            Stream.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                option,
                "-cp",
                classPath),
            Stream.of(mainAndArguments))
        .toList();
  }

  /** An archive takes its classes from jars alone. */
  private static void pack(Ground ground, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(file)) {
      for (Class<?> one : List.of(Hello.class, EmptyDatabase.class)) {
        String name = one.getName().replace('.', '/') + ".class";
        packed.putNextEntry(new JarEntry(name));
        packed.write(
            Files.readAllBytes(ground.checkout().resolve("target/test-classes").resolve(name)));
      }
    }
  }

  private static Path h2(Ground ground) throws IOException {
    try (Stream<Path> jars = Files.list(ground.checkout().resolve("target/lib"))) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith("h2-"))
          .findFirst()
          .orElseThrow();
    }
  }
}
