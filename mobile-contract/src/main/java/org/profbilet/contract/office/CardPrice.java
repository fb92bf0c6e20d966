package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;

/** What one card costs from this day on; an order keeps the price of its day. */
@Serdeable
public record CardPrice(LocalDate validFrom, long kopecks) {}
