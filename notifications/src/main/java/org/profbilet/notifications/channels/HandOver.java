package org.profbilet.notifications.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a provider made of a message. Errors are short codes and never hold an address. */
public sealed interface HandOver {

  /** The provider has it. */
  record Accepted(@Nullable String providerMessage) implements HandOver {}

  /**
   * Nothing was taken; the same message may be handed over again.
   *
   * @param notBefore what the provider asked for, or null where the back-off decides
   */
  record RetryAt(@Nullable Instant notBefore, String error) implements HandOver {}

  /** It may have been taken or not: a time-out is not a failure. */
  record Uncertain(String error) implements HandOver {}

  /** The address does not exist any more. */
  record DeadAddress(String error) implements HandOver {}

  /** This message will never be taken. */
  record Dead(String error) implements HandOver {}
}
