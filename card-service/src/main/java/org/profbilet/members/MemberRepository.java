package org.profbilet.members;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
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

/** Lists go in and out as one statement each: a university has thousands of rows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MemberRepository extends GenericRepository<MemberRepository.Row, UUID> {

  /** Names the table for the repository. */
  @MappedEntity(value = "person", schema = "members")
  record Row(@Id UUID id) {}

  /** One change at a time in a primary's register; ends with the transaction. */
  @Query("SELECT pg_advisory_xact_lock(hashtextextended(:primaryId, 0)) IS NULL")
  boolean lockRegister(String primaryId);

  /** Plans remembered from small tables read large ones through, once for every row. */
  @Query("SELECT members.plan_anew() IS NULL")
  boolean planAnew();

  @Query("SELECT members.refresh_statistics() IS NULL")
  boolean refreshStatistics();

  /**
   * Versions of memberships only grow, but where a merge is undone, and that is counted: equal sums
   * mean an equal register.
   */
  @Query(
      """
      SELECT concat_ws('.',
               (SELECT concat_ws('.', count(*), sum(version)) FROM members.person WHERE primary_id = :primaryId),
               (SELECT concat_ws('.', count(*), sum(version)) FROM members.membership WHERE primary_id = :primaryId),
               (SELECT concat_ws('.', count(*), count(undone_at)) FROM members.merge WHERE primary_id = :primaryId))
      """)
  String versionOf(UUID primaryId);

  @Query("SELECT nextval('members.ticket_serial') FROM generate_series(1, :count)")
  List<Long> nextSerials(int count);

  @Query(
      "SELECT DISTINCT ON (p.id) "
          + MemberRow.COLUMNS
          + """
        FROM members.person p
        JOIN members.membership m
          ON m.person_id = p.id
         AND m.primary_id = p.primary_id
         AND m.kind = 'COUNTED'
       WHERE p.primary_id = :primaryId
         AND p.merged_into IS NULL
       ORDER BY p.id, m.valid_from DESC
      """)
  List<MemberRow> listOf(UUID primaryId);

  @Query(
      "SELECT "
          + MemberRow.COLUMNS
          + """
        FROM members.person p
        JOIN members.membership m
          ON m.person_id = p.id
         AND m.primary_id = p.primary_id
         AND m.kind = 'COUNTED'
       WHERE p.primary_id = :primaryId
         AND p.id = :personId
         AND p.merged_into IS NULL
       ORDER BY m.valid_from DESC
       LIMIT 1
      """)
  Optional<MemberRow> find(UUID primaryId, UUID personId);

  /** Members on record after the cursor, in the order of a Russian dictionary. */
  @Query(
      "SELECT "
          + MemberRow.COLUMNS
          + """
        FROM members.person p
        JOIN members.membership m
          ON m.person_id = p.id
         AND m.primary_id = p.primary_id
         AND m.kind = 'COUNTED'
         AND m.valid_until IS NULL
       WHERE p.primary_id = :primaryId
         AND starts_with(p.search_name, :query)
         AND (CAST(:after AS uuid) IS NULL
              OR (p.search_name COLLATE "ru-x-icu", p.id) >
                 (SELECT c.search_name COLLATE "ru-x-icu", c.id FROM members.person c WHERE c.id = CAST(:after AS uuid)))
       ORDER BY p.search_name COLLATE "ru-x-icu", p.id
       LIMIT :limit
      """)
  List<MemberRow> search(UUID primaryId, String query, @Nullable UUID after, int limit);

  @Query(
      """
      INSERT INTO members.person (
        id, primary_id, ticket_number, last_name, first_name, middle_name, birth_date, sex, paper_ticket, note,
        search_name, created_at, request_hash)
      SELECT new.id, :primaryId, new."ticketNumber", new."lastName", new."firstName", new."middleName",
             new."birthDate", new.sex, new."paperTicket", new.note, new."searchName", :at, :requestHash
        FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS new (
               id uuid, "ticketNumber" text, "lastName" text, "firstName" text, "middleName" text,
               "birthDate" date, sex text, "paperTicket" text, note text, "searchName" text)
      """)
  int insertPersons(UUID primaryId, String rows, Instant at, @Nullable String requestHash);

  @Query(
      """
      INSERT INTO members.membership (
        id, person_id, primary_id, category, engagement, unit_name, position_name, staff_group, education,
        dues_by_payroll, union_roles, joined_union_on, joined_union_precision, registered_on,
        admission_protocol_number, admission_protocol_on, valid_from, recorded_at, recorded_by)
      SELECT new."membershipId", new.id, :primaryId, new.category, new.engagement, new."unitName",
             new."positionName", new."staffGroup", new.education, new."duesByPayroll",
             string_to_array(new."unionRoles", ','), new."joinedUnionOn", new."joinedUnionPrecision",
             new."registeredOn", new."admissionProtocolNumber", new."admissionProtocolOn", new."validFrom", :at,
             :accountId
        FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS new (
               id uuid, "membershipId" uuid, category text, engagement text, "unitName" text, "positionName" text,
               "staffGroup" text, education text, "duesByPayroll" boolean, "unionRoles" text,
               "joinedUnionOn" date, "joinedUnionPrecision" text, "registeredOn" date,
               "admissionProtocolNumber" text, "admissionProtocolOn" date, "validFrom" date)
      """)
  int insertMemberships(UUID primaryId, String rows, Instant at, UUID accountId);

  @Query(
      """
      UPDATE members.person p
         SET last_name = new."lastName", first_name = new."firstName", middle_name = new."middleName",
             birth_date = new."birthDate", sex = new.sex, paper_ticket = new."paperTicket", note = new.note,
             search_name = new."searchName", version = p.version + 1
        FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS new (
               id uuid, "lastName" text, "firstName" text, "middleName" text, "birthDate" date, sex text,
               "paperTicket" text, note text, "searchName" text)
       WHERE p.id = new.id
         AND p.primary_id = :primaryId
      """)
  int updatePersons(UUID primaryId, String rows);

  @Query(
      """
      UPDATE members.membership m
         SET category = new.category, engagement = new.engagement, unit_name = new."unitName",
             position_name = new."positionName", staff_group = new."staffGroup", education = new.education,
             dues_by_payroll = new."duesByPayroll", union_roles = string_to_array(new."unionRoles", ','),
             joined_union_on = new."joinedUnionOn", joined_union_precision = new."joinedUnionPrecision",
             registered_on = new."registeredOn", admission_protocol_number = new."admissionProtocolNumber",
             admission_protocol_on = new."admissionProtocolOn", suspended_until = new."suspendedUntil",
             version = m.version + 1
        FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS new (
               "membershipId" uuid, category text, engagement text, "unitName" text, "positionName" text,
               "staffGroup" text, education text, "duesByPayroll" boolean, "unionRoles" text,
               "joinedUnionOn" date, "joinedUnionPrecision" text, "registeredOn" date,
               "admissionProtocolNumber" text, "admissionProtocolOn" date, "suspendedUntil" date)
       WHERE m.id = new."membershipId"
         AND m.primary_id = :primaryId
      """)
  int updateMemberships(UUID primaryId, String rows);

  @Query(
      """
      UPDATE members.membership
         SET valid_until = :on, end_reason = :reason, version = version + 1
       WHERE id = :membershipId
         AND primary_id = :primaryId
         AND valid_until IS NULL
      """)
  int endMembership(UUID primaryId, UUID membershipId, LocalDate on, String reason);

  @Query(
      """
      UPDATE members.membership
         SET valid_until = NULL, end_reason = NULL, version = version + 1
       WHERE id = :membershipId
         AND primary_id = :primaryId
         AND valid_until IS NOT NULL
      """)
  int reopenMembership(UUID primaryId, UUID membershipId);

  @Query(
      """
      SELECT unit_name AS name, count(*) AS people
        FROM members.membership
       WHERE primary_id = :primaryId
         AND kind = 'COUNTED'
         AND valid_until IS NULL
         AND unit_name IS NOT NULL
       GROUP BY unit_name
       ORDER BY unit_name COLLATE "ru-x-icu"
      """)
  List<Unit> listUnits(UUID primaryId);

  @Query(
      """
      INSERT INTO members.change (id, person_id, primary_id, at, account_id, field, old_value, new_value)
      SELECT new.id, new."personId", :primaryId, :at, :accountId, new.field, new.before, new.after
        FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS new (
               id uuid, "personId" uuid, field text, before text, after text)
      """)
  int insertChanges(UUID primaryId, String rows, Instant at, UUID accountId);

  @Query(
      """
      SELECT at, account_id, field, old_value AS before, new_value AS after
        FROM members.change
       WHERE person_id = :personId
         AND primary_id = :primaryId
       ORDER BY at DESC, id DESC
       LIMIT 200
      """)
  List<RecordedChange> listChanges(UUID primaryId, UUID personId);

  @Query("SELECT place FROM members.match_elsewhere(:primaryId, CAST(:people AS jsonb), :at)")
  List<Integer> matchElsewhere(UUID primaryId, String people, Instant at);

  @Query("SELECT request_hash FROM members.person WHERE id = :personId AND primary_id = :primaryId")
  Optional<String> findRequestHash(UUID primaryId, UUID personId);
}
