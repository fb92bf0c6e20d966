package org.profbilet.api.start;

/** The process cannot start for a reason that the one who starts it can remove. */
final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message in Russian, for the server's own screen: what is wrong and what to do
   */
  StartRefused(String message) {
    super(message);
  }
}
