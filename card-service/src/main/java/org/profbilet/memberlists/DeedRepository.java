package org.profbilet.memberlists;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** What applying did, and the way back. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeedRepository extends GenericRepository<DeedRepository.Row, UUID> {

  /** Names the table for the repository. */
  @MappedEntity(value = "applied_row", schema = "memberlists")
  record Row(@Id UUID planId) {}

  @Query(
      """
      INSERT INTO memberlists.applied_row (
        plan_id, primary_id, person_id, deed, membership_id, before, after_hash, contact_ids)
      SELECT :planId, :primaryId, new."personId", new.deed, new."membershipId", new.before, new."afterHash",
             new."contactIds"
        FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS new (
               "personId" uuid, deed text, "membershipId" uuid, before jsonb, "afterHash" text,
               "contactIds" uuid[])
      """)
  int insert(UUID planId, UUID primaryId, String rows);

  /**
   * Addresses are touched when one of the list is no longer the newest, or was verified or found
   * dead; consents when one of the person was decided later than the list did.
   */
  @Query(
      """
      SELECT r.person_id, r.deed, r.membership_id, CAST(r.before AS text) AS before, r.after_hash,
             array_to_string(r.contact_ids, ',') AS contact_ids,
             EXISTS (SELECT 1
                       FROM contacts.contact c
                      WHERE c.id = ANY (r.contact_ids)
                        AND (c.replaced_at IS NOT NULL OR c.verified_at IS NOT NULL OR c.state <> 'GOOD'))
               OR (r.deed = 'ADDED' AND EXISTS (
                     SELECT 1
                       FROM contacts.contact c
                      WHERE c.person_id = r.person_id
                        AND c.id <> ALL (r.contact_ids))) AS address_touched,
             EXISTS (SELECT 1
                       FROM consents.decision d
                       LEFT JOIN consents.decision ours
                         ON ours.person_id = d.person_id
                        AND ours.purpose = d.purpose
                        AND ours.channel = d.channel
                        AND ours.recording_id = r.plan_id
                      WHERE d.person_id = r.person_id
                        AND d.recording_id IS DISTINCT FROM r.plan_id
                        AND (r.deed = 'ADDED' OR d.version > ours.version)) AS consent_touched
        FROM memberlists.applied_row r
       WHERE r.plan_id = :planId
         AND r.primary_id = :primaryId
       ORDER BY r.person_id
      """)
  List<StoredDeed> listDeeds(UUID planId, UUID primaryId);

  @Query("SELECT contacts.take_back(CAST(string_to_array(:ids, ',') AS uuid[])) IS NULL")
  boolean takeBackContacts(String ids);

  @Query("SELECT members.take_back('{}', CAST(string_to_array(:ids, ',') AS uuid[])) IS NULL")
  boolean takeBackMemberships(String ids);

  /** Removes people whom the plan added; those whom something else refers to stay. */
  @Query(
      """
      SELECT kept
        FROM memberlists.take_back(
               :planId, CAST(string_to_array(:personIds, ',') AS uuid[]),
               CAST(string_to_array(:contactIds, ',') AS uuid[])) AS kept
      """)
  List<UUID> takeBackPeople(UUID planId, String personIds, String contactIds);
}
