package org.profbilet.organisations;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as other features see it.
 *
 * @param number our own number, which the credential carries
 * @param inpo empty while the organisation waits for its number
 * @param zone IANA time zone, for example Europe/Moscow
 * @param phone whom members and chairs call for help
 * @param territorialRights a primary that has the rights of a territorial organisation
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
    @Nullable String phone,
    Status status,
    boolean territorialRights) {}
