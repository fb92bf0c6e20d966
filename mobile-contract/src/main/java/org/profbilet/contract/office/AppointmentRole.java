package org.profbilet.contract.office;

/** Председатель, ответственный за АИС. */
public enum AppointmentRole {
  CHAIR,
  OFFICER
}
