package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody elected or appointed. */
@Serdeable
public record NewOfficial(
    @NotNull Post post,
    @NotBlank @Size(max = 60) String lastName,
    @NotBlank @Size(max = 60) String firstName,
    @Nullable @Size(max = 60) String middleName,
    @Nullable @Size(max = 30) String protocolNumber,
    @Nullable LocalDate protocolOn,
    @NotNull LocalDate electedOn,
    @Nullable LocalDate termUntil,
    @Nullable @Size(max = 30) String phone,
    @Nullable @Size(max = 254) String email,
    @Nullable LocalDate undertakingSignedOn) {

  /** To what. */
  @Serdeable
  public enum Post {
    CHAIR,
    DEPUTY,
    COMMITTEE_MEMBER,
    AUDIT_MEMBER,
    COMMISSION_MEMBER,
    TREASURER,
    AIS_OFFICER
  }

  @Override
  public String toString() {
    return "NewOfficial[" + post + "]";
  }
}
