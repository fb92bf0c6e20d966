package org.profbilet.cards;

/** Why a member gets no card now; a sentence that tells the chair what to do. */
public enum Ineligible {
  MEMBERSHIP_NOT_ACTIVE("Не состоит на учёте в этой первичной организации"),
  CONSENT_MISSING("Нет согласия на обработку персональных данных"),
  CONSENT_REFUSED("Отказ от согласия на обработку персональных данных"),
  CONSENT_WITHDRAWN("Согласие на обработку персональных данных отозвано"),
  HAS_LIVE_CARD("Билет уже заказан или выдан"),
  NAME_TOO_LONG("В одной строке билета помещается не больше 24 знаков"),
  NAME_NOT_CYRILLIC("Фамилия, имя и отчество печатаются только русскими буквами");

  private final String sentence;

  Ineligible(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
