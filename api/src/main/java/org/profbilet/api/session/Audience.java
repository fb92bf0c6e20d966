package org.profbilet.api.session;

/** Kinds of callers, as roles of an access token. */
public final class Audience {

  /** A chair or a member of staff, signed in with login and password. */
  public static final String STAFF = "STAFF";

  /** A member on her own phone, known by the phone's key. */
  public static final String MEMBER = "MEMBER";

  /** A phone at a door, known by its key. */
  public static final String DOOR = "DOOR";

  private Audience() {}
}
