package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFileTest {
  @TempDir Path folder;

  @Test
  void is_the_folder_of_the_classes_where_there_is_no_jar() {
    assertThat(ProgramFile.of(ProgramFile.class).resolve("dev/court/cli/ProgramFile.class"))
        .isRegularFile();
  }

  @Test
  void is_the_jar_that_the_loader_read_whatever_its_path() throws Exception {
    Path jar = folder.resolve("a b%20é!.jar");
    write(jar);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      assertThat(ProgramFile.of(loader.loadClass(ProgramFile.class.getName()))).isEqualTo(jar);
    }
  }

  private static void write(Path jar) throws IOException {
    String name = "dev/court/cli/ProgramFile.class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        InputStream in = ProgramFile.class.getResourceAsStream("/" + name)) {
      out.putNextEntry(new JarEntry(name));
      in.transferTo(out);
    }
  }
}
