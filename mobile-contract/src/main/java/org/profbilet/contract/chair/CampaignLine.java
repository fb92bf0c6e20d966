package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign in a list.
 *
 * @param state DRAFT, WAITING (for a second person), RUNNING, PAUSED, CANCELLED or DONE
 * @param recipients how many people the audience was when it was sent off
 */
@Serdeable
public record CampaignLine(
    UUID id,
    String organisation,
    String subject,
    MessageCategory category,
    String state,
    Instant createdAt,
    @Nullable Integer recipients) {}
