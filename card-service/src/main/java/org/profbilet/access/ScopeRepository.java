package org.profbilet.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ScopeRepository extends GenericRepository<Appointment, UUID> {

  @Query("SELECT set_config(:name, :value, true)")
  String set(String name, String value);

  /**
   * Empty, and so without a row, where the account neither acts for the primary on that day
   * nor has it open for a stated reason.
   */
  @Query(
      """
      SELECT set_config(
               'profbilet.primaries',
               CASE
                 WHEN EXISTS (
                        SELECT 1
                          FROM access.organisations_of(:accountId, :day) acting
                         WHERE acting.organisation_id = :primaryId)
                   OR EXISTS (
                        SELECT 1
                          FROM access.reading
                         WHERE account_id = :accountId
                           AND primary_id = :primaryId
                           AND closes_at > :now)
                 THEN CAST(:primaryId AS text)
                 ELSE ''
               END,
               true)
      """)
  String setPrimaryIfMine(UUID primaryId, UUID accountId, LocalDate day, Instant now);

  /** Empty where the account does not act for the organisation; a stated reason shows no officials. */
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
