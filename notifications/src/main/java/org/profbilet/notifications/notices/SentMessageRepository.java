package org.profbilet.notifications.notices;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import org.profbilet.privacy.DataCopy.Line;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SentMessageRepository extends GenericRepository<SentMessageRepository.Row, UUID> {

  /** Names the table for the repository. */
  @MappedEntity(value = "delivery", schema = "notifications")
  record Row(@Id UUID id) {}

  @Query(
      """
      SELECT to_char(created_at AT TIME ZONE 'Europe/Moscow', 'DD.MM.YYYY HH24.MI') || ', '
               || CASE channel WHEN 'SMS' THEN 'СМС' WHEN 'PUSH' THEN 'на телефон' ELSE 'почта' END AS name,
             CASE kind
               WHEN 'CARD_ISSUED' THEN 'Билет выдан'
               ELSE (SELECT c.subject FROM notifications.campaign AS c WHERE c.id = campaign_id) END || ': '
               || CASE state
                    WHEN 'ACCEPTED' THEN 'отправлено'
                    WHEN 'DELIVERED' THEN 'доставлено'
                    WHEN 'WITHHELD' THEN 'не отправлялось'
                    WHEN 'PENDING' THEN 'ждёт отправки'
                    WHEN 'CLAIMED' THEN 'отправляется'
                    WHEN 'UNCERTAIN' THEN 'неизвестно, дошло ли'
                    ELSE 'не доставлено' END AS value
        FROM notifications.delivery
       WHERE person_id = :personId
       ORDER BY created_at, id
      """)
  List<Line> list(UUID personId);
}
