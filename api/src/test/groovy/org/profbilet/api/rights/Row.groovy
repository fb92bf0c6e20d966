package org.profbilet.api.rights

import static org.profbilet.api.rights.Relation.BELOW
import static org.profbilet.api.rights.Relation.OWN
import static org.profbilet.api.rights.Role.*

/** One line of matrix.txt. */
class Row {

    private static final Map<String, List<Role>> WORDS = [
        primary       : [CHAIR, OFFICER],
        desk          : [CHAIR, OFFICER, TERRITORY, REGION, CENTRE],
        office        : [TERRITORY, REGION, CENTRE],
        'office+below': [TERRITORY, REGION, CENTRE],
        territory     : [TERRITORY],
        region        : [REGION],
        centre        : [CENTRE],
        'region+below': [REGION],
        'centre+below': [CENTRE],
        'primaries-below': [TERRITORY, REGION, CENTRE],
        reader        : [],
        staff         : values().findAll { it.staff },
        member        : [MEMBER],
        door          : [DOOR],
        anybody       : values().toList()
    ]

    final String method
    final String path
    private final List<String> may
    private final List<String> names

    Row(String line) {
        def words = line.split(/\s+/).toList()
        (method, path) = words
        def rest = words.drop(2)
        may = rest.takeWhile { it != 'names' }
        names = rest.drop(may.size() + 1)
        def unknown = (may + names).findAll { !WORDS.containsKey(it) }
        assert may && !unknown: line
    }

    static List<Row> readAll() {
        Row.getResource('/rights/matrix.txt').readLines('UTF-8')
                .findAll { it && !it.startsWith('#') }
                .collect { new Row(it) }
    }

    String getName() {
        "$method $path"
    }

    boolean isForAnybody() {
        'anybody' in may
    }

    boolean allows(Role role, Relation relation, boolean primary) {
        may.any { word -> role in WORDS[word] && reaches(word, relation, primary) }
    }

    private static boolean reaches(String word, Relation relation, boolean primary) {
        word == 'primaries-below' ? relation == BELOW && primary
                : relation == OWN || (relation == BELOW && word.endsWith('+below'))
    }

    boolean showsNamesTo(Role role) {
        role in [MEMBER, DOOR, CHAIR, OFFICER] || names.any { role in WORDS[it] }
    }
}
