package org.profbilet.testing

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.transaction.SynchronousTransactionManager
import io.micronaut.transaction.support.DefaultTransactionDefinition
import jakarta.inject.Inject
import java.sql.Connection
import java.time.LocalDate
import org.profbilet.access.Acting
import org.profbilet.access.Role
import org.profbilet.access.RowScope
import org.profbilet.organisations.Inpo
import org.profbilet.organisations.Level
import org.profbilet.organisations.RegisterOrganisation
import org.profbilet.organisations.RegisterOrganisation.NewOrganisation

/** A small Union: a central council, a region, a local, two primaries below it, one right below the region. */
abstract class UnionSpec extends DatabaseSpec {

    @Inject
    RegisterOrganisation registerOrganisation

    @Inject
    SynchronousTransactionManager<Connection> transactions

    @Inject
    RowScope rowScope

    protected UUID central
    protected UUID region
    protected UUID local
    protected UUID primary
    protected UUID otherPrimary
    protected UUID universityPrimary

    private static int organisationNumber = 0

    def setup() {
        central = organisationOnce(Level.CENTRAL, null, 'Центральный совет')
        region = organisation(Level.REGIONAL, central, 'Татарстанская республиканская организация')
        local = organisation(Level.LOCAL, region, 'Агрызская районная организация')
        primary = organisation(Level.PRIMARY, local, 'Первичная организация школы № 17')
        otherPrimary = organisation(Level.PRIMARY, local, 'Первичная организация школы № 18')
        universityPrimary = organisation(Level.PRIMARY, region, 'Первичная организация университета')
    }

    protected Acting chair(UUID organisation = primary) {
        new Acting(UUID.randomUUID(), organisation, Level.PRIMARY, Role.CHAIR)
    }

    protected Acting officer(UUID organisation, Level level) {
        new Acting(UUID.randomUUID(), organisation, level, Role.OFFICER)
    }

    /** A member of the first primary, or of the given one, who has decided nothing unless it is said. */
    protected UUID aMember(Map<String, ?> details = [:]) {
        aMember([consents: [:]] + details, (details.primary ?: primary) as UUID)
    }

    protected void endMembership(UUID person, LocalDate day) {
        asSuperuser {
            it.execute("UPDATE members.membership SET valid_until = ?, end_reason = 'DISMISSED' WHERE person_id = ?",
                    [java.sql.Date.valueOf(day), person])
        }
    }

    protected UUID aContact(Map<String, ?> details, UUID person) {
        def id = UuidCreator.timeOrderedEpoch
        asSuperuser {
            it.execute('''
                INSERT INTO contacts.contact (id, person_id, primary_id, kind, value, shared, verified_at, state,
                                              recorded_at, replaced_at)
                VALUES (?, ?, (SELECT primary_id FROM members.person WHERE id = ?), ?, ?, ?,
                        CAST(? AS timestamptz), ?, '2020-01-01', CAST(? AS timestamptz))''',
                    [id, person, person, details.kind, details.value, details.shared ?: false,
                     details.verified ? '2021-01-01T00:00:00Z' : null, details.state ?: 'GOOD',
                     details.replacedAt?.toString()])
        }
        id
    }

    protected UUID aDevice(Map<String, ?> details = [:], UUID person) {
        def id = UuidCreator.timeOrderedEpoch
        asSuperuser {
            it.execute('''
                INSERT INTO contacts.push_target (id, person_id, primary_id, kind, value, registered_at, last_seen_at,
                                                  dead_at)
                VALUES (?, ?, (SELECT primary_id FROM members.person WHERE id = ?), ?, ?, '2026-01-01', '2026-01-01',
                        CAST(? AS timestamptz))''',
                    [id, person, person, details.kind ?: 'FCM_TOKEN', details.value ?: id.toString(),
                     details.dead ? '2026-02-01T00:00:00Z' : null])
        }
        id
    }

    /** As the application, in one transaction. */
    protected <T> T inTransaction(Closure<T> work) {
        transactions.execute(new DefaultTransactionDefinition()) { work(it.connection) }
    }

    private UUID organisationOnce(Level level, UUID parent, String name) {
        def found = asSuperuser { it.firstRow("SELECT id FROM organisations.organisation WHERE level = 'CENTRAL'") }
        found ? found.id as UUID : organisation(level, parent, name)
    }

    protected UUID organisation(Level level, UUID parent, String name) {
        def inpo = String.format('16-%06d', ++organisationNumber)
        registerOrganisation.register(new NewOrganisation(
                new Inpo(inpo), level, parent, name, name, null, 'Europe/Moscow', null))
    }
}
