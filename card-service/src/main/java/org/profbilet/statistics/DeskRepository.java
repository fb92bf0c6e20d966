package org.profbilet.statistics;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeskRepository extends GenericRepository<DeskRepository.Row, UUID> {

  /** Names a table for the repository, which only counts. */
  @MappedEntity(value = "person", schema = "members")
  record Row(@Id UUID id) {}

  @Query(
      """
      SELECT count(*) AS people,
             count(*) FILTER (WHERE coalesce(consent.state, 'UNKNOWN') = 'UNKNOWN') AS undecided,
             count(*) FILTER (WHERE consent.state = 'GIVEN' AND card.id IS NULL) AS orderable,
             count(*) FILTER (WHERE card.status = 'AT_PRIMARY') AS issuable,
             (SELECT count(*)
                FROM cards.card_order returned
               WHERE returned.primary_id = :primaryId
                 AND returned.state = 'RETURNED'
                 AND NOT EXISTS (
                       SELECT 1
                         FROM cards.card_order later
                        WHERE later.primary_id = returned.primary_id
                          AND later.number > returned.number
                          AND later.state <> 'DRAFT')) AS returned,
             (SELECT count(*)
                FROM privacy.erasure
               WHERE primary_id = :primaryId
                 AND state = 'DUE') AS erasable,
             (SELECT count(*)
                FROM members.claim
               WHERE primary_id = :primaryId
                 AND state = 'WAITING') AS claims,
             (SELECT coalesce(sum(s.people), 0)
                FROM members.received r
               CROSS JOIN LATERAL members.count_stranded(ARRAY[r.closed_id]) s
               WHERE r.primary_id = :primaryId) AS stranded,
             (SELECT count(*)
                FROM members.correction
               WHERE primary_id = :primaryId
                 AND state = 'OPEN') AS corrections
        FROM members.membership membership
        LEFT JOIN consents.current consent
          ON consent.person_id = membership.person_id
         AND consent.purpose = 'UNION_PROCESSING'
        LEFT JOIN cards.card card
          ON card.person_id = membership.person_id
         AND card.medium = 'PLASTIC'
         AND card.status IN ('ORDERED', 'IN_PRODUCTION', 'PRODUCED', 'SHIPPED', 'RECEIVED_REGION',
                             'AT_PRIMARY', 'ISSUED')
       WHERE membership.primary_id = :primaryId
         AND membership.kind = 'COUNTED'
         AND membership.valid_until IS NULL
      """)
  DeskCounts count(UUID primaryId);
}
