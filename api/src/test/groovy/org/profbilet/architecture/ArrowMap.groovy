package org.profbilet.architecture

/** The arrows of the house: who may know whom. */
class ArrowMap {

    static final Map<String, String> ARROWS = [
        contract     : '',
        audit        : '',
        accounts     : 'audit',
        organisations: '',
        access       : 'audit organisations',
        statistics   : 'access organisations',
        api          : 'contract accounts access organisations statistics'
    ]
}
