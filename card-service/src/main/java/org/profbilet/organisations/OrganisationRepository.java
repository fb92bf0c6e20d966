package org.profbilet.organisations;

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
abstract class OrganisationRepository implements GenericRepository<OrganisationRow, UUID> {

  @Query(
      """
      SELECT id, number, coalesce(inpo, '') AS inpo, level, parent_id, name, short_name, zone, phone, status,
             territorial_rights
        FROM organisations.organisation
       WHERE id = :id
      """)
  abstract Optional<Organisation> findById(UUID id);

  @Query(
      """
      SELECT id, number, coalesce(inpo, '') AS inpo, level, parent_id, name, short_name, zone, phone, status,
             territorial_rights
        FROM organisations.organisation
       WHERE inpo = :inpo
      """)
  abstract Optional<Organisation> findByInpo(String inpo);

  @Query(
      """
      SELECT id, number, coalesce(inpo, '') AS inpo, level, parent_id, name, short_name, zone, phone, status,
             territorial_rights
        FROM organisations.organisation
       WHERE parent_id = :parentId
       ORDER BY name COLLATE "ru-x-icu"
      """)
  abstract List<Organisation> listChildren(UUID parentId);

  @Query(
      """
      SELECT above.id, above.number, coalesce(above.inpo, '') AS inpo, above.level, above.parent_id, above.name,
             above.short_name, above.zone, above.phone, above.status, above.territorial_rights
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
        id, inpo, status, level, parent_id, name, short_name, institution_kind, zone, phone, registered_on,
        position, last_position)
      VALUES (
        :id, :inpo, :status, :level, :parentId, :name, :shortName, :institutionKind, :zone, :phone,
        :registeredOn, :position, :lastPosition)
      """)
  abstract void insert(
      UUID id,
      @Nullable String inpo,
      String status,
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
      INSERT INTO organisations.declared_count (organisation_id, subject, as_of, raw, value, recorded_at)
      VALUES (:organisationId, :subject, :asOf, :raw, :value, :recordedAt)
      """)
  abstract void insertDeclaredCount(
      UUID organisationId,
      String subject,
      LocalDate asOf,
      String raw,
      @Nullable Integer value,
      Instant recordedAt);

  @Query(
      """
      SELECT position AS first, last_position AS last, last_position AS taken
        FROM organisations.organisation
       WHERE id = :id
      """)
  abstract Room getPlaceOf(UUID id);

  @Query(
      """
      UPDATE organisations.organisation
         SET position = position + :by, last_position = last_position + :by, version = version + 1
       WHERE position BETWEEN :first AND :last
      """)
  abstract int shift(long first, long last, long by);

  @Query(
      """
      UPDATE organisations.organisation
         SET parent_id = :parentId
       WHERE id = :id
      """)
  abstract void setParent(UUID id, UUID parentId);

  /** Children in the order of the register, closed ones last. */
  @Query(
      """
      SELECT o.id, coalesce(o.inpo, '') AS inpo, o.level, o.name, o.status, o.territorial_rights,
             CAST(NULL AS text) AS parent_name,
             CASE WHEN o.level = 'PRIMARY' THEN 1 ELSE (
               SELECT count(*)
                 FROM organisations.organisation p
                WHERE p.position BETWEEN o.position AND o.last_position
                  AND p.level = 'PRIMARY'
                  AND p.status IN ('PROPOSED', 'ACTIVE', 'LIQUIDATING')) END AS primaries
        FROM organisations.organisation o
       WHERE o.parent_id = :parentId
       ORDER BY o.status IN ('EXCLUDED', 'MERGED'), o.level, o.name COLLATE "ru-x-icu"
      """)
  abstract List<OrganisationBelow> listRegister(UUID parentId);

  /** ИНПО from its beginning, or any part of a name; ё is е. */
  @Query(
      """
      SELECT o.id, coalesce(o.inpo, '') AS inpo, o.level, o.name, o.status, o.territorial_rights,
             parent.name AS parent_name, 0 AS primaries
        FROM organisations.organisation above
        JOIN organisations.organisation o
          ON o.position BETWEEN above.position AND above.last_position
        LEFT JOIN organisations.organisation parent
          ON parent.id = o.parent_id
       WHERE above.id = :aboveId
         AND (strpos(replace(lower(o.name), 'ё', 'е'), :text) > 0
              OR strpos(replace(lower(o.short_name), 'ё', 'е'), :text) > 0
              OR starts_with(o.inpo, :text))
       ORDER BY o.status IN ('EXCLUDED', 'MERGED'), o.level, o.name COLLATE "ru-x-icu", o.id
       LIMIT :limit
      """)
  abstract List<OrganisationBelow> search(UUID aboveId, String text, int limit);
}
