package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member entered by hand; codes as in the lists of the form, English or Russian.
 *
 * @param joinedUnion a date as 2001-09-01 or 01.09.2001, or a year
 * @param otherPerson she is somebody else although she looks like a person on record
 */
@Serdeable
public record NewMember(
    @NotBlank @Size(max = 60) String lastName,
    @NotBlank @Size(max = 60) String firstName,
    @Nullable @Size(max = 60) String middleName,
    @NotNull LocalDate birthDate,
    @NotBlank @Size(max = 30) String sex,
    @NotBlank @Size(max = 60) String category,
    @NotBlank @Size(max = 60) String engagement,
    @Nullable @Size(max = 120) String unit,
    @Nullable @Size(max = 120) String position,
    @Nullable @Size(max = 60) String staffGroup,
    @Nullable @Size(max = 60) String education,
    @NotBlank @Size(max = 30) String joinedUnion,
    @NotNull LocalDate registeredOn,
    @Nullable @Size(max = 30) String protocolNumber,
    @Nullable LocalDate protocolOn,
    @Nullable @Size(max = 20) String paperTicket,
    @Nullable @Size(max = 60) String phone,
    @Nullable @Size(max = 254) String email,
    @Nullable @Size(max = 250) String note,
    @Nullable Boolean otherPerson) {}
