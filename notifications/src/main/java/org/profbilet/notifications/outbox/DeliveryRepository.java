package org.profbilet.notifications.outbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeliveryRepository extends GenericRepository<Delivery, UUID> {

  @Query(
      """
      INSERT INTO notifications.delivery (
             id, dedup_key, person_id, primary_id, kind, channel, next_channels, priority, due_at,
             expires_at, created_at)
      VALUES (:id, :dedupKey, :personId, :primaryId, :kind, :channel,
              string_to_array(:nextChannels, ','), :priority, :dueAt, :expiresAt, :createdAt)
          ON CONFLICT DO NOTHING
      """)
  int add(
      UUID id,
      String dedupKey,
      UUID personId,
      @Nullable UUID primaryId,
      String kind,
      String channel,
      String nextChannels,
      String priority,
      Instant dueAt,
      Instant expiresAt,
      Instant createdAt);

  @Query(
      """
      SELECT id, person_id, kind, channel, priority, attempts, expires_at, campaign_id, zone
        FROM notifications.claim_due(:channel, :priority, :now, :owner, :until, :most)
      """)
  List<Claimed> claimDue(
      String channel, String priority, Instant now, UUID owner, Instant until, int most);

  @Query(
      """
      SELECT id, person_id, kind, channel, priority, attempts, expires_at, campaign_id, zone
        FROM notifications.claim_of_campaigns(:channel, :now, :owner, :until, :most)
      """)
  List<Claimed> claimOfCampaigns(String channel, Instant now, UUID owner, Instant until, int most);

  /** Nothing where that was the last way, or where the next was taken before. */
  @Query(
      """
      INSERT INTO notifications.delivery (
             id, dedup_key, person_id, primary_id, kind, channel, next_channels, priority, due_at,
             expires_at, created_at, campaign_id, zone)
      SELECT :id, left(dedup_key, -length(channel)) || next_channels[1], person_id, primary_id, kind,
             next_channels[1], next_channels[2:], priority, :at,
             expires_at, :at, campaign_id, zone
        FROM notifications.delivery
       WHERE id = :after
         AND cardinality(next_channels) > 0
         AND withheld_reason IS DISTINCT FROM 'CANCELLED'
          ON CONFLICT DO NOTHING
      """)
  int addNextWay(UUID id, UUID after, Instant at);

  @Query(
      """
      SELECT id, person_id, kind, channel, priority, attempts, expires_at, campaign_id, zone
        FROM notifications.adopt_abandoned(:now, :owner, :until, :most)
      """)
  List<Claimed> adoptAbandoned(Instant now, UUID owner, Instant until, int most);

  @Query("SELECT notifications.expire(:now)")
  int expire(Instant now);

  @Query("SELECT notifications.hold(:id, :owner)")
  boolean hold(UUID id, UUID owner);

  @Query("SELECT notifications.settle(:id, :owner, :state, :reason, :due, :tried)")
  int settle(
      UUID id, UUID owner, String state, @Nullable String reason, @Nullable Instant due, int tried);

  /** What was told to a person; row-level security shows her own rows and nobody else's. */
  @Query(
      """
      SELECT id, kind, channel, state, withheld_reason, created_at
        FROM notifications.delivery
       WHERE person_id = :personId
       ORDER BY created_at, id
      """)
  List<Delivery> listOf(UUID personId);
}
