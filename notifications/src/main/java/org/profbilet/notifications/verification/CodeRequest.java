package org.profbilet.notifications.verification;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A member waits for a code. */
@MappedEntity(value = "code_request", schema = "notifications")
record CodeRequest(@Id UUID activationId, UUID personId, int attempts) {}
