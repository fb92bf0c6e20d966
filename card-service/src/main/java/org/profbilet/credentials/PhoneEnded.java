package org.profbilet.credentials;

import java.util.UUID;

/** A phone of this member is no longer trusted: she, or her chair, has ended it. */
public record PhoneEnded(UUID personId) {}
