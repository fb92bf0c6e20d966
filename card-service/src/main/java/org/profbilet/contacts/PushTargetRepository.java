package org.profbilet.contacts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PushTargetRepository extends GenericRepository<PushTarget, UUID> {

  @Query(
      """
      UPDATE contacts.push_target
         SET last_seen_at = :at
       WHERE person_id = :personId
         AND kind = :kind
         AND value = :value
         AND dead_at IS NULL
      """)
  int markSeen(UUID personId, String kind, String value, Instant at);

  @Query(
      """
      UPDATE contacts.push_target
         SET dead_at = :at
       WHERE person_id = :personId
         AND kind = :kind
         AND value = :value
         AND dead_at IS NULL
      """)
  int markDead(UUID personId, String kind, String value, Instant at);

  @Query("SELECT contacts.let_go_of_target(:kind, :value, :personId, :at)")
  int letGo(String kind, String value, UUID personId, Instant at);

  @Query(
      """
      INSERT INTO contacts.push_target (id, person_id, primary_id, kind, value, registered_at, last_seen_at)
      SELECT :id, p.id, p.primary_id, :kind, :value, :at, :at
        FROM members.person p
       WHERE p.id = :personId
          ON CONFLICT DO NOTHING
      """)
  int add(UUID id, UUID personId, String kind, String value, Instant at);

  @Query(
      """
      UPDATE contacts.push_target
         SET dead_at = :at
       WHERE id IN (
             SELECT t.id
               FROM contacts.push_target t
              WHERE t.person_id = :personId
                AND t.dead_at IS NULL
              ORDER BY t.last_seen_at DESC, t.id DESC
             OFFSET :living)
      """)
  int markDeadBeyond(UUID personId, int living, Instant at);
}
