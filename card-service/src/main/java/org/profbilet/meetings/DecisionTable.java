package org.profbilet.meetings;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.RepeatPolicy;
import org.profbilet.contract.scanner.ScanReason;
import org.profbilet.contract.scanner.ScanType;

/**
 * The checks in their fixed order, so that a server and a door without a network name the same
 * reason: the credential itself, then card, membership, list, hours, and last whether she is inside
 * already. The cases of both are in {@code checkin/cases.json} of the contract.
 */
final class DecisionTable {

  private static final Set<String> BEFORE_ISSUE =
      Set.of("ORDERED", "IN_PRODUCTION", "PRODUCED", "SHIPPED", "RECEIVED_REGION", "AT_PRIMARY");

  private DecisionTable() {}

  static ScanReason decide(Situation now) {
    ScanReason refusal = checkCredential(now);
    if (refusal == null) {
      refusal = checkPerson(now);
    }
    if (refusal != null) {
      return refusal;
    }
    return now.type() == ScanType.EXIT ? ScanReason.EXITED : admit(now);
  }

  private static @Nullable ScanReason checkCredential(Situation now) {
    ScanReason failure = now.reading().failure();
    boolean isForgiven =
        failure == ScanReason.DEVICE_PROOF_MISSING && now.isByHand()
            || failure == ScanReason.CARD_BLOCKED && now.type() == ScanType.EXIT;
    if (failure != null && !isForgiven) {
      return failure;
    }
    if (now.holder() == null) {
      return ScanReason.CREDENTIAL_UNKNOWN;
    }
    return now.isReplayed() ? ScanReason.CREDENTIAL_REPLAYED : null;
  }

  private static @Nullable ScanReason checkPerson(Situation now) {
    ScanReason card = checkCard(now);
    if (card != null) {
      return card;
    }
    boolean isEntry = now.type() == ScanType.ENTRY;
    Holder holder = now.holder();
    if (isEntry && holder != null && !holder.isMember()) {
      return ScanReason.MEMBERSHIP_ENDED;
    }
    if (now.list().kind() == ListKind.INVITED && holder != null && !holder.isInvited()) {
      return ScanReason.NOT_INVITED;
    }
    return isEntry && !now.list().isOpenAt(now.at()) ? ScanReason.OUTSIDE_WINDOW : null;
  }

  /** Only a card that was handed over and is still good opens a door. */
  private static @Nullable ScanReason checkCard(Situation now) {
    if (now.reading().kind() != Reading.Kind.PLASTIC || now.holder() == null) {
      return null;
    }
    String status = now.holder().cardStatus();
    if (status == null) {
      return ScanReason.CARD_NOT_ASSIGNED;
    }
    if (BEFORE_ISSUE.contains(status)) {
      return ScanReason.CARD_NOT_ISSUED;
    }
    return status.equals("ISSUED") ? null : ScanReason.CARD_REVOKED;
  }

  private static ScanReason admit(Situation now) {
    return switch (now.presence().state()) {
      case NEVER_CAME -> ScanReason.ADMITTED;
      case PRESENT -> ScanReason.ALREADY_PRESENT;
      case LEFT ->
          now.list().policy() == RepeatPolicy.SINGLE
              ? ScanReason.REENTRY_FORBIDDEN
              : ScanReason.ADMITTED_AGAIN;
    };
  }
}
