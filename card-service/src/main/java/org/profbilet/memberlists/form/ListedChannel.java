package org.profbilet.memberlists.form;

/** A way of sending messages, as the form names it. */
public enum ListedChannel {
  SMS,
  PUSH,
  EMAIL
}
