package org.profbilet.contract.trust;

/** What a scanner does with a bundle that it was given. */
public sealed interface BundleOutcome {

  /** To be used from now on. */
  record Accepted(BundleTrust trust) implements BundleOutcome {}

  /** To be thrown away; the one in use stays. */
  record Refused(Reason reason) implements BundleOutcome {}

  /** Why a bundle is refused. */
  enum Reason {
    /** Not a bundle, or a list in it is damaged. */
    MALFORMED,
    /** Not signed by the pinned root key. */
    BAD_SIGNATURE,
    /** Its time has passed. */
    EXPIRED,
    /** Made later than it is now on this device, whose clock is therefore wrong. */
    CLOCK_UNTRUSTED,
    /** It, or a list in it, is older than the one in use: an old all-clear list may be replayed. */
    OLDER_THAN_KNOWN
  }
}
