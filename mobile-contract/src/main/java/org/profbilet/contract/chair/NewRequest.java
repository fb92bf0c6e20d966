package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param wantedOn from which day on the person works or studies here
 * @param ownPersonId a record of this primary that is the same human; the two become one on arrival
 */
@Serdeable
public record NewRequest(
    @NotNull RequestWish wish,
    @NotBlank @Size(max = 60) String lastName,
    @NotBlank @Size(max = 60) String firstName,
    @Nullable @Size(max = 60) String middleName,
    @NotNull LocalDate birthDate,
    @NotNull LocalDate wantedOn,
    @Nullable UUID ownPersonId) {}
