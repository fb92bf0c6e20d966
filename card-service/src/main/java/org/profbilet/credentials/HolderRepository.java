package org.profbilet.credentials;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface HolderRepository extends GenericRepository<DeviceRow, UUID> {

  /** Within the scope of the person herself or of her primary; a member on this day or not. */
  @Query(
      """
      SELECT person.id, person.primary_id, person.ticket_number, person.last_name, person.first_name,
             person.middle_name, person.birth_date, organisation.number AS organisation_number,
             EXISTS (SELECT 1
                       FROM members.membership membership
                      WHERE membership.person_id = person.id
                        AND membership.kind = 'COUNTED'
                        AND membership.valid_from <= :day
                        AND (membership.valid_until IS NULL OR membership.valid_until > :day)) AS member,
             (SELECT max(membership.valid_until)
                FROM members.membership membership
               WHERE membership.person_id = person.id
                 AND membership.kind = 'COUNTED') AS ended_on,
             EXISTS (SELECT 1
                       FROM consents.current current
                      WHERE current.person_id = person.id
                        AND current.purpose = 'UNION_PROCESSING'
                        AND current.state = 'GIVEN') AS consented
        FROM members.person person
        JOIN organisations.organisation organisation
          ON organisation.id = person.primary_id
       WHERE person.id = :personId
      """)
  Optional<Holder> findById(UUID personId, LocalDate day);

  /** Whose phone credential has this entry; for a stranger who was shown it. */
  @Query("SELECT credentials.bearer(:listNumber, :index)")
  Optional<UUID> findBearer(int listNumber, int index);

  /** Whose issued plastic copy it is; for a stranger who was shown it. */
  @Query("SELECT credentials.plastic_bearer(:ticket, :serial)")
  Optional<UUID> findPlasticBearer(String ticket, String serial);

  /** Whose pass in a wallet it is; for a stranger who was shown it. */
  @Query("SELECT credentials.wallet_bearer(:codeHash)")
  Optional<UUID> findWalletBearer(String codeHash);

  @Query(
      """
      SELECT card.id, card.status
        FROM cards.card card
       WHERE card.person_id = :personId
         AND card.medium = 'PLASTIC'
       ORDER BY card.serial DESC
       LIMIT 1
      """)
  Optional<PlasticCopy> findNewestCopy(UUID personId);

  @Query(
      """
      SELECT step.to_status AS status, step.at
        FROM cards.card_step step
       WHERE step.card_id = :cardId
       ORDER BY step.at, step.id
      """)
  List<MemberCard.Step> listSteps(UUID cardId);
}
