package org.profbilet.api.rights

import groovy.transform.TupleConstructor

/** One request of the matrix: who asks which endpoint for the things of which place. */
@TupleConstructor
class Cell {

    Row row
    Role role
    Relation relation
    boolean allowed
    Map<String, Object> ids

    @Override
    String toString() {
        "$row.name as $role $relation"
    }
}
