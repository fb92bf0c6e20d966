package org.profbilet.credentials;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CredentialRepository extends GenericRepository<CredentialRow, UUID> {

  void save(CredentialRow credential);

  @Query(
      """
      SELECT text
        FROM credentials.credential
       WHERE device_id = :deviceId
         AND kind = :kind
       ORDER BY issued_on DESC, id DESC
       LIMIT 1
      """)
  Optional<String> findNewest(UUID deviceId, String kind);

  @Query(
      """
      SELECT held.text
        FROM credentials.credential held
        JOIN credentials.status_entry entry
          ON entry.list_number = held.list_number AND entry.index = held.index
       WHERE held.device_id = :deviceId
         AND held.kind = :kind
         AND held.issued_on >= CAST(:since AS date)
         AND entry.state = 0
       ORDER BY held.issued_on DESC, held.id DESC
       LIMIT 1
      """)
  Optional<String> findNewestGood(UUID deviceId, String kind, String since);

  /** All that a phone holds becomes invalid. */
  @Query(
      """
      UPDATE credentials.status_entry entry
         SET state = 1
        FROM credentials.credential credential
       WHERE credential.device_id = :deviceId
         AND entry.list_number = credential.list_number
         AND entry.index = credential.index
         AND entry.state <> 1
      """)
  int markInvalid(UUID deviceId);

  /** All that a person's phones hold becomes invalid for good. */
  @Query(
      """
      UPDATE credentials.status_entry entry
         SET state = 1
        FROM credentials.credential held
       WHERE held.person_id = :personId
         AND entry.list_number = held.list_number
         AND entry.index = held.index
         AND entry.state <> 1
      """)
  int markAllInvalid(UUID personId);

  /** What is not invalid for good becomes valid or suspended, as the consent in force says. */
  @Query(
      """
      UPDATE credentials.status_entry entry
         SET state = held.state
        FROM (SELECT list_number, index,
                     CASE WHEN EXISTS (SELECT 1
                                         FROM consents.current current
                                        WHERE current.person_id = credential.person_id
                                          AND current.purpose = 'UNION_PROCESSING'
                                          AND current.state = 'GIVEN')
                          THEN 0 ELSE 2 END AS state
                FROM credentials.credential
               WHERE person_id IN (SELECT unnest(CAST(string_to_array(:people, ',') AS uuid[])))
                 AND expires_at > :now) held
       WHERE entry.list_number = held.list_number
         AND entry.index = held.index
         AND entry.state <> 1
         AND entry.state <> held.state
      """)
  int suspendOrResume(String people, Instant now);

  @Query(
      """
      SELECT index, state
        FROM credentials.status_entry
       WHERE list_number = :listNumber
         AND index = :index
      """)
  Optional<EntryState> findEntry(int listNumber, int index);

  @Query("SELECT max(number) FROM credentials.status_list")
  int currentList();

  /** Takes an entry; 0 where somebody has it already. */
  @Query(
      """
      INSERT INTO credentials.status_entry (list_number, index)
      VALUES (:listNumber, :index)
      ON CONFLICT (list_number, index) DO NOTHING
      """)
  int take(int listNumber, int index);

  @Query(
      """
      INSERT INTO credentials.status_list (number)
      VALUES (:number)
      ON CONFLICT (number) DO NOTHING
      """)
  int openList(int number);

  @Query("SELECT number, version FROM credentials.status_list ORDER BY number")
  List<ListVersion> listVersions();

  @Query(
      """
      SELECT index, state
        FROM credentials.status_entry
       WHERE list_number = :listNumber
         AND state <> 0
      """)
  List<EntryState> listNotValid(int listNumber);

  @Query(
      """
      SELECT person_id, primary_id, device_id, state
        FROM credentials.shown(:listNumber, :index)
      """)
  Optional<ShownCredential> findShown(int listNumber, int index);

  @Query(
      """
      SELECT person_id, door_x, door_y
        FROM credentials.door_keys(CAST(string_to_array(:people, ',') AS uuid[]))
      """)
  List<DoorKey> listDoorKeys(String people);
}
