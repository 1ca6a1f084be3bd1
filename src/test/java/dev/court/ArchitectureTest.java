package dev.court;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URLConnection;
import java.time.Clock;
import java.util.LinkedHashMap;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the arrows between the packages, and what must stand in one place only. */
class ArchitectureTest {
  private static final JavaClasses COURT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.court");

  private static final String ROOT = "dev.court";

  /**
   * Each room of the house, from the roof down, with the rooms that it uses. An arrow leads to a
   * room that stands later in this list, so there is no circle. The root uses them all.
   */
  private static final String HOUSE =
      """
      cli.setup -> cli doctor held notification notification.channel planning schedule session settings \
      workspace host terminal json log text booking
      cli -> doctor settings worker held run run.accounts run.idle backup transfer notification notification.channel schedule \
      schedule.house schedule.alternative session \
      planning planning.words workspace sandbox host terminal booking.json manual json log files text booking
      doctor -> settings run run.clock run.idle backup notification notification.channel schedule session workspace \
      atrium.reservations atrium.http store store.dialect secret files text booking
      settings -> notification.channel atrium.reservations atrium.http store store.lock store.dialect json secret \
      log files text booking
      held -> schedule schedule.house schedule.part session planning workspace atrium.reservations store log secret booking
      worker -> run run.accounts notification backup workspace store.change booking
      run.accounts -> run run.standby notification schedule session workspace store log booking
      run -> run.opening run.byhand run.standby run.shots run.clock notification schedule schedule.house schedule.alternative session \
      workspace atrium.reservations atrium.http store store.machine secret log text booking
      run.opening -> run.byhand run.standby run.shots run.clock session workspace atrium.reservations atrium.http \
      store secret log text booking
      run.byhand -> run.standby notification schedule schedule.alternative workspace atrium.reservations store log booking
      run.standby -> workspace store store.machine log booking
      run.clock -> workspace atrium.http
      run.shots -> log files booking
      run.idle -> session workspace store log files booking
      backup -> schedule workspace store files log booking
      transfer -> schedule schedule.alternative session planning workspace ics recurrence store json files text booking
      notification -> notification.channel schedule workspace store booking.json json secret \
      text log booking
      notification.channel -> network json secret log files text booking
      schedule -> schedule.house schedule.alternative schedule.part session planning workspace store text booking
      schedule.house -> schedule.alternative session store text booking
      schedule.alternative -> store booking
      schedule.part -> store booking
      session -> workspace atrium.realm store store.lock secret log text booking
      planning.words -> planning recurrence text booking
      planning -> recurrence text booking
      workspace -> store log files text booking
      ics -> recurrence text booking
      recurrence -> text booking
      atrium.reservations -> atrium.http json secret text booking
      atrium.realm -> atrium.http secret
      atrium.http -> network json secret log text booking
      store -> store.lock store.loss store.machine store.schema store.change store.dialect secret log text booking
      store.lock -> store.dialect log files booking
      store.loss -> store.schema store.dialect log files booking
      store.machine -> store.dialect
      store.schema -> store.dialect booking
      store.change -> store.dialect log booking
      store.dialect -> secret log booking
      sandbox -> sandbox.realm sandbox.http json text booking
      sandbox.realm -> sandbox.http json
      sandbox.http -> json booking
      host -> files text booking
      terminal -> json text
      booking.json -> json text booking
      manual -> text
      json -> text
      secret -> files
      log -> files text
      network ->
      files ->
      text ->
      booking ->
      """;

  /** Classes of the terminal and the commands that ask for the length of what they do not show. */
  private static final String COUNT_LETTERS =
      ".*\\.(Cells|ColorChoice|InputLines|Spelling|CommandDocExtractor)";

  private static final Map<String, List<String>> ROOMS = rooms();

  static final Set<String> PACKAGES = ROOMS.keySet();

  private static Map<String, List<String>> rooms() {
    Map<String, List<String>> rooms = new LinkedHashMap<>();
    for (String line : HOUSE.lines().toList()) {
      String[] room = line.split(" ->", 2);
      rooms.put(
          room[0], Stream.of(room[1].split(" +", -1)).filter(used -> !used.isEmpty()).toList());
    }
    return rooms;
  }

  /** Each library with the package that hides it, first, and those that still see it. */
  private static final Map<String, List<String>> HIDDEN_BY =
      Map.ofEntries(
          Map.entry("picocli..", List.of("cli", "cli.setup")),
          Map.entry("com.fasterxml.jackson..", List.of("json")),
          Map.entry("net.fortuna.ical4j..", List.of("recurrence")),
          Map.entry("com.github.mangstadt.vinnie..", List.of("ics")),
          Map.entry("com.google.crypto.tink..", List.of("secret")),
          Map.entry("org.jsoup..", List.of("atrium.realm")),
          Map.entry("org.jline..", List.of("terminal")),
          Map.entry("java.net.http..", List.of("atrium.http")),
          Map.entry("org.apache.hc..", List.of("atrium.http")),
          Map.entry("jakarta.mail..", List.of("notification.channel")),
          Map.entry("java.util.logging..", List.of("log")),
          Map.entry("org.h2..", List.of("store.dialect")),
          Map.entry("org.postgresql..", List.of("store.dialect")),
          Map.entry(
              "java.sql..",
              List.of(
                  "store",
                  "store.lock",
                  "store.loss",
                  "store.machine",
                  "store.schema",
                  "store.change",
                  "store.dialect")));

