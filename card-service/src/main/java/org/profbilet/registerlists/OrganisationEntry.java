package org.profbilet.registerlists;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.DeclaredSubject;
import org.profbilet.organisations.passport.PassportField;

/**
 * What a row of the register would record.
 *
 * @param organisationId the organisation that is there already, or null for a new one
 * @param fields what its passport would be filled in with
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record OrganisationEntry(
    @Nullable UUID organisationId,
    UUID parentId,
    boolean territorialRights,
    String name,
    String shortName,
    @Nullable String institutionKind,
    Map<PassportField, String> fields,
    List<Count> counts) {

  OrganisationEntry {
    fields = Map.copyOf(fields);
    counts = List.copyOf(counts);
  }

  /** A declared headcount in the words of the table. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Count(DeclaredSubject subject, LocalDate asOf, String raw) {}
}
