package org.profbilet.notifications.undelivered;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface UndeliveredRepository extends GenericRepository<UndeliveredRepository.Row, UUID> {

  /** Names the table for the repository. */
  @MappedEntity(value = "delivery", schema = "notifications")
  record Row(@Id UUID id) {}

  @Query(
      """
      SELECT channel, state, error, messages, oldest, newest
        FROM notifications.list_undelivered(:since)
      """)
  List<UndeliveredLine> list(Instant since);

  @Query("SELECT notifications.send_again(:channel, :state, :error, :since, :at)")
  int again(String channel, String state, String error, Instant since, Instant at);
}
