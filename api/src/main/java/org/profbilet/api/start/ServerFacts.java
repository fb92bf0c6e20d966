package org.profbilet.api.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a foreign PostgreSQL is, as far as it matters to us.
 *
 * @param version as {@code server_version_num}, 150004 is 15.4
 * @param russianOrder the ICU collation that every list of names is sorted by is there
 * @param russianLetters the database's own locale knows capital and small Cyrillic letters
 * @param extension btree_gist, which keeps periods of a membership apart, can be installed
 * @param mayCreate the owner's login may create schemas here
 */
record ServerFacts(
    int version,
    String encoding,
    boolean russianOrder,
    boolean russianLetters,
    boolean extension,
    boolean mayCreate) {

  private static final int OLDEST = 15;

  static ServerFacts of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT current_setting('server_version_num')::int,
                       current_setting('server_encoding'),
                       EXISTS (SELECT 1 FROM pg_collation WHERE collname = 'ru-x-icu'),
                       lower('ЁЖ') = 'ёж',
                       EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'btree_gist'),
                       has_database_privilege(current_database(), 'CREATE')
                """)) {
      row.next();
      return new ServerFacts(
          row.getInt(1),
          row.getString(2),
          row.getBoolean(3),
          row.getBoolean(4),
          row.getBoolean(5),
          row.getBoolean(6));
    }
  }

  void requireFit(String owner) {
    require(
        version >= OLDEST * 10_000,
        "Нужен PostgreSQL %d или новее, а здесь %d. Обновите сервер или запустите без DATASOURCES_DEFAULT_URL: встроенная база подойдёт."
            .formatted(OLDEST, version / 10_000));
    require(
        encoding.equals("UTF8"),
        "Кодировка базы — %s, нужна UTF8. Создайте базу заново, команда — в deploy/README.md."
            .formatted(encoding));
    require(
        russianOrder,
        "PostgreSQL собран без ICU: нет сортировки ru-x-icu. Поставьте обычную сборку, например пакет postgresql.");
    require(
        russianLetters,
        "Локаль базы не знает русских букв (так бывает с LC_CTYPE=C). Создайте базу заново с LOCALE 'C.UTF-8', команда — в deploy/README.md.");
    require(
        extension,
        "Нет расширения btree_gist. Поставьте пакет postgresql-contrib той же версии, что и сервер.");
    require(
        mayCreate,
        "Логин «%s» не может создавать схемы. Сделайте его владельцем: ALTER DATABASE … OWNER TO %s;"
            .formatted(owner, owner));
  }

  private static void require(boolean fit, String message) {
    if (!fit) {
      throw new StartRefused(message);
    }
  }
}
