package org.profbilet.cards;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** Names the table of cards for its repositories. */
@MappedEntity(value = "card", schema = "cards")
record CardRow(@Id UUID id) {}
