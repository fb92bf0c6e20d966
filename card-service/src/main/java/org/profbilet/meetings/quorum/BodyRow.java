package org.profbilet.meetings.quorum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.BodyKind;
import org.profbilet.contract.chair.QuorumBase;
import org.profbilet.contract.chair.QuorumShare;

/** An elected body and the shares by which it may decide. */
@MappedEntity(value = "body", schema = "meetings")
public record BodyRow(
    @Id UUID id,
    UUID organisationId,
    String name,
    BodyKind kind,
    QuorumBase base,
    int numerator,
    int denominator,
    boolean moreThan,
    @Nullable Integer organisationsNumerator,
    @Nullable Integer organisationsDenominator,
    @Nullable Boolean organisationsMoreThan,
    boolean countsRemote,
    @Nullable String charter,
    @Nullable String allocationDecision,
    String requestHash,
    UUID createdBy,
    Instant createdAt) {

  public QuorumShare share() {
    return new QuorumShare(numerator, denominator, moreThan);
  }

  /** Of organisations that must be represented as well; absent where the charter wants none. */
  public @Nullable QuorumShare shareOfOrganisations() {
    return organisationsNumerator == null
            || organisationsDenominator == null
            || organisationsMoreThan == null
        ? null
        : new QuorumShare(organisationsNumerator, organisationsDenominator, organisationsMoreThan);
  }
}
