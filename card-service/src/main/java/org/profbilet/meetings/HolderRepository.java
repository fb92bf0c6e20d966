package org.profbilet.meetings;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People of any primary, through the narrow functions that alone may look at them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface HolderRepository extends GenericRepository<DeviceRow, UUID> {

  @Query(
      """
      SELECT h.person_id, h.short_name, h.is_member, h.card_status,
             EXISTS (SELECT 1
                       FROM meetings.entry e
                      WHERE e.list_id = :listId
                        AND e.person_id = h.person_id) AS is_invited
        FROM meetings.holder(:ticketNumber, :copy, :day) h
      """)
  Optional<Holder> find(UUID listId, String ticketNumber, @Nullable String copy, LocalDate day);

  @Query(
      "SELECT person_id, short_name FROM meetings.short_names(string_to_array(:people,"
          + " ',')::uuid[])")
  List<ShortName> listNames(String people);

  @Query("SELECT person_id, ticket_number, short_name, card_serial FROM meetings.invited(:day)")
  List<InvitedPerson> listInvited(LocalDate day);
}
