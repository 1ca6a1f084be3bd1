package dev.court;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URLConnection;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Holds the arrows between the packages, and what must stand in one place only. */
class ArchitectureTest {
  private static final JavaClasses COURT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.court");

  private static final String ROOT = "dev.court";

  /** Each package with those of ours that it may know; the root may know them all. */
  private static final Map<String, List<String>> KNOWS =
      Map.ofEntries(
          Map.entry(
              "cli",
              List.of(
                  "checkup",
                  "operation",
                  "sandbox",
                  "settings",
                  "booking",
                  "json",
                  "notify",
                  "text",
                  "manual",
                  "host")),
          Map.entry(
              "checkup",
              List.of("operation", "store", "atrium", "settings", "notify", "secret", "booking")),
          Map.entry(
              "operation",
              List.of(
                  "ical", "store", "atrium", "settings", "notify", "json", "secret", "booking")),
          Map.entry("ical", List.of("booking")),
          Map.entry("store", List.of("booking", "secret")),
          Map.entry("atrium", List.of("booking", "secret", "json", "page", "wire")),
          Map.entry("wire", List.of()),
          Map.entry("page", List.of()),
          Map.entry("manual", List.of()),
          Map.entry("host", List.of("booking")),
          Map.entry("sandbox", List.of("booking", "json")),
          Map.entry("settings", List.of("booking", "json", "notify", "secret")),
          Map.entry("notify", List.of("booking", "json", "mail", "secret")),
          Map.entry("mail", List.of("secret")),
          Map.entry("json", List.of()),
          Map.entry("text", List.of()),
          Map.entry("secret", List.of()),
          Map.entry("booking", List.of()));

  static final Set<String> PACKAGES = KNOWS.keySet();

  /** Each library with those that may know it: the one package that hides it. */
  private static final Map<String, List<String>> HIDDEN_BY =
      Map.ofEntries(
          Map.entry("picocli..", List.of(ours("cli"), ROOT)),
          Map.entry("com.fasterxml.jackson..", List.of(ours("json"))),
          Map.entry("net.fortuna.ical4j..", List.of(ours("ical"))),
          Map.entry("com.google.crypto.tink..", List.of(ours("secret"))),
          Map.entry("org.jsoup..", List.of(ours("page"))),
          Map.entry("org.jline..", List.of(ours("text"))),
          Map.entry("java.net.http..", List.of(ours("atrium"))),
          Map.entry("org.apache.hc..", List.of(ours("wire"))),
          Map.entry("jakarta.mail..", List.of(ours("mail"))),
          Map.entry("com.sun.net.httpserver..", List.of(ours("sandbox"))),
          Map.entry("java.sql..", List.of(ours("store"))),
          Map.entry("javax.sql..", List.of(ours("store"))));

  static final Set<String> LIBRARIES = HIDDEN_BY.keySet();

  @ParameterizedTest
  @FieldSource("PACKAGES")
  void a_package_knows_only_those_below_it(String name) {
    check(
        noClasses()
            .that()
            .resideInAPackage(ours(name))
            .should()
            .dependOnClassesThat(
                resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(knownTo(name))))));
  }

  @Test
  void a_new_package_is_given_its_place_here_first() {
    String[] places =
        Stream.concat(Stream.of(ROOT), PACKAGES.stream().map(ArchitectureTest::ours))
            .toArray(String[]::new);

    check(classes().should().resideInAnyPackage(places));
  }

  @Test
  void no_packages_know_each_other_in_a_circle() {
    check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
  }

  @ParameterizedTest
  @FieldSource("LIBRARIES")
  void a_library_is_hidden_by_one_package(String library) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(HIDDEN_BY.get(library).toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library));
  }

  @Test
  void the_old_client_of_the_jdk_sends_messages_only() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ours("notify"))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(URLConnection.class));
  }

  @Test
  void the_rules_of_booking_need_the_language_only() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ours("booking"))
            .should()
            .dependOnClassesThat(
                not(resideInAnyPackage("java..", ours("booking")))
                    .or(resideInAnyPackage("java.sql..", "java.net.."))));
  }

  @Test
  void the_streams_and_the_exit_belong_to_the_entry_point() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .accessTargetWhere(touches(System.class, "in", "out", "err", "exit")));
  }

  @Test
  void the_host_is_asked_for_its_clock_zone_and_settings_by_the_wiring_alone() {
    check(
        noClasses()
            .that()
            .haveNameNotMatching("dev\\.court\\.Wiring(\\$.*)?")
            .should()
            .accessTargetWhere(
                touches(System.class, "currentTimeMillis", "getenv", "getProperty")
                    .or(touches(TimeZone.class, "getDefault"))
                    .or(touches(Locale.class, "getDefault"))
                    .or(asksTheHostForTimeOrZone())));
  }

  @Test
  void no_name_says_less_than_it_could() {
    check(noClasses().should().haveNameMatching(".*(Utils?|Manager|Impl|Helper)"));
  }

  @Test
  void nothing_static_changes() {
    check(fields().that().areStatic().should().beFinal());
  }

  /** A package may still be empty; its rule then waits for its first class. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(COURT);
  }

  private static String ours(String name) {
    return ROOT + "." + name + "..";
  }

  private static String[] knownTo(String name) {
    return Stream.concat(Stream.of(name), KNOWS.get(name).stream())
        .map(ArchitectureTest::ours)
        .toArray(String[]::new);
  }

  /** Calls, method references and field reads alike. */
  private static DescribedPredicate<JavaAccess<?>> touches(Class<?> owner, String... names) {
    Set<String> wanted = Set.of(names);
    return target(
        owner.getSimpleName() + " " + wanted,
        target -> target.getOwner().isEquivalentTo(owner) && wanted.contains(target.getName()));
  }

  /** {@code now(Clock)} is fine, since that clock was handed over. */
  private static DescribedPredicate<JavaAccess<?>> asksTheHostForTimeOrZone() {
    return target(
        "the host's clock or zone",
        target ->
            target.getOwner().getPackageName().startsWith("java.time")
                && (target.getName().matches("system.*|tick[A-Z].*")
                    || (target.getName().equals("now") && !takesClock(target))));
  }

  private static boolean takesClock(AccessTarget target) {
    return target instanceof CodeUnitAccessTarget code
        && code.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static DescribedPredicate<JavaAccess<?>> target(
      String description, Predicate<AccessTarget> test) {
    return describe(description, access -> test.test(access.getTarget()));
  }
}
