package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param reason what the author shall write otherwise
 */
@Serdeable
public record CampaignReturn(@NotBlank @Size(max = 500) String reason) {}
