package org.profbilet.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ScopeRepository extends GenericRepository<Appointment, UUID> {

  @Query("SELECT set_config(:name, :value, true)")
  String set(String name, String value);
}
