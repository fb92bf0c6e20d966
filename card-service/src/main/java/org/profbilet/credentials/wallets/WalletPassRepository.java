package org.profbilet.credentials.wallets;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface WalletPassRepository extends GenericRepository<WalletPassRow, UUID> {

  /** A pass whose wallets are to be told. */
  @Introspected
  record Due(UUID passId, UUID personId) {}

  /** 0 where she has one already. */
  @Query(
      """
      INSERT INTO credentials.wallet_pass (
        id, person_id, primary_id, wallet, code_hash, made_at, changed_at, told_at)
      SELECT :id, person.id, person.primary_id, :wallet, :codeHash, :at, :at, :at
        FROM members.person person
       WHERE person.id = :personId
      ON CONFLICT (person_id, wallet) DO NOTHING
      """)
  int insert(UUID id, UUID personId, String wallet, String codeHash, Instant at);

  @Query(
      """
      SELECT id, person_id, primary_id, wallet, code_hash, made_at, changed_at, told_at
        FROM credentials.wallet_pass
       WHERE person_id = :personId
         AND wallet = :wallet
      """)
  Optional<WalletPassRow> find(UUID personId, String wallet);

  Optional<WalletPassRow> findById(UUID id);

  @Query("SELECT credentials.wallet_owner(:id)")
  Optional<UUID> findOwner(UUID id);

  @Query("SELECT pass_id, person_id FROM credentials.wallet_due()")
  List<Due> listDue();

  @Query(
      """
      UPDATE credentials.wallet_pass
         SET changed_at = :at
       WHERE person_id IN (SELECT unnest(CAST(string_to_array(:people, ',') AS uuid[])))
      """)
  int markChanged(String people, Instant at);

  @Query("DELETE FROM credentials.wallet_pass WHERE person_id = :personId")
  int deleteAll(UUID personId);

  /** What changed meanwhile is told again. */
  @Query(
      """
      UPDATE credentials.wallet_pass
         SET told_at = :upTo
       WHERE id = :id
         AND told_at < :upTo
      """)
  int markTold(UUID id, Instant upTo);

  @Query(
      """
      INSERT INTO credentials.wallet_device (pass_id, device, push_token)
      VALUES (:passId, :device, :pushToken)
      ON CONFLICT (pass_id, device) DO UPDATE SET push_token = EXCLUDED.push_token
      """)
  int register(UUID passId, String device, String pushToken);

  @Query("DELETE FROM credentials.wallet_device WHERE pass_id = :passId AND device = :device")
  int unregister(UUID passId, String device);

  @Query("SELECT push_token FROM credentials.wallet_device WHERE pass_id = :passId")
  List<String> listPushTokens(UUID passId);

  @Query("SELECT pass_id FROM credentials.wallet_device WHERE device = :device")
  List<UUID> listPassesOn(String device);
}
