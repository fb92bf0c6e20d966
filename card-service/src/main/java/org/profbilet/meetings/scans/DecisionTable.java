package org.profbilet.meetings.scans;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.MandateState;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.ListSettings;
import org.profbilet.contract.scanner.RepeatPolicy;
import org.profbilet.contract.scanner.ScanReason;
import org.profbilet.contract.scanner.ScanType;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.Shares;

/**
 * The checks in their fixed order, so that a server and a door without a network name the same
 * reason: the credential itself, card, membership, whether the list is open at all, mandate and
 * invitation, door, hours, rules, questions, and last whether she is inside already. The cases of
 * both are in {@code checkin/cases.json} of the contract.
 */
final class DecisionTable {

  private static final Set<String> BEFORE_ISSUE =
      Set.of("ORDERED", "IN_PRODUCTION", "PRODUCED", "SHIPPED", "RECEIVED_REGION", "AT_PRIMARY");

  private DecisionTable() {}

  static Verdict decide(Situation now) {
    ScanReason credential = checkCredential(now);
    if (credential != null) {
      return Verdict.of(credential);
    }
    Holder holder = now.holder();
    if (holder == null) {
      return Verdict.of(ScanReason.CREDENTIAL_UNKNOWN);
    }
    Verdict refusal = checkPerson(now, holder);
    if (refusal != null) {
      return refusal;
    }
    return now.type() == ScanType.EXIT ? Verdict.of(ScanReason.EXITED) : admit(now);
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
    return now.isReplayed() ? ScanReason.CREDENTIAL_REPLAYED : checkCard(now, now.holder());
  }

  /** Only a card that was handed over and is still good opens a door. */
  private static @Nullable ScanReason checkCard(Situation now, Holder holder) {
    if (now.reading().kind() != Reading.Kind.PLASTIC) {
      return null;
    }
    String status = holder.cardStatus();
    if (status == null) {
      return ScanReason.CARD_NOT_ASSIGNED;
    }
    if (BEFORE_ISSUE.contains(status)) {
      return ScanReason.CARD_NOT_ISSUED;
    }
    return status.equals("ISSUED") ? null : ScanReason.CARD_REVOKED;
  }

  private static @Nullable Verdict checkPerson(Situation now, Holder holder) {
    boolean isEntry = now.type() == ScanType.ENTRY;
    ScanReason membership = isEntry && !now.isForced() ? checkMembership(now, holder) : null;
    if (membership != null) {
      return Verdict.of(membership);
    }
    CheckInList list = now.list();
    if (isEntry && list.cancelledAt() != null && !now.at().isBefore(list.cancelledAt())) {
      return Verdict.of(ScanReason.EVENT_CANCELLED);
    }
    if (isEntry && list.isClosedAt(now.at())) {
      return Verdict.of(ScanReason.LIST_CLOSED);
    }
    Verdict place = checkMandate(now, holder);
    if (place == null && !now.isForced()) {
      place = checkPlace(now, holder);
    }
    if (place != null || !isEntry || now.isForced()) {
      return place;
    }
    return list.isOpenAt(now.at())
        ? checkRules(now, holder)
        : Verdict.of(ScanReason.OUTSIDE_WINDOW);
  }

  private static @Nullable ScanReason checkMembership(Situation now, Holder holder) {
    return switch (holder.membership()) {
      case ACTIVE -> null;
      case ENDED -> ScanReason.MEMBERSHIP_ENDED;
      case PENDING -> {
        boolean isConfirmed = now.list().settings().takesPending() && now.acceptsPending();
        yield holder.pendingWelcome() || isConfirmed ? null : ScanReason.MEMBERSHIP_PENDING;
      }
    };
  }

  private static @Nullable Verdict checkMandate(Situation now, Holder holder) {
    if (now.list().kind() == ListKind.OPEN || !holder.isInvited()) {
      return null;
    }
    ScanReason reason = reason(holder.mandate());
    return reason == null ? null : Verdict.of(reason);
  }

