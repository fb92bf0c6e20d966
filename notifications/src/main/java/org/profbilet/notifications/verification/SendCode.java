package org.profbilet.notifications.verification;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.consents.ConsentedAddress;
import org.profbilet.consents.VerificationAddress;
import org.profbilet.credentials.ActivationCodeAsked;
import org.profbilet.credentials.VerificationCodes;
import org.profbilet.notifications.channels.HandOver;
import org.profbilet.notifications.channels.Sender;
import org.profbilet.notifications.outbox.HardLimit;
import org.profbilet.notifications.wording.Wording;

/**
 * Makes a code and hands it over in one transaction: a code whose letter was not written does not
 * exist. What may have arrived is sent again, because it is the same code.
 */
@Singleton
class SendCode {

  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final CodeRequestRepository requests;
  private final VerificationAddress addresses;
  private final VerificationCodes codes;
  private final Wording wording;
  private final HardLimit limit;
  private final Clock clock;

  SendCode(
      CodeRequestRepository requests,
      VerificationAddress addresses,
      VerificationCodes codes,
      Wording wording,
      HardLimit limit,
      Clock clock) {
    this.requests = requests;
    this.addresses = addresses;
    this.codes = codes;
    this.wording = wording;
    this.limit = limit;
    this.clock = clock;
  }

  @Transactional
  public void send(CodeRequest request, UUID owner, Sender sender) {
    if (!requests.hold(request.activationId(), owner)) {
      return;
    }
    Optional<ConsentedAddress> address = addresses.findEmail(request.personId());
    Optional<String> code =
        address.isEmpty()
            ? Optional.empty()
            : codes.make(new ActivationCodeAsked(request.activationId(), request.personId()));
    if (code.isEmpty()) {
      settle(request, owner, "WITHHELD", null);
      return;
    }
    HandOver answer =
        limit.call(
            sender,
            wording.code(request.activationId(), request.personId(), code.get(), Wording.RUSSIAN),
            address.get(),
            limit.start());
    settle(request, owner, answer);
  }

  private void settle(CodeRequest request, UUID owner, HandOver answer) {
    Instant later = clock.instant().plus(PAUSE);
    if (answer instanceof HandOver.Accepted) {
      settle(request, owner, "ACCEPTED", null);
    } else if (answer instanceof HandOver.RetryAt retry) {
      Instant asked = retry.notBefore();
      Instant due = asked != null && asked.isAfter(later) ? asked : later;
      settle(request, owner, isLast(request) ? "DEAD" : "PENDING", due);
    } else if (answer instanceof HandOver.Uncertain) {
      settle(request, owner, isLast(request) ? "UNCERTAIN" : "PENDING", later);
    } else {
      settle(request, owner, "DEAD", null);
    }
  }

  /** The same number as in the job that claims. */
  private static boolean isLast(CodeRequest request) {
    return request.attempts() >= 3;
  }

  private void settle(CodeRequest request, UUID owner, String state, @Nullable Instant due) {
    if (requests.settle(request.activationId(), owner, state, due) != 1) {
      throw new IllegalStateException("the lease of " + request.activationId() + " is gone");
    }
  }
}
