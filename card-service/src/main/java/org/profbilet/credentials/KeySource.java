package org.profbilet.credentials;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.List;

/** Where the union's keys lie: "k" and a number for credentials, "s1" for lists, "r1" the root. */
interface KeySource {

  /** Numbers of the keys for credentials, in order. */
  List<Integer> numbers();

  /**
   * The key under its name; its private half may stay in a module that only signs, or be gone.
   *
   * @throws KeyMissing where there is none and it cannot be made here
   */
  ECKey read(String name);

  /** Since when it can be published. */
  Instant madeAt(String name);

  /** Whether a key that is missing can be made here. */
  boolean makesKeys();

  /**
   * Makes a key where there is none.
   *
   * @throws KeyMissing where the operator has to make it
   */
  void make(String name);

  /** It signs no more: only its public half is kept, where the source can do that. */
  void forgetPrivateHalf(String name);

  /** Its last credential is out of force: verifiers need it no more. */
  void delete(String name);

  /** Changes when the keys do. */
  Instant changedAt();

  /** Says what the operator has to do. */
  final class KeyMissing extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    KeyMissing(String advice) {
      super(advice);
    }
  }
}
