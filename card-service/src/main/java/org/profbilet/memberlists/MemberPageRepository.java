package org.profbilet.memberlists;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What other features know of one member. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MemberPageRepository extends GenericRepository<PlanRepository.Row, UUID> {

  @Query(
      """
      SELECT c.purpose, c.channel, c.state, d.signed_on
        FROM consents.current c
        JOIN consents.decision d
          ON d.id = c.decision_id
       WHERE c.person_id = :personId
         AND c.primary_id = :primaryId
       ORDER BY c.purpose, c.channel
      """)
  List<HeldConsent> listConsents(UUID primaryId, UUID personId);

  @Query(
      """
      SELECT id, serial, status, issued_on
        FROM cards.card
       WHERE person_id = :personId
         AND primary_id = :primaryId
       ORDER BY serial DESC
       LIMIT 1
      """)
  Optional<HeldCard> findCard(UUID primaryId, UUID personId);
}