  private static @Nullable ScanReason reason(MandateState mandate) {
    return switch (mandate) {
      case CONFIRMED -> null;
      case NOT_CONFIRMED -> ScanReason.MANDATE_NOT_CONFIRMED;
      case WITHDRAWN -> ScanReason.MANDATE_WITHDRAWN;
      case REPLACED -> ScanReason.MANDATE_REPLACED;
      case ALTERNATE -> ScanReason.ALTERNATE_NOT_ACTIVATED;
    };
  }

  private static @Nullable Verdict checkPlace(Situation now, Holder holder) {
    CheckInList list = now.list();
    if (list.kind() == ListKind.INVITED && !holder.isInvited()) {
      return Verdict.of(ScanReason.NOT_INVITED);
    }
    if (list.kind() == ListKind.INVITED && !takes(list, holder)) {
      return new Verdict(ScanReason.WRONG_LIST, rightList(now.lists(), holder));
    }
    ListSettings settings = list.settings();
    if (!settings.doors().isEmpty() && !settings.doors().contains(now.door())) {
      return new Verdict(ScanReason.WRONG_DOOR, String.join(", ", settings.doors()));
    }
    String share = Shares.doorOf(settings.shares(), holder.shortName());
    return share == null || share.equals(now.door())
        ? null
        : new Verdict(ScanReason.GO_TO_DOOR, share);
  }

  private static boolean takes(CheckInList list, Holder holder) {
    List<String> categories = list.settings().categories();
    return categories.isEmpty() || categories.contains(holder.category());
  }

  private static @Nullable String rightList(List<CheckInList> lists, Holder holder) {
    return lists.stream()
        .filter(list -> list.kind() == ListKind.INVITED && takes(list, holder))
        .map(CheckInList::name)
        .findFirst()
        .orElse(null);
  }

  /** Who is inside already breaks no rule by being scanned again. */
  private static @Nullable Verdict checkRules(Situation now, Holder holder) {
    boolean isInside = admit(now).reason() == ScanReason.ALREADY_PRESENT;
    String rule = isInside ? null : Rules.failing(now.list(), now.at(), now.presence().entries());
    if (rule != null) {
      return new Verdict(ScanReason.RULE_FAILED, rule);
    }
    boolean isOpen =
        !Questions.open(now.list().settings().questions(), holder.category(), now.answers())
            .isEmpty();
    return isOpen && now.canAsk() && !isInside ? Verdict.of(ScanReason.QUESTIONS_REQUIRED) : null;
  }

  private static Verdict admit(Situation now) {
    Presence before = now.presence();
    boolean isFirst = before.state() == Presence.State.NEVER_CAME;
    if (now.isForced()) {
      return Verdict.of(isFirst ? ScanReason.ADMITTED : ScanReason.ADMITTED_AGAIN);
    }
    RepeatPolicy policy = now.list().policy();
    return Verdict.of(
        switch (before.state()) {
          case NEVER_CAME -> ScanReason.ADMITTED;
          case PRESENT ->
              switch (policy) {
                case REENTRY, SINGLE -> ScanReason.ALREADY_PRESENT;
                case DAILY -> isNewDay(now) ? ScanReason.ADMITTED : ScanReason.ALREADY_PRESENT;
                case MULTI -> ScanReason.ADMITTED_AGAIN;
              };
          case LEFT ->
              switch (policy) {
                case REENTRY, MULTI -> ScanReason.ADMITTED_AGAIN;
                case SINGLE -> ScanReason.REENTRY_FORBIDDEN;
                case DAILY -> isNewDay(now) ? ScanReason.ADMITTED : ScanReason.ADMITTED_AGAIN;
              };
        });
  }

  private static boolean isNewDay(Situation now) {
    Passage since = now.presence().since();
    CheckInList list = now.list();
    return since == null || !list.dayOf(since.effectiveAt()).equals(list.dayOf(now.at()));
  }
}
