package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;

/** What a door would decide on a code now; nothing is written down. */
@Serdeable
public record ScanPreview(ScanOutcome outcome, ScanReason reason, NextAction nextAction) {}
