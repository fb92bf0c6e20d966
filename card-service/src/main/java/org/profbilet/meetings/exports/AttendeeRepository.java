package org.profbilet.meetings.exports;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AttendeeRepository extends GenericRepository<AttendeeRow, UUID> {

  /** Whoever is expected on the list and whoever came, in the order of names. */
  @Query(
      """
      SELECT known.person_id,
             coalesce(m.full_name, concat_ws(' ', p.last_name, p.first_name, p.middle_name)) AS name,
             coalesce(m.ticket_number, p.ticket_number, '') AS ticket_number, coalesce(e.category, '') AS category,
             m.number, m.sender, coalesce(here.state, 'NEVER_CAME') AS state, here.since, here.since_door,
             coalesce(here.is_counted, false) AS counted
        FROM (SELECT i.person_id
                FROM meetings.entry i
               WHERE :isInvited
                 AND i.meeting_id = :meetingId
                 AND (:categories = '' OR i.category = ANY (string_to_array(:categories, ',')))
               UNION
              SELECT came.person_id
                FROM meetings.presence came
               WHERE came.list_id = :listId
                 AND came.state <> 'NEVER_CAME') known
        LEFT JOIN meetings.entry e
          ON e.meeting_id = :meetingId
         AND e.person_id = known.person_id
        LEFT JOIN meetings.presence here
          ON here.list_id = :listId
         AND here.person_id = known.person_id
        LEFT JOIN (SELECT a.id,
                          a.last_name, a.first_name, a.middle_name, a.ticket_number
                     FROM members.person a
                    UNION ALL
                   SELECT n.person_id, n.short_name, NULL, NULL, NULL
                     FROM meetings.short_names(ARRAY (SELECT s.person_id
                                                        FROM meetings.presence s
                                                       WHERE s.list_id = :listId)) n
                    WHERE NOT EXISTS (SELECT 1 FROM members.person own WHERE own.id = n.person_id)) p
          ON p.id = known.person_id
        LEFT JOIN LATERAL (SELECT held.full_name, held.ticket_number, held.number, o.short_name AS sender
                             FROM meetings.sitting s
                             JOIN meetings.mandate held
                               ON held.body_id = s.body_id
                             JOIN organisations.organisation o
                               ON o.id = held.sender_id
                            WHERE s.meeting_id = :meetingId
                              AND held.person_id = known.person_id
                            ORDER BY held.standing <> 'CONFIRMED', held.id
                            LIMIT 1) m
          ON true
       ORDER BY coalesce(m.full_name, concat_ws(' ', p.last_name, p.first_name, p.middle_name)) COLLATE "ru-x-icu",
                known.person_id
      """)
  List<AttendeeRow> listOf(UUID meetingId, UUID listId, boolean isInvited, String categories);

  /** Forgets what is past its period; tells how much of each class. */
  @Query("SELECT class AS name, forgotten FROM meetings.forget(:now)")
  List<ForgottenRow> forget(Instant now);
}
