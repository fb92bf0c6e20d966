package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;

/** Words to begin with, in both languages. */
@Serdeable
public record CampaignTemplate(String name, CampaignWords words, CampaignWords english) {}
