package org.profbilet.consents;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** What stood in the ledger before a recording. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TakenBackRepository extends GenericRepository<Decision, UUID> {

  /** Papers of the recording that are still the newest decision about their subject. */
  @Query(
      """
      SELECT ours.person_id, ours.purpose, ours.channel, before.state,
             coalesce(before.text_id, ours.text_id) AS text_id, before.form, before.signed_on, before.keeper_id,
             before.recording_id, before.recorded_by, before.evidence, before.device_id, before.device_key,
             before.cause,
             (SELECT min(t.effective_from) FROM consents.text t WHERE t.purpose = ours.purpose) AS first_day
        FROM consents.current c
        JOIN consents.decision ours
          ON ours.id = c.decision_id
        LEFT JOIN LATERAL (
               SELECT d.state, d.text_id, d.form, d.signed_on, d.keeper_id, d.recording_id, d.recorded_by,
                      d.evidence, d.device_id, d.device_key, d.cause
                 FROM consents.decision d
                WHERE d.person_id = ours.person_id
                  AND d.purpose = ours.purpose
                  AND d.channel = ours.channel
                  AND d.version < ours.version
                  AND d.recording_id IS DISTINCT FROM ours.recording_id
                ORDER BY d.version DESC
                LIMIT 1) before
          ON true
       WHERE ours.recording_id = :recordingId
         AND c.person_id IN (SELECT unnest(CAST(string_to_array(:personIds, ',') AS uuid[])))
       ORDER BY ours.purpose, ours.channel, ours.person_id
      """)
  List<TakenBack> listBefore(UUID recordingId, String personIds);
}
