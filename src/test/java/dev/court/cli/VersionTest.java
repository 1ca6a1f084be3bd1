package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commit in the manifest of a jar. That of the running program is in HelpTest. */
class VersionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "3a833df3a068, 3a833df3a068",
    "3a833df3a068-changed, 3a833df3a068-changed",
    "'', unknown",
    "${court.commit}, unknown",
    "main, unknown"
  })
  void tells_the_commit_that_a_jar_was_built_from(String written, String told) throws IOException {
    assertThat(Version.commit(jar("Commit", written))).isEqualTo(told);
  }

  @Test
  void a_jar_without_a_commit_is_of_an_unknown_one() throws IOException {
    assertThat(Version.commit(jar("Other", "3a833df3a068"))).isEqualTo("unknown");
  }

  private Path jar(String name, String value) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue(name, value);
    Path jar = folder.resolve("court.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }
}
