package org.profbilet.access;

/** Not there, or not yours: the caller cannot tell one from the other. Becomes 404. */
public class NotYours extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotYours() {
    super("not found among what the caller may see", null, false, false);
  }
}
