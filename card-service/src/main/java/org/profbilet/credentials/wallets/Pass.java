package org.profbilet.credentials.wallets;

import java.util.UUID;
import org.profbilet.credentials.MemberCard;

/**
 * What a pass shows.
 *
 * @param code text of its QR
 * @param word by which its wallet asks for news
 */
record Pass(UUID id, MemberCard card, String code, String word) {

  /** A code that is good for nothing is not shown. */
  boolean isGood() {
    return card.state() == MemberCard.State.ACTIVE;
  }

  String status() {
    return switch (card.state()) {
      case ACTIVE -> "Действителен";
      case SUSPENDED -> "Приостановлен";
      case ENDED -> "Учёт прекращён";
    };
  }

  String number() {
    return card.ticketNumber().replaceAll("(.{4})(?=.)", "$1 ");
  }

  @Override
  public String toString() {
    return "Pass[" + id + "]";
  }
}
