package org.profbilet.organisations;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** Names the table for the repository; what others read is {@link Organisation}. */
@MappedEntity(value = "organisation", schema = "organisations")
record OrganisationRow(@Id UUID id) {}
