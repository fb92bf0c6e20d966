package org.profbilet.consents;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The words of one version of a purpose's document; never changed after they were published.
 *
 * @param sha256 of the body in UTF-8, hexadecimal
 * @param effectiveFrom in force from this day until a later text's day
 * @param keepsEarlier who signed earlier words need not sign these
 * @param coversAds who signed these agreed to advertising too; only of MESSAGES
 */
@MappedEntity(value = "text", schema = "consents")
public record ConsentText(
    @Id UUID id,
    Purpose purpose,
    String version,
    String title,
    String body,
    String sha256,
    LocalDate effectiveFrom,
    boolean keepsEarlier,
    boolean coversAds) {}
