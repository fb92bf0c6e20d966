package org.profbilet.contract.chair;

/** In which language a member reads messages. */
public enum MessageLanguage {
  RU,
  EN
}
