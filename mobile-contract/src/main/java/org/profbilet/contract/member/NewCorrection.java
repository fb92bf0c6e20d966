package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What should stand in the record; what is absent stays, what is empty is taken out. A phone or an
 * e-mail is changed for another one, never taken out.
 *
 * @param education BASIC, SECONDARY, VOCATIONAL, HIGHER or PHD_ETC
 * @param note in the member's own words
 */
@Serdeable
public record NewCorrection(
    @Nullable @Size(max = 60) String lastName,
    @Nullable @Size(max = 60) String firstName,
    @Nullable @Size(max = 60) String middleName,
    @Nullable LocalDate birthDate,
    @Nullable @Size(max = 120) String unit,
    @Nullable @Size(max = 120) String position,
    @Nullable @Size(max = 30) String education,
    @Nullable @Size(max = 60) String phone,
    @Nullable @Size(max = 254) String email,
    @Nullable @Size(max = 500) String note) {}
