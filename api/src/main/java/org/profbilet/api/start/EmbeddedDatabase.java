package org.profbilet.api.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL of the zonky binaries, its data under the home directory. It writes to the disk before
 * it says "saved", and a server that a killed process left behind is stopped before the next start.
 */
final class EmbeddedDatabase implements AutoCloseable {

  private static final String OWNER = "profbilet_owner";
  private static final String APPLICATION = "profbilet_app";
  private static final String SUPERUSER = "postgres";
  private static final String DATABASE = "profbilet";

  private final EmbeddedPostgres postgres;
  private final Home home;

  private EmbeddedDatabase(EmbeddedPostgres postgres, Home home) {
    this.postgres = postgres;
    this.home = home;
  }

  static EmbeddedDatabase start(Home home) throws IOException, SQLException, InterruptedException {
    Path data = home.directory().resolve("postgres").resolve("data");
    Path binaries = home.directory().resolve("postgres").resolve("binaries");
    Files.createDirectories(binaries);
    stopLeftover(data);
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(binaries.toFile())
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setConnectConfig("password", home.secret("database-superuser"))
            .setLocaleConfig("locale", "C.UTF-8")
            .setLocaleConfig("locale-provider", "icu")
            .setLocaleConfig("icu-locale", "ru")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "60")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("logging_collector", "on")
            .setServerConfig("log_filename", "postgres-%a.log")
            .setServerConfig("log_truncate_on_rotation", "on")
            // a failing statement may quote a person: its row and its text stay out of the log
            .setServerConfig("log_error_verbosity", "terse")
            .setServerConfig("log_min_error_statement", "panic")
            .start();
    EmbeddedDatabase database = new EmbeddedDatabase(postgres, home);
    database.prepare(data);
    return database;
  }

  void migrate() {
    Migrations.run(url(), OWNER, home.secret("database-owner"), APPLICATION);
  }

  /** What the application needs to log in. */
  Map<String, Object> properties() {
    return Map.of(
        "datasources.default.url", url(),
        "datasources.default.username", APPLICATION,
        "datasources.default.password", home.secret("database-application"));
  }

  /** For what only the owner of the tables may do. */
  Connection connectAsOwner() throws SQLException {
    return DriverManager.getConnection(url(), OWNER, home.secret("database-owner"));
  }

  private String url() {
    return "jdbc:postgresql://127.0.0.1:%d/%s?logServerErrorDetail=false"
        .formatted(postgres.getPort(), DATABASE);
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  private void prepare(Path data) throws SQLException, IOException {
    try (Connection connection = connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
        createRole(statement, OWNER, home.secret("database-owner"));
        createRole(statement, APPLICATION, home.secret("database-application"));
        statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
      }
      askForPasswords(statement, data);
    }
  }

  /** The library trusts every local login; after the first start each must know its password. */
  private void askForPasswords(Statement statement, Path data) throws SQLException, IOException {
    Path rules = data.resolve("pg_hba.conf");
    List<String> wanted = List.of("host all all 127.0.0.1/32 scram-sha-256");
    if (Files.readAllLines(rules).equals(wanted)) {
      return;
    }
    statement.execute(
        "ALTER ROLE " + SUPERUSER + " PASSWORD '" + home.secret("database-superuser") + "'");
    Files.write(rules, wanted);
    statement.execute("SELECT pg_reload_conf()");
  }

  private Connection connectAsSuperuser() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort()),
        SUPERUSER,
        home.secret("database-superuser"));
  }

  private static void createRole(Statement statement, String role, String password)
      throws SQLException {
    if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
      statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + password + "'");
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  /**
   * {@code kill -9} of this process leaves PostgreSQL running on the data. The home directory is
   * locked by now, so a server that still works on it can only be such a leftover.
   */
  private static void stopLeftover(Path data) throws IOException, InterruptedException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
    ProcessHandle server = ProcessHandle.of(pid).orElse(null);
    if (server == null || !isPostgresOn(server, data)) {
      return;
    }
    // SIGINT is PostgreSQL's fast shutdown; Java itself can only send SIGTERM and SIGKILL
    new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor(5, TimeUnit.SECONDS);
    for (int i = 0; i < 300 && server.isAlive(); i++) {
      Thread.sleep(100);
    }
    if (server.isAlive()) {
      throw new IOException("PostgreSQL " + pid + " of an earlier run does not stop");
    }
  }

  private static boolean isPostgresOn(ProcessHandle process, Path data) {
    return process.info().commandLine().orElse("").contains(data.toString());
  }
}
