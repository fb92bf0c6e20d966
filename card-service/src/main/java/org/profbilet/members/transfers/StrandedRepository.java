package org.profbilet.members.transfers;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface StrandedRepository extends GenericRepository<RequestRow, UUID> {

  @Query(
      """
      SELECT o.id, o.inpo, o.name, o.status, s.people, receiving.name AS receiver
        FROM organisations.organisation above
        JOIN organisations.organisation o
          ON o.position BETWEEN above.position AND above.last_position
         AND o.level = 'PRIMARY'
         AND o.status NOT IN ('ACTIVE', 'LIQUIDATING')
        LEFT JOIN members.received r
          ON r.closed_id = o.id
        LEFT JOIN organisations.organisation receiving
          ON receiving.id = r.primary_id
       CROSS JOIN LATERAL members.count_stranded(ARRAY[o.id]) s
       WHERE above.id = :organisationId
       ORDER BY o.position
      """)
  List<ShowStranded.Stranded> listBelow(UUID organisationId);
}
