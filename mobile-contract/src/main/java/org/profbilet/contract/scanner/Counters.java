package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * @param present people who are inside
 * @param base people on the list; absent where every member may come
 */
@Serdeable
public record Counters(int present, @Nullable Integer base) {}
