package org.profbilet.credentials;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.consents.ConsentsChanged;
import org.profbilet.consents.Purpose;
import org.profbilet.members.MembershipEnded;

/**
 * What phones hold follows the member in the very transaction that changes her: there is never a
 * moment at which somebody off record holds a good ticket. Her phones stay hers: they go on showing
 * the card and say in words why it is not good.
 */
@Singleton
class FollowTheMember {

  private final CredentialRepository credentials;
  private final Clock clock;

  FollowTheMember(CredentialRepository credentials, Clock clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  /** For good: should she come back, her phone asks for fresh credentials. */
  @EventListener
  @Transactional(Transactional.TxType.MANDATORY)
  void onEnd(MembershipEnded ended) {
    credentials.markAllInvalid(ended.personId());
  }

  /** For as long as the consent to processing is not in force. */
  @EventListener
  @Transactional(Transactional.TxType.MANDATORY)
  void onConsent(ConsentsChanged changed) {
    if (changed.purpose() == Purpose.UNION_PROCESSING) {
      String people =
          changed.personIds().stream().map(UUID::toString).collect(Collectors.joining(","));
      credentials.suspendOrResume(people, clock.instant());
    }
  }
}
