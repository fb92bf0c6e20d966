package org.profbilet.meetings.scans;

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
public interface HolderRepository extends GenericRepository<ScanRow, UUID> {

  @Query(
      """
      SELECT person_id, ticket_number, short_name, membership, card_status, is_invited, category, attention,
             pending_welcome, mandate
        FROM meetings.holder(:ticketNumber, :copy, CAST(:personId AS uuid), :day)
      """)
  Optional<Holder> find(
      @Nullable String ticketNumber, @Nullable String copy, @Nullable UUID personId, LocalDate day);

  /** Of two records that were made one, the one that stays; of any other record itself. */
  @Query("SELECT person_id, ticket_number FROM meetings.kept_record(:personId)")
  Optional<KeptRecord> findKept(UUID personId);

  @Query(
      "SELECT person_id, short_name FROM meetings.short_names(string_to_array(:people,"
          + " ',')::uuid[])")
  List<ShortName> listNames(String people);

  @Query(
      "SELECT person_id, ticket_number, short_name, category, is_member, mandate FROM"
          + " meetings.search(:beginning, :day)")
  List<FoundRow> search(String beginning, LocalDate day);
}
