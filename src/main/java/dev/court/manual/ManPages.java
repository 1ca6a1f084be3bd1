package dev.court.manual;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * A man page for each command, in roff with the macros of man(7).
 *
 * @param version of the program, such as {@code court 1.2}
 * @param day the date on the pages
 */
public record ManPages(String version, LocalDate day) {

  /** The pages by the names of their files, such as {@code court-config-set.1}. */
  public Map<String, String> of(CommandDoc court) {
    Map<String, String> pages = new TreeMap<>();
    court.all().forEach(command -> pages.put(name(command) + ".1", page(court, command)));
    return pages;
  }

  static String name(CommandDoc command) {
    return String.join("-", command.words());
  }

  private String page(CommandDoc court, CommandDoc command) {
    return new ManPage(this, court, command).text();
  }
}
