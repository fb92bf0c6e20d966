package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import org.profbilet.contract.chair.ConsentPurpose;

/**
 * @param body paragraphs divided by an empty line; words in braces are places of the paper form
 * @param sha256 of the body in UTF-8, hexadecimal
 */
@Serdeable
public record OwnConsentText(
    ConsentPurpose purpose, String version, String title, String body, String sha256) {}
