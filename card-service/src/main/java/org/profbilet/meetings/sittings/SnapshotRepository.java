package org.profbilet.meetings.sittings;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Snapshots and the votes that cite them: added and read, never changed. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SnapshotRepository extends GenericRepository<SnapshotRow, UUID> {

  void save(SnapshotRow snapshot);

  Optional<SnapshotRow> findById(UUID id);

  @Query(
      """
      SELECT id, sitting_id, organisation_id, number, taken_at, reason, base, needed, confirmed, possible, advisory,
             organisations, organisations_base, organisations_needed, not_members, open_conflicts, verdict,
             first_signer, second_signer, list_hash, request_hash, taken_by
        FROM meetings.snapshot
       WHERE sitting_id = :sittingId
       ORDER BY number
      """)
  List<SnapshotRow> listOf(UUID sittingId);

  @Query("SELECT count(*) FROM meetings.snapshot WHERE sitting_id = :sittingId")
  int countOf(UUID sittingId);

  @Query(
      """
      INSERT INTO meetings.vote (
        id, snapshot_id, sitting_id, organisation_id, question, secret, issued, in_favour, against, abstained,
        request_hash, recorded_by, recorded_at)
      VALUES (:id, :snapshotId, :sittingId, :organisationId, :question, :secret, :issued, :inFavour, :against, :abstained,
              :requestHash, :recordedBy, :recordedAt)
      """)
  int insertVote(
      UUID id,
      UUID snapshotId,
      UUID sittingId,
      UUID organisationId,
      String question,
      boolean secret,
      int issued,
      int inFavour,
      int against,
      int abstained,
      String requestHash,
      UUID recordedBy,
      Instant recordedAt);

  @Query(
      """
      SELECT v.id, s.number AS snapshot, v.question, v.secret, v.issued, v.in_favour, v.against, v.abstained,
             v.request_hash
        FROM meetings.vote v
        JOIN meetings.snapshot s
          ON s.id = v.snapshot_id
       WHERE v.sitting_id = :sittingId
       ORDER BY v.recorded_at, v.id
      """)
  List<VoteRow> listVotes(UUID sittingId);

  @Query(
      """
      SELECT v.id, s.number AS snapshot, v.question, v.secret, v.issued, v.in_favour, v.against, v.abstained,
             v.request_hash
        FROM meetings.vote v
        JOIN meetings.snapshot s
          ON s.id = v.snapshot_id
       WHERE v.id = :id
      """)
  Optional<VoteRow> findVote(UUID id);
}
