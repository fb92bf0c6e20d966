package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An organisation that waits for its number.
 *
 * @param suggestion a free number, or empty
 */
@Serdeable
public record WaitingOrganisation(
    UUID id,
    String level,
    String name,
    String parentName,
    LocalDate proposedOn,
    String suggestion) {}
