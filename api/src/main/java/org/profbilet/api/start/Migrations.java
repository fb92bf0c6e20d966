package org.profbilet.api.start;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings the tables up to date before anything else starts, with the login that owns them. */
final class Migrations {

  private Migrations() {}

  /**
   * @param applicationLogin the login the application runs with, to which the tables are opened
   */
  static void run(String url, String owner, String password, String applicationLogin) {
    Flyway.configure()
        .dataSource(url, owner, password)
        .placeholders(Map.of("application_login", applicationLogin))
        .load()
        .migrate();
  }
}
