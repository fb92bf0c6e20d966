package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;

/**
 * @param unread how many of the messages that are listed were not opened yet
 */
@Serdeable
public record OwnUnread(int unread) {}
