package dev.court;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types that a contributor reads of are there, tests included. */
class DocsTest {
  /** A type in backticks, with its room or without; what has a blank or a bracket is no type. */
  private static final Pattern TYPE = Pattern.compile("`(?:[a-z]+\\.)*([A-Z][a-z]\\w+)`");

  /** Words of HTTP and of Java itself. */
  private static final Set<String> OTHERS = Set.of("Date", "Dockerfile");

  private static final Set<String> TYPES =
      new ClassFileImporter()
          .importPackages("dev.court").stream().map(JavaClass::getSimpleName).collect(toSet());

  @ParameterizedTest
  @ValueSource(strings = {"docs/architecture.md", "docs/protocols.md", "CONTRIBUTING.md"})
  void a_type_that_is_named_is_there(String document) throws IOException {
    String text = Files.readString(Path.of(document));

    assertThat(TYPE.matcher(text).results().toList()).isNotEmpty();
    assertThat(TYPE.matcher(text).results().map(found -> found.group(1)))
        .filteredOn(name -> !OTHERS.contains(name))
        .isSubsetOf(TYPES);
  }
}
