package org.profbilet.notifications.channels;

/** Whether a channel can take messages now. A paused one leaves its deliveries where they are. */
public sealed interface Readiness {

  record Ready() implements Readiness {}

  record Paused(String reason) implements Readiness {}

  Readiness READY = new Ready();
}
