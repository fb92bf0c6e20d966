package org.profbilet.meetings.sittings;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SittingRepository extends GenericRepository<SittingRow, UUID> {

  void save(SittingRow sitting);

  Optional<SittingRow> findById(UUID id);

  @Query(
      """
      SELECT id, meeting_id, organisation_id, body_id, list_id, remote_list_id, record_on, on_record, request_hash,
             created_by, created_at
        FROM meetings.sitting
       WHERE meeting_id = :meetingId
       ORDER BY created_at, id
      """)
  List<SittingRow> listOf(UUID meetingId);

  /** Members on record in an organisation on a day. */
  @Query(
      """
      SELECT count(*)
        FROM members.membership
       WHERE primary_id = :organisationId
         AND kind = 'COUNTED'
         AND valid_from <= :day
         AND (valid_until IS NULL OR valid_until > :day)
      """)
  int countOnRecord(UUID organisationId, LocalDate day);
}
