package org.profbilet.meetings.devices;

/** A volunteer's phone asked for what a registrar's may. Becomes 403 REGISTRAR_ONLY. */
public class RegistrarOnly extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RegistrarOnly() {
    super("only a registrar's phone may do it", null, false, false);
  }
}
