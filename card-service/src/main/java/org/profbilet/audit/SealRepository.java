package org.profbilet.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SealRepository extends GenericRepository<Entry, UUID> {

  @Query(
      """
      SELECT chain, place, encode(hash, 'hex') AS hash
        FROM audit.seal_entries(:most)
      """)
  List<ChainEnd> seal(int most);

  @Query(
      """
      SELECT entry_id, trouble
        FROM audit.find_tampering()
       ORDER BY entry_id
      """)
  List<Tampering> findTampering();
}
