package org.profbilet.api.start.scale;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows of one table on their way, in the text format of {@code COPY}. */
final class CopyText {

  private final String table;
  private final StringBuilder rows = new StringBuilder();

  /**
   * @param table the table with the columns that a row fills
   */
  CopyText(String table) {
    this.table = table;
  }

  /** Adds a row; a value that is null is NULL. Values hold no tab, line end or backslash. */
  void row(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      rows.append(i == 0 ? "" : "\t").append(values[i] == null ? "\\N" : values[i]);
    }
    rows.append('\n');
  }

  /** Hands the rows over and begins anew. */
  void send(Connection connection) throws SQLException, IOException {
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    rows.setLength(0);
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("COPY " + table + " FROM STDIN", new ByteArrayInputStream(bytes));
  }
}
