package org.profbilet.credentials;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
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
       ORDER BY issued_on DESC
       LIMIT 1
      """)
  Optional<String> findNewest(UUID deviceId, String kind);

  @Query(
      """
      SELECT text
        FROM credentials.credential
       WHERE device_id = :deviceId
         AND kind = :kind
         AND issued_on = CAST(:day AS date)
      """)
  Optional<String> findOfDay(UUID deviceId, String kind, String day);

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
