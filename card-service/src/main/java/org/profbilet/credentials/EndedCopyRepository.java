package org.profbilet.credentials;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Numbers of cards of all primaries, through the narrow function that alone may look at them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EndedCopyRepository extends GenericRepository<DeviceRow, UUID> {

  @Query("SELECT ticket_number, serial FROM cards.ended_copies()")
  List<EndedCopy> list();
}
