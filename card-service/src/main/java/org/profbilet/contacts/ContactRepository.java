package org.profbilet.contacts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ContactRepository extends GenericRepository<ContactRepository.Row, UUID> {

  /** Names the table for the repository. */
  @MappedEntity(value = "contact", schema = "contacts")
  record Row(@Id UUID id) {}

  @Query(
      """
      SELECT person_id, kind, value, shared, verified_at, state, recorded_at
        FROM contacts.contact
       WHERE primary_id = :primaryId
         AND replaced_at IS NULL
      """)
  List<Contact> listOf(UUID primaryId);

  @Query(
      """
      SELECT person_id, kind, value, shared, verified_at, state, recorded_at
        FROM contacts.contact
       WHERE person_id = :personId
         AND primary_id = :primaryId
         AND replaced_at IS NULL
       ORDER BY kind DESC
      """)
  List<Contact> listOfPerson(UUID primaryId, UUID personId);

  /** Who has a number and gets another one. */
  @Query(
      """
      SELECT c.person_id
        FROM contacts.contact c
        JOIN jsonb_to_recordset(CAST(:rows AS jsonb)) AS new ("personId" uuid, kind text, value text)
          ON new."personId" = c.person_id
         AND new.kind = c.kind
         AND new.value <> c.value
       WHERE c.primary_id = :primaryId
         AND c.kind = 'PHONE'
         AND c.replaced_at IS NULL
      """)
  List<UUID> listWithOtherPhone(UUID primaryId, String rows);

  @Query(
      """
      UPDATE contacts.contact c
         SET replaced_at = :at
        FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS new ("personId" uuid, kind text, value text)
       WHERE c.person_id = new."personId"
         AND c.kind = new.kind
         AND c.value <> new.value
         AND c.primary_id = :primaryId
         AND c.replaced_at IS NULL
      """)
  int replace(UUID primaryId, String rows, Instant at);

  /** An address that stands already stays; asking the index row by row keeps large lists linear. */
  @Query(
      """
      INSERT INTO contacts.contact (id, person_id, primary_id, kind, value, recorded_at)
      SELECT new.id, new."personId", :primaryId, new.kind, new.value, :at
        FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS new (id uuid, "personId" uuid, kind text, value text)
      ON CONFLICT (person_id, kind) WHERE replaced_at IS NULL DO NOTHING
      """)
  int insert(UUID primaryId, String rows, Instant at);

  /** An address of two people is a family's or the chair's own: codes must not go there. */
  @Query(
      """
      UPDATE contacts.contact c
         SET shared = found.shared
        FROM (SELECT id, count(*) OVER (PARTITION BY kind, value) > 1 AS shared
                FROM contacts.contact
               WHERE primary_id = :primaryId
                 AND replaced_at IS NULL) found
       WHERE c.id = found.id
         AND c.shared <> found.shared
      """)
  int markShared(UUID primaryId);
}
