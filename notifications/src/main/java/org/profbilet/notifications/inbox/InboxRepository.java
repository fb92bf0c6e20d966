package org.profbilet.notifications.inbox;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.privacy.DataCopy.Line;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface InboxRepository extends GenericRepository<InboxRepository.Row, UUID> {

  /** Names the table for the repository. */
  @MappedEntity(value = "preference", schema = "notifications")
  record Row(@Id UUID personId) {}

  /**
   * Campaigns in her page, and notices of the register, each once however many ways were tried. A
   * cancelled campaign stays where it had reached her already.
   */
  String MESSAGES =
      """
      SELECT id, at, kind, campaign_id, category,
             EXISTS (SELECT 1
                       FROM notifications.read_mark AS m
                      WHERE m.person_id = :personId
                        AND m.message_id = every.id) AS is_read
        FROM (SELECT i.campaign_id AS id, i.put_at AS at, 'CAMPAIGN' AS kind, i.campaign_id, c.category
                FROM notifications.inbox AS i
                JOIN notifications.campaign AS c
                  ON c.id = i.campaign_id
               WHERE i.person_id = :personId
                 AND (c.state <> 'CANCELLED'
                   OR EXISTS (SELECT 1
                                FROM notifications.delivery AS d
                               WHERE d.campaign_id = c.id
                                 AND d.person_id = i.person_id
                                 AND d.state IN ('ACCEPTED', 'DELIVERED')))
              UNION ALL
              SELECT n.id, n.at, n.kind, NULL, 'INFO'
                FROM (SELECT DISTINCT ON (left(d.dedup_key, -length(d.channel))) d.id, d.created_at AS at, d.kind
                        FROM notifications.delivery AS d
                       WHERE d.person_id = :personId
                         AND d.campaign_id IS NULL
                       ORDER BY left(d.dedup_key, -length(d.channel)), d.created_at, d.id) AS n) AS every
       ORDER BY at DESC, id DESC
       LIMIT 100
      """;

  /**
   * A message of her page.
   *
   * @param campaignId null for a notice of the register
   */
  @Introspected
  record Found(
      UUID id,
      Instant at,
      String kind,
      @Nullable UUID campaignId,
      String category,
      boolean isRead) {}

  @Query(MESSAGES)
  List<Found> list(UUID personId);

  @Query("SELECT count(*) FROM (" + MESSAGES + ") AS shown WHERE NOT is_read")
  int countUnread(UUID personId);

  @Query(
      """
      SELECT EXISTS (SELECT 1
                       FROM notifications.inbox
                      WHERE person_id = :personId
                        AND campaign_id = :messageId)
          OR EXISTS (SELECT 1
                       FROM notifications.delivery
                      WHERE person_id = :personId
                        AND id = :messageId
                        AND campaign_id IS NULL)
      """)
  boolean isHers(UUID personId, UUID messageId);

  @Query(
      """
      INSERT INTO notifications.read_mark (person_id, message_id)
      VALUES (:personId, :messageId)
          ON CONFLICT DO NOTHING
      """)
  int markRead(UUID personId, UUID messageId);

  @Query(
      """
      SELECT d.created_at AS at, d.kind, coalesce(c.category, 'INFO') AS category,
             CASE WHEN p.language = 'EN' THEN coalesce(c.subject_en, c.subject) ELSE c.subject END AS subject,
             d.channel, d.state, d.withheld_reason, agreed.signed_on AS consent_signed_on,
             agreed.form AS consent_form, t.version AS consent_text
        FROM notifications.delivery AS d
        LEFT JOIN notifications.campaign AS c
          ON c.id = d.campaign_id
        LEFT JOIN notifications.preference AS p
          ON p.person_id = d.person_id
        LEFT JOIN LATERAL (
             SELECT a.consent_version
               FROM notifications.attempt AS a
              WHERE a.delivery_id = d.id
                AND a.state <> 'NOT_SENT'
              ORDER BY a.created_at DESC
              LIMIT 1) AS last ON true
        LEFT JOIN consents.decision AS agreed
          ON agreed.person_id = d.person_id
         AND agreed.purpose = 'MESSAGES'
         AND agreed.channel = d.channel
         AND agreed.version = last.consent_version
        LEFT JOIN consents.text AS t
          ON t.id = agreed.text_id
       WHERE d.person_id = :personId
       ORDER BY d.created_at DESC, d.id DESC
       LIMIT 200
      """)
  List<SentMessage> listSent(UUID personId);

  /** Her wishes; muted channels joined by commas. */
  @Introspected
  record Wishes(String language, String muted) {}

  @Query(
      """
      SELECT language, array_to_string(muted, ',') AS muted
        FROM notifications.preference
       WHERE person_id = :personId
      """)
  Optional<Wishes> find(UUID personId);

  @Query(
      """
      SELECT 'Язык' AS name, CASE language WHEN 'EN' THEN 'английский' ELSE 'русский' END AS value
        FROM notifications.preference
       WHERE person_id = :personId
      UNION ALL
      SELECT 'Не присылать рассылки', CASE one.channel WHEN 'SMS' THEN 'СМС' WHEN 'PUSH' THEN 'на телефон' ELSE 'почта' END
        FROM notifications.preference AS p
       CROSS JOIN unnest(p.muted) AS one (channel)
       WHERE p.person_id = :personId
      UNION ALL
      SELECT 'Прочитано сообщений в билете', CAST(count(*) AS text)
        FROM notifications.read_mark
       WHERE person_id = :personId
      HAVING count(*) > 0
      """)
  List<Line> listWishes(UUID personId);

  @Query(
      """
      INSERT INTO notifications.preference (person_id, language, muted)
      VALUES (:personId, :language, string_to_array(:muted, ','))
          ON CONFLICT (person_id) DO UPDATE
         SET language = excluded.language, muted = excluded.muted
      """)
  int keep(UUID personId, String language, String muted);
}