  static final Set<String> LIBRARIES = HIDDEN_BY.keySet();

  @ParameterizedTest
  @FieldSource("PACKAGES")
  void a_room_uses_only_rooms_below_it(String room) {
    assertThat(used(room)).isSubsetOf(ROOMS.get(room));
  }

  /** So that the list above tells how the house is, not how it once was. */
  @ParameterizedTest
  @FieldSource("PACKAGES")
  void every_arrow_of_the_list_is_there(String room) {
    assertThat(used(room)).containsAll(ROOMS.get(room));
  }

  @ParameterizedTest
  @FieldSource("PACKAGES")
  void every_arrow_runs_down(String room) {
    List<String> order = List.copyOf(PACKAGES);

    assertThat(ROOMS.get(room))
        .allSatisfy(used -> assertThat(order.indexOf(used)).isGreaterThan(order.indexOf(room)));
  }

  @Test
  void every_package_has_its_place_in_the_list() {
    Set<String> there = COURT.stream().map(ArchitectureTest::room).collect(toSet());

    assertThat(there).isEqualTo(Stream.concat(Stream.of(""), PACKAGES.stream()).collect(toSet()));
  }

  @Test
  void a_package_is_small_enough_to_be_read() {
    Map<String, Long> files =
        COURT.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(one -> !one.getSimpleName().equals("package-info"))
            .collect(groupingBy(ArchitectureTest::room, counting()));

    files.remove("cli");
    assertThat(files.values()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(40));
  }

  @ParameterizedTest
  @FieldSource("LIBRARIES")
  void a_library_is_hidden_by_one_package(String library) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                HIDDEN_BY.get(library).stream().map(ArchitectureTest::ours).toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library));
  }

  /** Otherwise the rule above would hold of a library that nobody uses. */
  @ParameterizedTest
  @FieldSource("LIBRARIES")
  void the_package_that_hides_a_library_uses_it(String library) {
    assertThat(COURT)
        .filteredOn(one -> one.getPackageName().equals(ours(HIDDEN_BY.get(library).get(0))))
        .flatExtracting(JavaClass::getDirectDependenciesFromSelf)
        .anyMatch(dependency -> resideInAPackage(library).test(dependency.getTargetClass()));
  }

  @Test
  void the_old_client_of_the_jdk_sends_messages_only() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ours("notification.channel"))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(URLConnection.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"booking", "text", "files"})
  void the_ground_floor_needs_the_language_only(String room) {
    check(
        noClasses()
            .that()
            .resideInAPackage(ours(room))
            .should()
            .dependOnClassesThat(
                not(resideInAnyPackage("java..", ours(room)))
                    .or(resideInAnyPackage("java.sql..", "java.net.."))));
  }

  /** One name means one thing, nested types included. */
  @Test
  void no_two_types_share_a_simple_name() {
    Map<String, List<String>> named =
        COURT.stream()
            .filter(one -> !one.isAnonymousClass() && !one.getSimpleName().equals("package-info"))
            .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));

    named.values().removeIf(types -> types.size() == 1);
    assertThat(named).isEmpty();
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

  /** A letter may take two cells of the terminal or none, so a length is no width. */
  @Test
  void a_width_is_measured_in_cells() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ours("terminal"), ours("cli"), ours("cli.setup"))
            .and()
            .haveNameNotMatching(COUNT_LETTERS)
            .should()
            .accessTargetWhere(touches(String.class, "length")));
  }

  @Test
  void no_name_says_less_than_it_could() {
    check(noClasses().should().haveNameMatching(".*(Utils?|Manager|Impl|Helper)"));
  }

  @Test
  void nothing_static_changes() {
    check(fields().that().areStatic().should().beFinal());
  }

  /** Fails also where no class is looked at: a rule about nothing holds nothing. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(false).check(COURT);
  }

  private static Set<String> used(String room) {
    return COURT.stream()
        .filter(one -> room(one).equals(room))
        .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(target -> target.getPackageName().startsWith(ROOT))
        .map(ArchitectureTest::room)
        .filter(other -> !other.equals(room))
        .collect(toSet());
  }

  /** Empty for the root. */
  private static String room(JavaClass one) {
    return one.getPackageName().equals(ROOT)
        ? ""
        : one.getPackageName().substring(ROOT.length() + 1);
  }

  private static String ours(String name) {
    return ROOT + "." + name;
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
