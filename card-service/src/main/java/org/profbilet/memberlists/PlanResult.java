package org.profbilet.memberlists;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What applying a plan did.
 *
 * @param heldBack rows with errors, look-alikes nobody decided on, people on record elsewhere
 * @param consents new rows of the consent ledger
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PlanResult(int added, int changed, int unchanged, int heldBack, int consents) {}
