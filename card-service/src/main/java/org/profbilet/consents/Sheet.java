package org.profbilet.consents;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A printed paper of a member; its id stands in the QR code of the page. */
@MappedEntity(value = "sheet", schema = "consents")
record Sheet(@Id UUID id, UUID personId) {}
