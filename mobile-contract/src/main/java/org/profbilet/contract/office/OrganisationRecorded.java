package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** The organisation that a deed was recorded about. */
@Serdeable
public record OrganisationRecorded(UUID id) {}
