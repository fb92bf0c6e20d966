package org.profbilet.cards;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface EligibilityRepository extends GenericRepository<CardRow, UUID> {

  @Query(
      """
      SELECT p.id AS person_id, p.ticket_number, p.last_name, p.first_name, p.middle_name,
             EXISTS (
               SELECT 1
                 FROM members.membership m
                WHERE m.person_id = p.id
                  AND m.primary_id = p.primary_id
                  AND m.kind = 'COUNTED'
                  AND m.valid_from <= :day
                  AND (m.valid_until IS NULL OR m.valid_until > :day)) AS member,
             c.state AS consent,
             EXISTS (
               SELECT 1
                 FROM cards.card k
                WHERE k.person_id = p.id
                  AND k.medium = 'PLASTIC'
                  AND k.status IN ('ORDERED', 'IN_PRODUCTION', 'PRODUCED', 'SHIPPED', 'RECEIVED_REGION',
                                   'AT_PRIMARY', 'ISSUED')) AS live_card
        FROM members.person p
        LEFT JOIN consents.current c
          ON c.person_id = p.id
         AND c.purpose = 'UNION_PROCESSING'
       WHERE p.primary_id = :primaryId
       ORDER BY p.last_name COLLATE "ru-x-icu", p.first_name COLLATE "ru-x-icu",
                p.middle_name COLLATE "ru-x-icu", p.id
      """)
  List<Candidate> listCandidates(UUID primaryId, LocalDate day);

  /** One order of a primary at a time. */
  @Query("SELECT CAST(pg_advisory_xact_lock(hashtextextended(:primaryId, 90)) AS text)")
  String lockOrdersOf(String primaryId);
}
