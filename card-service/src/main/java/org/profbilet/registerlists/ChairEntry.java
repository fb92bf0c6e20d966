package org.profbilet.registerlists;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.passport.PassportField;
import org.profbilet.organisations.structure.KeepOfficials.Election;
import org.profbilet.organisations.structure.Post;

/**
 * What a row of the list of chairs would record.
 *
 * @param isNew false where this person is in office already
 * @param endsId the one in office before, whose term ends on the day of the election
 * @param readiness answers about computer and internet
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChairEntry(
    UUID organisationId,
    boolean isNew,
    @Nullable UUID endsId,
    Post post,
    String lastName,
    String firstName,
    @Nullable String middleName,
    @Nullable String protocolNumber,
    @Nullable LocalDate protocolOn,
    LocalDate electedOn,
    @Nullable LocalDate termUntil,
    @Nullable String phone,
    @Nullable String email,
    @Nullable LocalDate undertakingOn,
    Map<PassportField, String> readiness) {

  ChairEntry {
    readiness = Map.copyOf(readiness);
  }

  Election election() {
    return new Election(
        post,
        lastName,
        firstName,
        middleName,
        protocolNumber,
        protocolOn,
        electedOn,
        termUntil,
        phone,
        email,
        undertakingOn);
  }

  @Override
  public String toString() {
    return "ChairEntry[" + organisationId + "]";
  }
}
