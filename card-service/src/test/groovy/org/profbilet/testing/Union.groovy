package org.profbilet.testing

import jakarta.inject.Singleton
import java.time.LocalDate
import java.util.concurrent.atomic.AtomicInteger
import org.profbilet.access.Appoint
import org.profbilet.access.Role
import org.profbilet.accounts.OpenAccount
import org.profbilet.organisations.Inpo
import org.profbilet.organisations.Level
import org.profbilet.organisations.Organisations
import org.profbilet.organisations.RegisterOrganisation
import org.profbilet.organisations.RegisterOrganisation.NewOrganisation

/** A union to specify on: one organisation of every level, a second primary, and a person acting for each. */
@Singleton
class Union {

    static final String PASSWORD = 'длинный пароль'
    static final LocalDate APPOINTED = LocalDate.of(2024, 9, 1)

    private static final AtomicInteger NUMBERS = new AtomicInteger()

    private final RegisterOrganisation register
    private final Organisations organisations
    private final OpenAccount openAccount
    private final Appoint appoint

    UUID central
    UUID region
    UUID local
    UUID primary
    UUID otherPrimary

    UUID centralStaff
    UUID regionalStaff
    UUID territorialStaff
    UUID chair
    UUID otherChair

    Union(RegisterOrganisation register, Organisations organisations, OpenAccount openAccount, Appoint appoint) {
        this.register = register
        this.organisations = organisations
        this.openAccount = openAccount
        this.appoint = appoint
    }

    /** Made once a database; asking again changes nothing. */
    Union founded() {
        if (central == null) {
            central = organisation('00-000-0000', Level.CENTRAL, null, 'Центральный совет')
            region = organisation('16-000-0000', Level.REGIONAL, central, 'Реском Татарстана')
            local = organisation('16-001-0000', Level.LOCAL, region, 'Казань')
            primary = organisation('16-001-0001', Level.PRIMARY, local, 'ППО школы № 17')
            otherPrimary = organisation('16-001-0002', Level.PRIMARY, local, 'ППО детского сада № 5')
            centralStaff = appointed('central', central)
            regionalStaff = appointed('region', region)
            territorialStaff = appointed('territory', local)
            chair = appointed('chair', primary)
            otherChair = appointed('other-chair', otherPrimary)
        }
        this
    }

    UUID organisation(String inpo, Level level, UUID parent, String name) {
        register.register(new NewOrganisation(
                new Inpo(inpo), level, parent, name, name, null, 'Europe/Moscow', '+7 843 000-00-00'))
    }

    /** An account with a role in the organisation; its login is the given one. */
    UUID appointed(String login, UUID organisationId) {
        def account = openAccount.open(login, "Сотрудник $login", PASSWORD, false)
        appoint.appoint(account, organisationId, Role.CHAIR, APPOINTED, null, APPOINTED, organisationId)
        account
    }

    /** Ten digits with a Luhn check digit, never twice. */
    static String ticketNumber() {
        def serial = String.format('%09d', NUMBERS.incrementAndGet())
        int sum = 0
        serial.reverse().eachWithIndex { digit, i ->
            int n = digit as int
            if (i % 2 == 0) {
                n *= 2
                n = n > 9 ? n - 9 : n
            }
            sum += n
        }
        serial + ((10 - sum % 10) % 10)
    }
}
