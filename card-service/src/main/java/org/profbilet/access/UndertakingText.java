package org.profbilet.access;

import io.micronaut.core.annotation.Introspected;

/** The undertaking of non-disclosure of one version; a text never changes. */
@Introspected
public record UndertakingText(String version, String body) {}
