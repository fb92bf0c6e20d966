package org.profbilet.organisations.passport;

/** The tabs of a passport (seed 001: ИНПО, Регистрация, Организация, Адреса и телефоны). */
public enum Tab {
  INPO,
  REGISTRATION,
  ORGANISATION,
  ADDRESSES
}
