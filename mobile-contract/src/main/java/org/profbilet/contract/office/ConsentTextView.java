package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.profbilet.contract.chair.ConsentPurpose;

/**
 * One version of the words of a purpose.
 *
 * @param sha256 of the body in UTF-8, hexadecimal
 * @param effectiveFrom in force from this day until a later version's day
 * @param keepsEarlier who signed earlier words need not sign these
 * @param coversAds who signed these agreed to advertising too
 */
@Serdeable
public record ConsentTextView(
    ConsentPurpose purpose,
    String version,
    String title,
    String body,
    String sha256,
    LocalDate effectiveFrom,
    boolean keepsEarlier,
    boolean coversAds) {}
