package org.profbilet.api.rights

/** Who calls: nine kinds of people and devices. */
enum Role {
    STRANGER, MEMBER, DOOR, CHAIR, OFFICER, TERRITORY, REGION, CENTRE, FORMER_CHAIR

    boolean isStaff() {
        ordinal() >= CHAIR.ordinal()
    }
}
