package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An organisation proposed for the register; people can act for it once it has a number.
 *
 * @param territorialRights of a primary: it has the rights of a territorial organisation
 * @param institutionKind SCHOOL, PRESCHOOL, EXTRA, VOCATIONAL, UNIVERSITY, RESEARCH, AUTHORITY,
 *     COMPLEX or OTHER
 */
@Serdeable
public record NewOrganisation(
    @NotNull OrganisationLevel level,
    boolean territorialRights,
    @NotBlank @Size(max = 300) String name,
    @NotBlank @Size(max = 120) String shortName,
    @Nullable @Size(max = 20) String institutionKind) {}
