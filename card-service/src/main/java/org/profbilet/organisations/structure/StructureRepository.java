package org.profbilet.organisations.structure;

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
interface StructureRepository extends GenericRepository<StructureRepository.Row, UUID> {

  /** Names a table for the repository. */
  @MappedEntity(value = "unit", schema = "organisations")
  record Row(@Id UUID id) {}

  @Query(
      """
      SELECT id, parent_id, kind, name, opened_on, closed_on
        FROM organisations.unit
       WHERE organisation_id = :organisationId
       ORDER BY closed_on IS NOT NULL, name COLLATE "ru-x-icu", id
      """)
  List<Unit> listUnits(UUID organisationId);

  @Query(
      """
      SELECT id, parent_id, kind, name, opened_on, closed_on
        FROM organisations.unit
       WHERE id = :id
         AND organisation_id = :organisationId
         FOR UPDATE
      """)
  Optional<Unit> lockUnit(UUID id, UUID organisationId);

  @Query(
      """
      INSERT INTO organisations.unit (
        id, organisation_id, parent_id, kind, name, opened_on, recorded_at, recorded_by)
      VALUES (:id, :organisationId, :parentId, :kind, :name, :openedOn, :at, :by)
      ON CONFLICT DO NOTHING
      """)
  int insertUnit(
      UUID id,
      UUID organisationId,
      @Nullable UUID parentId,
      String kind,
      String name,
      LocalDate openedOn,
      Instant at,
      UUID by);

  @Query(
      """
      UPDATE organisations.unit
         SET closed_on = :on
       WHERE id = :id
         AND closed_on IS NULL
      """)
  int closeUnit(UUID id, LocalDate on);

  @Query(
      """
      SELECT EXISTS (
        SELECT 1
          FROM organisations.unit
         WHERE parent_id = :id
           AND closed_on IS NULL)
      """)
  boolean hasOpenUnitsBelow(UUID id);

  @Query(
      """
      SELECT id, post, last_name, first_name, middle_name, protocol_number, protocol_on, elected_on, term_until,
             phone, email, undertaking_signed_on, ended_on, recorded_at
        FROM organisations.official
       WHERE organisation_id = :organisationId
       ORDER BY ended_on DESC NULLS FIRST, post = 'CHAIR' DESC, post, last_name COLLATE "ru-x-icu", id
      """)
  List<Official> listOfficials(UUID organisationId);

  @Query(
      """
      INSERT INTO organisations.official (
        id, organisation_id, post, last_name, first_name, middle_name, protocol_number, protocol_on, elected_on,
        term_until, phone, email, undertaking_signed_on, recorded_at, recorded_by)
      VALUES (
        :id, :organisationId, :post, :lastName, :firstName, :middleName, :protocolNumber, :protocolOn, :electedOn,
        :termUntil, :phone, :email, :undertakingSignedOn, :at, :by)
      ON CONFLICT DO NOTHING
      """)
  int insertOfficial(
      UUID id,
      UUID organisationId,
      String post,
      String lastName,
      String firstName,
      @Nullable String middleName,
      @Nullable String protocolNumber,
      @Nullable LocalDate protocolOn,
      LocalDate electedOn,
      @Nullable LocalDate termUntil,
      @Nullable String phone,
      @Nullable String email,
      @Nullable LocalDate undertakingSignedOn,
      Instant at,
      UUID by);

  @Query(
      """
      UPDATE organisations.official
         SET ended_on = :on, end_recorded_at = :at, end_recorded_by = :by
       WHERE id = :id
         AND organisation_id = :organisationId
         AND ended_on IS NULL
         AND elected_on <= :on
      """)
  int endOfficial(UUID id, UUID organisationId, LocalDate on, Instant at, UUID by);

  @Query(
      """
      SELECT EXISTS (
        SELECT 1
          FROM organisations.official
         WHERE id = :id
           AND organisation_id = :organisationId)
      """)
  boolean existsOfficial(UUID id, UUID organisationId);

  @Query(
      """
      SELECT id, kind, title, number, dated_on, valid_until, kept_at
        FROM organisations.document
       WHERE organisation_id = :organisationId
         AND removed_at IS NULL
       ORDER BY dated_on DESC, id DESC
      """)
  List<Document> listDocuments(UUID organisationId);

  @Query(
      """
      INSERT INTO organisations.document (
        id, organisation_id, kind, title, number, dated_on, valid_until, kept_at, recorded_at, recorded_by)
      VALUES (:id, :organisationId, :kind, :title, :number, :datedOn, :validUntil, :keptAt, :at, :by)
      ON CONFLICT DO NOTHING
      """)
  int insertDocument(
      UUID id,
      UUID organisationId,
      String kind,
      String title,
      @Nullable String number,
      LocalDate datedOn,
      @Nullable LocalDate validUntil,
      @Nullable String keptAt,
      Instant at,
      UUID by);

  @Query(
      """
      UPDATE organisations.document
         SET removed_at = :at, removed_by = :by
       WHERE id = :id
         AND organisation_id = :organisationId
         AND removed_at IS NULL
      """)
  int removeDocument(UUID id, UUID organisationId, Instant at, UUID by);
}
