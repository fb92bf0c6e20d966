package org.profbilet.statistics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The register as it was on a day, by what was known at a moment. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RegisterRepository extends GenericRepository<DeskRepository.Row, UUID> {

  String LINES =
      """
      SELECT r.person_id, p.last_name, p.first_name, p.middle_name, r.kind, r.category, r.unit_name AS unit,
             r.position_name AS position, array_to_string(r.union_roles, ',') AS roles, r.suspended_until,
             (SELECT d.state
                FROM consents.decision d
               WHERE d.person_id = r.person_id
                 AND d.purpose = 'UNION_PROCESSING'
                 AND d.signed_on <= :day
                 AND d.recorded_at <= :knownAt
               ORDER BY d.version DESC
               LIMIT 1) AS consent
        FROM members.on_record r
        LEFT JOIN members.person p
          ON p.id = r.person_id
       WHERE r.primary_id = :primaryId
         AND r.true_from <= :day
         AND (r.true_until IS NULL OR r.true_until > :day)
         AND r.known_from <= :knownAt
         AND (r.known_until IS NULL OR r.known_until > :knownAt)
      """;

  @Query(
      """
      SELECT count(*) FILTER (WHERE kind = 'COUNTED') AS counted,
             count(*) FILTER (WHERE kind = 'SECONDARY') AS secondary
        FROM members.on_record
       WHERE primary_id = :primaryId
         AND true_from <= :day
         AND (true_until IS NULL OR true_until > :day)
         AND known_from <= :knownAt
         AND (known_until IS NULL OR known_until > :knownAt)
      """)
  RegisterCounts count(UUID primaryId, LocalDate day, Instant knownAt);

  @Query(
      LINES
          + """
       ORDER BY p.last_name COLLATE "ru-x-icu", p.first_name COLLATE "ru-x-icu", r.person_id
       OFFSET :skipped
       LIMIT :limit
      """)
  List<RegisterLine> list(UUID primaryId, LocalDate day, Instant knownAt, int skipped, int limit);

  @Query(LINES + " AND r.person_id = :personId ORDER BY r.kind LIMIT 1")
  Optional<RegisterLine> find(UUID primaryId, UUID personId, LocalDate day, Instant knownAt);

  @Query(
      """
      SELECT DISTINCT ON (purpose, channel)
             purpose, channel, state, signed_on
        FROM consents.decision
       WHERE person_id = :personId
         AND signed_on <= :day
         AND recorded_at <= :knownAt
       ORDER BY purpose, channel, version DESC
      """)
  List<ConsentOnDay> listConsents(UUID personId, LocalDate day, Instant knownAt);
}
