package org.profbilet.credentials

import jakarta.inject.Inject
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import org.profbilet.testing.DatabaseSpec
import org.profbilet.testing.Union
import spock.lang.Shared

/** A specification about tickets on phones: a union, a chair who prints slips, members with phones. */
abstract class CredentialSpec extends DatabaseSpec {

    static final String ADDRESS = 'http://localhost:8080'
    static final LocalDate BORN = LocalDate.of(1980, 2, 1)

    @Shared
    Path keys = Files.createTempDirectory('keys')

    @Inject
    Union union

    @Inject
    PrintActivationSlip printSlip

    @Inject
    ActivateTicket activateTicket

    @Override
    Map<String, String> getProperties() {
        super.properties + ['profbilet.keys.directory': keys.toString(), 'profbilet.public-url': ADDRESS]
    }

    def setup() {
        union.founded()
    }

    protected UUID aMember(Map<String, Object> given = [:]) {
        aMember(given, union.primary)
    }

    protected ActivationSlip aSlipFor(UUID person) {
        printSlip.print(union.chair, union.primary, person, UUID.randomUUID()).slip()
    }

    /** Types what stands on the slip; give what she types otherwise. */
    protected ActivateOutcome activate(ActivationSlip slip, PhoneInHand phone = new PhoneInHand(), Map typed = [:]) {
        activateTicket.activate(phone.request(slip, clock.instant(), typed))
    }

    /** A member with her ticket on a phone. */
    protected PhoneInHand anActivePhone(UUID person = aMember()) {
        def phone = new PhoneInHand()
        def outcome = activate(aSlipFor(person), phone)
        assert outcome instanceof ActivateOutcome.Activated
        phone.person = person
        phone.credentials = outcome.credentials()
        phone
    }

    protected List<Integer> statesOf(UUID person) {
        asSuperuser {
            it.rows('''
                SELECT s.state
                  FROM credentials.credential c
                  JOIN credentials.status_entry s USING (list_number, index)
                 WHERE c.person_id = ?
                 ORDER BY c.id''', [person])*.state
        }
    }

    protected void endMembership(UUID person) {
        asSuperuser {
            it.execute("UPDATE members.membership SET valid_until = '2026-11-01', end_reason = 'OWN_WISH' WHERE person_id = ?", [person])
        }
    }
}
