package org.profbilet.organisations.changes;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation left the tree. Its members stay on record there, and wait, until each is taken on
 * elsewhere or leaves.
 *
 * @param successorId the organisation it was merged into
 */
public record OrganisationClosed(UUID organisationId, LocalDate on, @Nullable UUID successorId) {}
