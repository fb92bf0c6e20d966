package org.profbilet.organisations;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as other features see it.
 *
 * @param number our own number, which the credential carries
 * @param zone IANA time zone, for example Europe/Moscow
 * @param phone whom members and chairs call for help
 */
@Introspected
public record Organisation(
    UUID id,
    int number,
    String inpo,
    Level level,
    @Nullable UUID parentId,
    String name,
    String shortName,
    String zone,
    @Nullable String phone) {}
