package org.profbilet.cards;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PriceRepository extends GenericRepository<Price, LocalDate> {

  Optional<Price> findById(LocalDate validFrom);

  @Query("SELECT valid_from, kopecks FROM cards.price ORDER BY valid_from DESC")
  List<Price> list();

  @Query(
      """
      SELECT valid_from, kopecks
        FROM cards.price
       WHERE valid_from <= :day
       ORDER BY valid_from DESC
       LIMIT 1
      """)
  Optional<Price> findOn(LocalDate day);

  @Query(
      """
      INSERT INTO cards.price (valid_from, kopecks)
      VALUES (:validFrom, :kopecks)
      ON CONFLICT (valid_from) DO NOTHING
      """)
  int insert(LocalDate validFrom, long kopecks);

  @Query(
      """
      SELECT payer_id, payer, members, ordered, ordered_kopecks, without_card,
             CAST(without_card * :kopecks AS bigint) AS still_kopecks
        FROM cards.costs(:aboveId, :yearBegins, :yearEnds, :day)
      """)
  List<TerritoryCost> listCosts(
      UUID aboveId, Instant yearBegins, Instant yearEnds, LocalDate day, long kopecks);
}
