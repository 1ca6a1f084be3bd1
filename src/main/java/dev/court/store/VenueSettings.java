package dev.court.store;

import java.util.LinkedHashMap;
import java.util.Map;

/** The settings that all machines must have alike. Only a database on a server has them. */
public final class VenueSettings {
  private final Sql sql;

  VenueSettings(Sql sql) {
    this.sql = sql;
  }

  /** Each by its name; empty before the first machine has written its own. */
  public Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    sql.query(
            "SELECT name, setting FROM venue_settings ORDER BY name",
            row -> Map.entry(row.getString("name"), row.getString("setting")))
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }

  /** Adds a setting, or replaces it. */
  public void put(String name, String setting) {
    if (!sql.updateOne("UPDATE venue_settings SET setting = ? WHERE name = ?", setting, name)) {
      sql.update("INSERT INTO venue_settings (name, setting) VALUES (?, ?)", name, setting);
    }
  }
}
