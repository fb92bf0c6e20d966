package org.profbilet.organisations;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class OrganisationRepository implements GenericRepository<OrganisationRow, UUID> {

  @Query(
      """
      SELECT id, number, inpo, level, parent_id, name, short_name, zone, phone
        FROM organisations.organisation
       WHERE id = :id
      """)
  abstract Optional<Organisation> findById(UUID id);

  @Query(
      """
      SELECT id, number, inpo, level, parent_id, name, short_name, zone, phone
        FROM organisations.organisation
       WHERE inpo = :inpo
      """)
  abstract Optional<Organisation> findByInpo(String inpo);

  @Query(
      """
      SELECT id, number, inpo, level, parent_id, name, short_name, zone, phone
        FROM organisations.organisation
       WHERE parent_id = :parentId
       ORDER BY name COLLATE "ru-x-icu"
      """)
  abstract List<Organisation> listChildren(UUID parentId);

  @Query(
      """
      SELECT above.id, above.number, above.inpo, above.level, above.parent_id, above.name, above.short_name,
             above.zone, above.phone
        FROM organisations.organisation below
        JOIN organisations.organisation above
          ON below.position BETWEEN above.position AND above.last_position
       WHERE below.id = :id
       ORDER BY above.position
      """)
  abstract List<Organisation> listFromTheTopTo(UUID id);

  @Query(
      """
      SELECT EXISTS (
        SELECT 1
          FROM organisations.organisation below
          JOIN organisations.organisation above
            ON below.position BETWEEN above.position AND above.last_position
         WHERE below.id = :belowId
           AND above.id = :aboveId)
      """)
  abstract boolean isWithin(UUID belowId, UUID aboveId);

  @Query("SELECT EXISTS (SELECT 1 FROM organisations.organisation)")
  abstract boolean existsAny();

  /**
   * Room for a new child: the last place in its parent's interval, found under the parent's lock.
   */
  @Query(
      """
      SELECT parent.position AS first, parent.last_position AS last,
             coalesce(max(child.last_position), parent.position) AS taken
        FROM (SELECT id, position, last_position
                FROM organisations.organisation
               WHERE id = :parentId
                 FOR UPDATE) parent
        LEFT JOIN organisations.organisation child
          ON child.parent_id = parent.id
       GROUP BY parent.position, parent.last_position
      """)
  abstract Optional<Room> findRoomIn(UUID parentId);

  @Query(
      """
      INSERT INTO organisations.organisation (
        id, inpo, level, parent_id, name, short_name, institution_kind, zone, phone, registered_on,
        position, last_position)
      VALUES (
        :id, :inpo, :level, :parentId, :name, :shortName, :institutionKind, :zone, :phone, :registeredOn,
        :position, :lastPosition)
      """)
  abstract void insert(
      UUID id,
      String inpo,
      String level,
      @Nullable UUID parentId,
      String name,
      String shortName,
      @Nullable String institutionKind,
      String zone,
      @Nullable String phone,
      LocalDate registeredOn,
      long position,
      long lastPosition);

  @Query(
      """
      INSERT INTO organisations.declared_count (organisation_id, subject, as_of, raw, value)
      VALUES (:organisationId, :subject, :asOf, :raw, :value)
      """)
  abstract void insertDeclaredCount(
      UUID organisationId, String subject, LocalDate asOf, String raw, @Nullable Integer value);
}
