package org.profbilet.meetings.scans;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.Scan;

/**
 * When a delivered scan happened. Clocks of phones are wrong or changed; the time since a phone was
 * started is neither.
 *
 * @param at the best estimate, never in the future; a guess is not earlier than the device was
 *     enrolled. It rests on the scan and on the clock alone: whether the phone was heard of
 *     meanwhile, or sent other scans before, changes nothing
 * @param isUntrusted the estimate is a guess
 */
record Timing(Instant at, boolean isUntrusted) {

  /** Differences below are not worth correcting. */
  static final Duration NEGLIGIBLE = Duration.ofSeconds(2);

  static final Duration CORRECTABLE = Duration.ofMinutes(10);
  static final Duration OLDEST = Duration.ofHours(72);

  /** A scan that is asked for now happens now. */
  static Timing online(Instant now) {
    return new Timing(now, false);
  }

  static Timing delivered(Scan scan, Delivery delivery, Instant enrolledAt) {
    Instant now = delivery.receivedAt();
    Duration skew = delivery.skew();
    boolean isSmall = skew.abs().compareTo(NEGLIGIBLE) <= 0;
    Instant at = scan.scannedAt();
    boolean isUntrusted = false;
    Duration ago = sinceScan(scan, delivery);
    if (ago != null && !isSmall) {
      at = now.minus(ago);
    } else if (skew.abs().compareTo(CORRECTABLE) > 0) {
      at = within(at.plus(skew), enrolledAt, now);
      isUntrusted = true;
    }
    if (at.isAfter(now.plus(NEGLIGIBLE)) || at.isBefore(now.minus(OLDEST))) {
      return new Timing(within(at, enrolledAt, now), true);
    }
    return new Timing(at.isAfter(now) ? now : at, isUntrusted);
  }

  private static Instant within(Instant at, Instant first, Instant last) {
    Instant notBefore = at.isBefore(first) ? first : at;
    return notBefore.isAfter(last) ? last : notBefore;
  }

  private static @Nullable Duration sinceScan(Scan scan, Delivery delivery) {
    UUID boot = scan.bootId();
    Long then = scan.monotonicMs();
    Long sent = delivery.request().monotonicMs();
    if (boot == null
        || then == null
        || sent == null
        || !Objects.equals(boot, delivery.request().bootId())) {
      return null;
    }
    return sent < then ? null : Duration.ofMillis(sent - then);
  }
}
