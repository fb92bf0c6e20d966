package org.profbilet.api.rights

/** How the organisation that a request names stands to the one of the caller. */
enum Relation {
    OWN, BELOW, ABOVE, BESIDE,

    /** The caller's own organisation in the address, and everything else of somebody else's. */
    SMUGGLED
}
