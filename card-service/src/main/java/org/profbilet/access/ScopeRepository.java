package org.profbilet.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ScopeRepository extends GenericRepository<Appointment, UUID> {

  @Query("SELECT set_config(:name, :value, true)")
  String set(String name, String value);

  /** Nothing is set, and nothing comes, where the account is not in office there on that day. */
  @Query(
      """
      SELECT set_config('profbilet.primaries', CAST(organisation_id AS text), true)
        FROM access.appointments_of(:accountId, :day)
       WHERE organisation_id = :primaryId
       LIMIT 1
      """)
  Optional<String> setPrimaryOfOffice(UUID primaryId, UUID accountId, LocalDate day);

  /**
   * Empty, and so without a row, where the account neither acts for the primary on that day nor has
   * it open for a stated reason.
   */
  @Query(
      """
      SELECT set_config(
               'profbilet.primaries',
               coalesce(max(CAST(mine.organisation_id AS text)), ''),
               true)
        FROM (SELECT acting.organisation_id
                FROM access.organisations_of(:accountId, :day) acting
               UNION ALL
              SELECT reading.primary_id
                FROM access.reading
               WHERE reading.account_id = :accountId
                 AND reading.closes_at > :now) mine
       WHERE mine.organisation_id = :primaryId
      """)
  String setPrimaryIfMine(UUID primaryId, UUID accountId, LocalDate day, Instant now);

  /**
   * Empty where the account does not act for the organisation; a stated reason shows no officials.
   */
  @Query(
      """
      SELECT set_config('profbilet.organisation', coalesce(max(CAST(acting.organisation_id AS text)), ''), true)
        FROM access.organisations_of(:accountId, :day) acting
       WHERE acting.organisation_id = :organisationId
      """)
  String setOfficeIfMine(UUID organisationId, UUID accountId, LocalDate day);

  /**
   * The intervals of the tree below the offices of an account; an empty range where it has none.
   */
  @Query(
      """
      SELECT set_config(
               'profbilet.offices',
               CAST(coalesce(range_agg(int8range(o.position, o.last_position, '[]')), '{}') AS text),
               true)
        FROM access.organisations_of(:accountId, :day) acting
        JOIN organisations.organisation o
          ON o.id = acting.organisation_id
       WHERE o.level <> 'PRIMARY'
      """)
  String setOffices(UUID accountId, LocalDate day);
}
