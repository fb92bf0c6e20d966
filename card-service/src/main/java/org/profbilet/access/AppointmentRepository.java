package org.profbilet.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AppointmentRepository extends GenericRepository<Appointment, UUID> {

  void save(Appointment appointment);

  Optional<Appointment> findById(UUID id);

  @Query(
      """
      SELECT CAST(:accountId AS uuid) AS account_id, acting.organisation_id, o.level, acting.role
        FROM access.organisations_of(:accountId, :day) acting
        JOIN organisations.organisation o
          ON o.id = acting.organisation_id
       WHERE o.status IN ('ACTIVE', 'LIQUIDATING')
       ORDER BY o.position
      """)
  List<Acting> listInForce(UUID accountId, LocalDate day);

  /** Those in office on the day or later, chairs first. */
  @Query(
      """
      SELECT a.id, a.account_id, account.display_name, account.login, a.role, a.valid_from, a.valid_until,
             a.undertaking_signed_on,
             EXISTS (SELECT 1
                       FROM accounts.activation slip
                      WHERE slip.account_id = a.account_id
                        AND slip.used_at IS NULL
                        AND slip.replaced_at IS NULL
                        AND slip.expires_at > :now) AS handed_out
        FROM access.appointment a
        JOIN accounts.account account
          ON account.id = a.account_id
       WHERE a.organisation_id = :organisationId
         AND a.ended_at IS NULL
         AND (a.valid_until IS NULL OR a.valid_until > :day)
       ORDER BY a.role, a.valid_from, a.id
      """)
  List<AppointmentLine> listOfOrganisation(UUID organisationId, LocalDate day, Instant now);

  /** Whether an account acts, now or later, for an organisation that is not within this one. */
  @Query(
      """
      SELECT EXISTS (
        SELECT 1
          FROM access.appointment a
          JOIN organisations.organisation o
            ON o.id = a.organisation_id
          JOIN organisations.organisation top
            ON top.id = :officeId
         WHERE a.account_id = :accountId
           AND a.ended_at IS NULL
           AND (a.valid_until IS NULL OR a.valid_until > :day)
           AND o.position NOT BETWEEN top.position AND top.last_position)
      """)
  boolean isAnyOutside(UUID accountId, UUID officeId, LocalDate day);

  @Query(
      """
      UPDATE access.appointment
         SET ended_at = :at
       WHERE id = :id
         AND organisation_id = :organisationId
         AND ended_at IS NULL
      """)
  int markEnded(UUID id, UUID organisationId, Instant at);

  /** Appointments in their term that wait for the undertaking. */
  @Query(
      """
      SELECT EXISTS (
        SELECT 1
          FROM access.appointment
         WHERE account_id = :accountId
           AND undertaking_signed_on IS NULL
           AND ended_at IS NULL
           AND (valid_until IS NULL OR valid_until > :day))
      """)
  boolean isUndertakingDue(UUID accountId, LocalDate day);

  @Query(
      """
      UPDATE access.appointment
         SET undertaking_signed_on = :day,
             undertaking_version = :version
       WHERE account_id = :accountId
         AND undertaking_signed_on IS NULL
         AND ended_at IS NULL
      """)
  int markUndertaken(UUID accountId, String version, LocalDate day);

  @Query(
      """
      SELECT version, body
        FROM access.undertaking_text
       WHERE effective_from <= :day
       ORDER BY effective_from DESC
       LIMIT 1
      """)
  UndertakingText getText(LocalDate day);
}
