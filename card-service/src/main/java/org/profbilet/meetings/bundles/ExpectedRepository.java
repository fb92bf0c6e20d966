package org.profbilet.meetings.bundles;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.profbilet.meetings.devices.DeviceRow;

/** Whom the meeting in scope expects, through the narrow function that alone may look at them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ExpectedRepository extends GenericRepository<DeviceRow, UUID> {

  @Query(
      """
      SELECT person_id, ticket_number, short_name, card_serial, category, attention, mandate
        FROM meetings.invited(:day)
      """)
  List<InvitedPerson> listInvited(LocalDate day);
}
