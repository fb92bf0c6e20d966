package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;

/**
 * @param applicationServerKey for {@code PushManager.subscribe()}, base64url
 */
@Serdeable
public record PushSettings(String applicationServerKey) {}
