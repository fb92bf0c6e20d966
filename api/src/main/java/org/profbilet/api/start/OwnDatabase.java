package org.profbilet.api.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A PostgreSQL of the union's own: {@code DATASOURCES_DEFAULT_URL}, the login that the application
 * runs with, and the login that owns and migrates the tables.
 */
record OwnDatabase(String url, Login application, Login owner) {

  private static final String APPLICATION_VARIABLES = "DATASOURCES_DEFAULT_USERNAME и _PASSWORD";
  private static final String OWNER_VARIABLES = "PROFBILET_OWNER_USERNAME и _PASSWORD";

  /** A login of PostgreSQL. */
  record Login(String name, String password) {
    @Override
    public String toString() {
      return name;
    }
  }

  static boolean isWanted(Map<String, String> settings) {
    return settings.containsKey("DATASOURCES_DEFAULT_URL");
  }

  static OwnDatabase from(Map<String, String> settings) {
    String url = needed(settings, "DATASOURCES_DEFAULT_URL");
    if (!url.startsWith("jdbc:postgresql://")) {
      throw new StartRefused(
          "DATASOURCES_DEFAULT_URL начинается с jdbc:postgresql://, например jdbc:postgresql://127.0.0.1:5432/profbilet.");
    }
    return new OwnDatabase(
        url,
        new Login(
            needed(settings, "DATASOURCES_DEFAULT_USERNAME"),
            needed(settings, "DATASOURCES_DEFAULT_PASSWORD")),
        new Login(
            needed(settings, "PROFBILET_OWNER_USERNAME"),
            needed(settings, "PROFBILET_OWNER_PASSWORD")));
  }

  /** Looks before it touches: no table is made in a database that would not do. */
  void migrate() {
    try (Connection connection = connect(application, APPLICATION_VARIABLES)) {
      requireSubordinate(connection);
    } catch (SQLException e) {
      throw unexpected(e);
    }
    try (Connection connection = connect(owner, OWNER_VARIABLES)) {
      ServerFacts.of(connection).requireFit(owner.name());
    } catch (SQLException e) {
      throw unexpected(e);
    }
    Migrations.run(url, owner.name(), owner.password(), application.name());
  }

  private Connection connect(Login login, String variables) {
    try {
      return DriverManager.getConnection(url, login.name(), login.password());
    } catch (SQLException e) {
      throw refused(e.getSQLState() == null ? "" : e.getSQLState(), login, variables);
    }
  }

  private static StartRefused refused(String state, Login login, String variables) {
    return new StartRefused(
        switch (state.length() < 2 ? "" : state.substring(0, 2)) {
          case "28" ->
              "PostgreSQL не пускает логин «%s»: проверьте %s и правила в pg_hba.conf."
                  .formatted(login.name(), variables);
          case "3D" ->
              "В PostgreSQL нет базы из DATASOURCES_DEFAULT_URL. Создайте её, команда — в deploy/README.md.";
          case "42" ->
              "Логину «%s» нельзя подключаться к этой базе: GRANT CONNECT ON DATABASE … TO %s;"
                  .formatted(login.name(), login.name());
          default ->
              "PostgreSQL не отвечает по адресу из DATASOURCES_DEFAULT_URL. Проверьте, что сервер запущен, адрес и порт верны.";
        });
  }

  /** Row-level security binds neither a superuser nor, without FORCE, an owner. */
  private void requireSubordinate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT rolsuper OR rolbypassrls
                  FROM pg_roles
                 WHERE rolname = current_user
                """)) {
      row.next();
      if (row.getBoolean(1) || application.name().equals(owner.name())) {
        throw new StartRefused(
            "Логин приложения «%s» может слишком много: он должен отличаться от владельца таблиц и не быть SUPERUSER или BYPASSRLS. Команды — в deploy/README.md."
                .formatted(application.name()));
      }
    }
  }

  private static StartRefused unexpected(SQLException e) {
    return new StartRefused(
        "PostgreSQL ответил ошибкой %s при проверке перед запуском; подробности — в его журнале."
            .formatted(e.getSQLState()));
  }

  private static String needed(Map<String, String> settings, String variable) {
    String value = settings.getOrDefault(variable, "");
    if (value.isBlank()) {
      throw new StartRefused(
          """
          Не задано %s. Своей базе PostgreSQL нужны DATASOURCES_DEFAULT_URL, DATASOURCES_DEFAULT_USERNAME и _PASSWORD
          (с ними работает приложение), PROFBILET_OWNER_USERNAME и _PASSWORD (владелец таблиц)."""
              .formatted(variable));
    }
    return value;
  }
}
