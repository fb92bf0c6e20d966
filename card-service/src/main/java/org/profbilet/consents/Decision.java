package org.profbilet.consents;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** Names the ledger for its repository. */
@MappedEntity(value = "decision", schema = "consents")
record Decision(@Id UUID id) {}
