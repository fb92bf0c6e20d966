package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passport.
 *
 * @param mayChange whether the caller keeps this passport
 * @param fields every field of the form in its order
 * @param required how many fields this level must fill in
 * @param missing codes of those that are empty; COUNT_MEMBERS is a headcount
 */
@Serdeable
public record PassportView(
    UUID id,
    String level,
    String status,
    boolean territorialRights,
    boolean mayChange,
    List<Field> fields,
    List<DeclaredHeadcount> headcounts,
    int required,
    List<String> missing) {

  public PassportView {
    fields = List.copyOf(fields);
    headcounts = List.copyOf(headcounts);
    missing = List.copyOf(missing);
  }

  /**
   * @param code for example POSTAL_ADDRESS (an open list)
   * @param tab INPO, REGISTRATION, ORGANISATION or ADDRESSES (an open list)
   * @param kind TEXT, DATE, YES_NO and others (an open list); READ_ONLY changes by decisions only
   */
  @Serdeable
  public record Field(
      String code,
      String tab,
      String kind,
      boolean required,
      @Nullable String value,
      @Nullable LocalDate trueFrom,
      @Nullable Instant recordedAt) {}

  /**
   * @param raw the words of the paper, for example «67 (54)»
   * @param value the number that counts; the alternative and the extra are never added
   */
  @Serdeable
  public record DeclaredHeadcount(
      String subject,
      LocalDate asOf,
      String raw,
      @Nullable Integer value,
      @Nullable Integer alternative,
      @Nullable Integer extra,
      Instant recordedAt) {}
}
