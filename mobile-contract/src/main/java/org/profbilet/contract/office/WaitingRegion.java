package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** Approved orders of a region that no batch holds yet. */
@Serdeable
public record WaitingRegion(UUID regionId, String region, int orders, int cards) {}
