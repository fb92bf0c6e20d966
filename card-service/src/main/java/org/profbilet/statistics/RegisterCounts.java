package org.profbilet.statistics;

import io.micronaut.core.annotation.Introspected;

/**
 * @param counted members who count in this primary
 * @param secondary part-timers who count elsewhere
 */
@Introspected
public record RegisterCounts(int counted, int secondary) {}
