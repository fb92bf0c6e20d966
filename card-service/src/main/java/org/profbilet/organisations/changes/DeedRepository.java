package org.profbilet.organisations.changes;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeedRepository extends GenericRepository<DeedRepository.Row, UUID> {

  /** Names the table for the repository. */
  @MappedEntity(value = "deed", schema = "organisations")
  record Row(@Id UUID id, UUID organisationId, String requestHash) {}

  @Query(
      """
      SELECT id, organisation_id, request_hash
        FROM organisations.deed
       WHERE id = :id
      """)
  Optional<Row> findDone(UUID id);

  @Query(
      """
      SELECT id, level, status, parent_id, inpo IS NOT NULL AS has_number, registered_on
        FROM organisations.organisation
       WHERE id = :id
         FOR UPDATE
      """)
  Optional<LockedOrganisation> lock(UUID id);

  @Query(
      """
      INSERT INTO organisations.deed (
        id, organisation_id, kind, decision_number, decided_on, effective_on, from_id, to_id, request_hash,
        recorded_at, recorded_by)
      VALUES (
        :id, :organisationId, :kind, :decisionNumber, :decidedOn, :effectiveOn, :fromId, :toId, :requestHash,
        :recordedAt, :recordedBy)
      """)
  void insert(
      UUID id,
      UUID organisationId,
      String kind,
      @Nullable String decisionNumber,
      @Nullable LocalDate decidedOn,
      LocalDate effectiveOn,
      @Nullable UUID fromId,
      @Nullable UUID toId,
      String requestHash,
      Instant recordedAt,
      UUID recordedBy);

  @Query(
      """
      UPDATE organisations.organisation
         SET status = :status, merged_into = :mergedInto, version = version + 1
       WHERE id = :id
      """)
  int setStatus(UUID id, String status, @Nullable UUID mergedInto);

  @Query(
      """
      UPDATE organisations.organisation
         SET inpo = :inpo, status = 'ACTIVE', version = version + 1
       WHERE id = :id
         AND status = 'PROPOSED'
      """)
  int setInpo(UUID id, String inpo);

  @Query(
      """
      UPDATE organisations.organisation
         SET territorial_rights = true
       WHERE id = :id
      """)
  void giveTerritorialRights(UUID id);

  @Query(
      """
      SELECT EXISTS (
        SELECT 1
          FROM organisations.organisation
         WHERE inpo = :inpo)
      """)
  boolean existsInpo(String inpo);

  @Query(
      """
      SELECT id
        FROM organisations.organisation
       WHERE parent_id = :parentId
         AND status IN ('PROPOSED', 'ACTIVE', 'LIQUIDATING')
       ORDER BY position
      """)
  List<UUID> listOpenBelow(UUID parentId);

  @Query(
      """
      INSERT INTO organisations.passport_entry (
        organisation_id, field, value, true_from, recorded_at, recorded_by)
      VALUES (:organisationId, :field, :value, :trueFrom, :recordedAt, :recordedBy)
      """)
  void insertHistory(
      UUID organisationId,
      String field,
      String value,
      LocalDate trueFrom,
      Instant recordedAt,
      UUID recordedBy);

  @Query(
      """
      SELECT d.id, d.kind, d.decision_number, d.decided_on, d.effective_on, earlier.name AS from_name,
             later.name AS to_name, d.recorded_at
        FROM organisations.deed d
        LEFT JOIN organisations.organisation earlier
          ON earlier.id = d.from_id
        LEFT JOIN organisations.organisation later
          ON later.id = d.to_id
       WHERE d.organisation_id = :organisationId
       ORDER BY d.number DESC
      """)
  List<Deed> list(UUID organisationId);

  @Query(
      """
      SELECT o.id, o.level, o.name, parent.name AS parent_name, coalesce(parent.inpo, '') AS parent_inpo,
             o.registered_on AS proposed_on
        FROM organisations.organisation above
        JOIN organisations.organisation o
          ON o.position BETWEEN above.position AND above.last_position
        JOIN organisations.organisation parent
          ON parent.id = o.parent_id
       WHERE above.id = :aboveId
         AND o.status = 'PROPOSED'
       ORDER BY o.position
       LIMIT :limit
      """)
  List<ProposedOrganisation> listProposed(UUID aboveId, int limit);

  /** The greatest number that begins so and ends with digits. */
  @Query(
      """
      SELECT max(inpo)
        FROM organisations.organisation
       WHERE starts_with(inpo, :beginning)
         AND length(inpo) = :length
      """)
  Optional<String> findLast(String beginning, int length);
}
