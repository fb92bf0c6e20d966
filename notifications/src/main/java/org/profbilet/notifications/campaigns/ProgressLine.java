package org.profbilet.notifications.campaigns;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a campaign that stand alike; of whom is not told.
 *
 * @param reason why they were withheld; null for other states
 */
@Introspected
public record ProgressLine(String channel, String state, @Nullable String reason, int messages) {}
