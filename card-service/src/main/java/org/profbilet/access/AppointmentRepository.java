package org.profbilet.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AppointmentRepository extends GenericRepository<Appointment, UUID> {

  void save(Appointment appointment);

  @Query(
      """
      SELECT a.account_id, a.organisation_id, o.level, a.role
        FROM access.appointment a
        JOIN organisations.organisation o
          ON o.id = a.organisation_id
       WHERE a.account_id = :accountId
         AND a.valid_from <= :day
         AND (a.valid_until IS NULL OR a.valid_until > :day)
         AND o.status IN ('ACTIVE', 'LIQUIDATING')
       ORDER BY o.position
      """)
  List<Acting> listInForce(UUID accountId, LocalDate day);
}
