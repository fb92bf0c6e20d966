package org.profbilet.cards;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/** What one card costs from this day on; an order keeps the price of the day it was made. */
@Introspected
@MappedEntity(value = "price", schema = "cards")
public record Price(@Id LocalDate validFrom, long kopecks) {}
