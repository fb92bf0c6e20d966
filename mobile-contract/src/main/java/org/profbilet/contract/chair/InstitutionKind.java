package org.profbilet.contract.chair;

/** What an organisation of education is. */
public enum InstitutionKind {
  SCHOOL,
  PRESCHOOL,
  EXTRA,
  VOCATIONAL,
  UNIVERSITY,
  RESEARCH,
  AUTHORITY,
  COMPLEX,
  OTHER
}
