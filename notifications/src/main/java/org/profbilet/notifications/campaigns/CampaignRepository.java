package org.profbilet.notifications.campaigns;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CampaignRepository extends GenericRepository<CampaignRow, UUID> {

  String COLUMNS =
      """
      SELECT id, organisation_id, state, subject, body, brief, subject_en, body_en, brief_en, counted_day, within_id,
             array_to_string(kinds, ',') AS kinds, array_to_string(categories, ',') AS categories,
             array_to_string(card_states, ',') AS card_states, array_to_string(roles, ',') AS roles, language,
             array_to_string(channels, ',') AS channels, category, begins_at, created_by, created_at, sent_by, sent_at,
             recipients, approved_at, return_reason, expires_at, audience, told,
             fanned_out_at IS NOT NULL AS told_all, ended_at
        FROM notifications.campaign
      """;

  @Query(COLUMNS + " WHERE id = :id")
  Optional<CampaignRow> findById(UUID id);

  @Query(COLUMNS + " WHERE id = :id AND organisation_id = :organisationId FOR UPDATE")
  Optional<CampaignRow> hold(UUID id, UUID organisationId);

  @Query(
      COLUMNS + " WHERE organisation_id = :organisationId ORDER BY created_at DESC, id LIMIT 100")
  List<CampaignRow> listOf(UUID organisationId);

  /** Of the organisation and of all below it, the oldest first. */
  @Query(
      COLUMNS
          + """
           WHERE state = 'WAITING'
             AND organisation_id IN (
                 SELECT o.id
                   FROM organisations.organisation AS top
                   JOIN organisations.organisation AS o
                     ON o.position BETWEEN top.position AND top.last_position
                  WHERE top.id = :organisationId)
           ORDER BY created_at, id
           LIMIT 200
          """)
  List<CampaignRow> listWaiting(UUID organisationId);

  @Query("SELECT request_hash FROM notifications.campaign WHERE id = :id")
  Optional<String> findRequestHash(UUID id);

  /** Without words yet. */
  @Query(
      """
      INSERT INTO notifications.campaign (id, organisation_id, request_hash, within_id, created_by, created_at)
      VALUES (:id, :organisationId, :requestHash, :organisationId, :createdBy, :createdAt)
          ON CONFLICT (id) DO NOTHING
      """)
  int insert(UUID id, UUID organisationId, String requestHash, UUID createdBy, Instant createdAt);

  @Query(
      """
      UPDATE notifications.campaign
         SET subject = :subject, body = :body, brief = :brief, subject_en = :subjectEn, body_en = :bodyEn,
             brief_en = :briefEn, counted_day = CAST(:countedDay AS date), within_id = :withinId,
             kinds = string_to_array(:kinds, ','), categories = string_to_array(:categories, ','),
             card_states = string_to_array(:cardStates, ','), roles = string_to_array(:roles, ','),
             language = :language, channels = string_to_array(:channels, ','), category = :category,
             begins_at = CAST(:beginsAt AS timestamptz)
       WHERE id = :id
         AND state = 'DRAFT'
      """)
  int write(
      UUID id,
      String subject,
      String body,
      String brief,
      @Nullable String subjectEn,
      @Nullable String bodyEn,
      @Nullable String briefEn,
      @Nullable LocalDate countedDay,
      UUID withinId,
      String kinds,
      String categories,
      String cardStates,
      String roles,
      @Nullable String language,
      String channels,
      Category category,
      @Nullable Instant beginsAt);

  /** With an end it runs; without one it waits for the second person. */
  @Query(
      """
      UPDATE notifications.campaign
         SET state = :state, sent_by = :sentBy, sent_at = :sentAt, recipients = :recipients,
             expires_at = CAST(:expiresAt AS timestamptz), return_reason = NULL
       WHERE id = :id
         AND state = 'DRAFT'
      """)
  int markSent(
      UUID id,
      CampaignState state,
      UUID sentBy,
      Instant sentAt,
      int recipients,
      @Nullable Instant expiresAt);

  @Query(
      """
      UPDATE notifications.campaign
         SET state = 'RUNNING', approved_by = :approvedBy, approved_at = :approvedAt, expires_at = :expiresAt
       WHERE id = :id
         AND state = 'WAITING'
      """)
  int markApproved(UUID id, UUID approvedBy, Instant approvedAt, Instant expiresAt);

  @Query(
      """
      UPDATE notifications.campaign
         SET state = 'DRAFT', return_reason = :reason, sent_by = NULL, sent_at = NULL, recipients = NULL
       WHERE id = :id
         AND state = 'WAITING'
      """)
  int markReturned(UUID id, String reason);

  @Query("UPDATE notifications.campaign SET state = :state WHERE id = :id")
  int markState(UUID id, CampaignState state);

  /**
   * Every hand-over of the campaign holds this until it has ended; who waits for the other one
   * below is not overtaken by those that come later.
   */
  @Query("SELECT 1 FROM pg_advisory_xact_lock_shared(hashtextextended(CAST(:id AS text), 1800))")
  int goAlong(UUID id);

  /** Waits until every hand-over that is under way has ended, and keeps others from beginning. */
  @Query("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(CAST(:id AS text), 1800))")
  int stopAll(UUID id);

  /** The rows of this person must be open. */
  @Query(
      """
      SELECT c.state, coalesce(:channel = ANY (p.muted), false) AS muted
        FROM notifications.campaign AS c
        LEFT JOIN notifications.preference AS p
          ON p.person_id = :personId
       WHERE c.id = :id
      """)
  Optional<Standing> findStanding(UUID id, UUID personId, String channel);

  /** Whether a campaign goes on, and what its member has muted. */
  @Introspected
  record Standing(CampaignState state, boolean muted) {}

  @Query("SELECT category = 'AD' FROM notifications.campaign WHERE id = :id")
  boolean isAd(UUID id);

  @Query(
      """
      SELECT CASE WHEN p.language = 'EN' AND c.subject_en IS NOT NULL THEN 'en' ELSE 'ru' END AS language,
             CASE p.language WHEN 'EN' THEN coalesce(c.subject_en, c.subject) ELSE c.subject END AS subject,
             CASE p.language WHEN 'EN' THEN coalesce(c.body_en, c.body) ELSE c.body END AS body,
             CASE p.language WHEN 'EN' THEN coalesce(c.brief_en, c.brief) ELSE c.brief END AS brief,
             c.counted_day, c.category, sender.short_name AS sender
        FROM notifications.campaign AS c
        JOIN organisations.organisation AS sender
          ON sender.id = c.organisation_id
        LEFT JOIN notifications.preference AS p
          ON p.person_id = :personId
       WHERE c.id = :id
      """)
  Optional<OwnWords> findWords(UUID id, UUID personId);

  /** The words of a campaign in the language of one member. */
  @Introspected
  record OwnWords(
      String language,
      String subject,
      String body,
      String brief,
      @Nullable LocalDate countedDay,
      Category category,
      String sender) {}

  @Query("SELECT push, email, sms, people FROM notifications.preview(:id, :day)")
  List<Seen> preview(UUID id, LocalDate day);

  /** People alike: for every channel why it does not reach them; null where it does. */
  @Introspected
  record Seen(@Nullable String push, @Nullable String email, @Nullable String sms, int people) {}

  @Query("SELECT channel, state, reason, messages FROM notifications.progress_of(:id)")
  List<ProgressLine> progress(UUID id);

  @Query(
      """
      SELECT id
        FROM notifications.campaign
       WHERE state = 'RUNNING'
          OR (state = 'CANCELLED' AND ended_at IS NULL)
       ORDER BY created_at
      """)
  List<UUID> listToRun();

  @Query("SELECT notifications.fan_out(:id, :now, :day, :primaries)")
  boolean fanOut(UUID id, Instant now, LocalDate day, int primaries);

  @Query("SELECT notifications.end_campaign(:id, :now, :most)")
  boolean end(UUID id, Instant now, int most);

  @Query("SELECT 1 FROM notifications.put_test(:id, :ticketNumber, :birthDate, :now)")
  int putTest(UUID id, String ticketNumber, LocalDate birthDate, Instant now);
}
