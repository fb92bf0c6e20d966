package org.profbilet.organisations.passport;

/**
 * The fields an organisation fills in. Its number, parent and status have the same history but
 * change by deeds only.
 */
public enum PassportField {
  LEGAL_PERSON(Tab.REGISTRATION, FieldKind.YES_NO),
  OGRN(Tab.REGISTRATION, FieldKind.OGRN),
  INN(Tab.REGISTRATION, FieldKind.INN),
  KPP(Tab.REGISTRATION, FieldKind.KPP),
  /** The day of the entry in the state register of legal persons. */
  STATE_REGISTER_ON(Tab.REGISTRATION, FieldKind.DATE),
  CHARTER_ON(Tab.REGISTRATION, FieldKind.DATE),
  NAME(Tab.ORGANISATION, FieldKind.TEXT),
  SHORT_NAME(Tab.ORGANISATION, FieldKind.TEXT),
  INSTITUTION(Tab.ORGANISATION, FieldKind.TEXT),
  INSTITUTION_KIND(Tab.ORGANISATION, FieldKind.INSTITUTION_KIND),
  FOUNDER(Tab.ORGANISATION, FieldKind.TEXT),
  CREATED_ON(Tab.ORGANISATION, FieldKind.DATE),
  ZONE(Tab.ORGANISATION, FieldKind.ZONE),
  /** The second step of the road map (seed 001). */
  TRAINED_ON(Tab.ORGANISATION, FieldKind.DATE),
  /** Readiness of seed 003, task 7. */
  HAS_COMPUTER(Tab.ORGANISATION, FieldKind.YES_NO),
  HAS_INTERNET(Tab.ORGANISATION, FieldKind.YES_NO),
  LEGAL_ADDRESS(Tab.ADDRESSES, FieldKind.TEXT),
  POSTAL_ADDRESS(Tab.ADDRESSES, FieldKind.TEXT),
  PHONE(Tab.ADDRESSES, FieldKind.PHONE),
  EMAIL(Tab.ADDRESSES, FieldKind.EMAIL),
  SITE(Tab.ADDRESSES, FieldKind.SITE),
  /** Where cards are posted to. */
  DELIVERY_ADDRESS(Tab.ADDRESSES, FieldKind.TEXT);

  private final Tab tab;
  private final FieldKind kind;

  PassportField(Tab tab, FieldKind kind) {
    this.tab = tab;
    this.kind = kind;
  }

  public Tab tab() {
    return tab;
  }

  public FieldKind kind() {
    return kind;
  }

  /** Whether the field can hold this text. */
  public boolean accepts(String value) {
    return kind.accepts(value);
  }

  /** Lists and credentials cannot do without these. */
  boolean mayBeEmpty() {
    return this != NAME && this != SHORT_NAME && this != ZONE;
  }
}
