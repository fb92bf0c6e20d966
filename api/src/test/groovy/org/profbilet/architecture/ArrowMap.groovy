package org.profbilet.architecture

/** The arrows of the house: who may know whom. */
class ArrowMap {

    static final Map<String, String> ARROWS = [
        contract     : '',
        requests     : '',
        printing     : '',
        audit        : '',
        organisations: 'audit requests',
        accounts     : 'audit',
        access       : 'accounts audit organisations printing requests',
        members      : 'access audit organisations requests',
        contacts     : 'members',
        consents     : 'access audit contacts members organisations printing requests',
        cards        : 'access audit consents contract members organisations printing requests',
        memberlists  : 'access audit cards consents contacts members organisations requests',
        credentials  : 'access audit cards consents contract members organisations',
        meetings     : 'access audit contract credentials members organisations printing',
        registerlists: 'audit memberlists organisations',
        privacy      : 'access audit cards consents contacts credentials meetings members organisations printing requests',
        statistics   : 'access audit cards consents members organisations privacy',
        notifications: 'access audit cards consents contacts credentials organisations privacy requests',
        api          : 'access accounts audit cards consents contacts contract credentials meetings memberlists members notifications organisations privacy registerlists requests statistics'
    ]
}
