package org.profbilet.notifications.campaigns;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to many.
 *
 * @param recipients how many people the audience was when it was sent off
 * @param returnReason why the second person gave it back
 * @param expiresAt when what could not be sent is left
 * @param audience how many members have it in their page so far
 * @param told how many of them are told by a channel too
 * @param toldAll whether everybody has it in her page
 */
public record Campaign(
    UUID id,
    UUID organisationId,
    CampaignState state,
    Draft draft,
    UUID createdBy,
    Instant createdAt,
    @Nullable UUID sentBy,
    @Nullable Instant sentAt,
    @Nullable Integer recipients,
    @Nullable Instant approvedAt,
    @Nullable String returnReason,
    @Nullable Instant expiresAt,
    int audience,
    int told,
    boolean toldAll,
    @Nullable Instant endedAt) {}
