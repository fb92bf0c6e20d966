package org.profbilet.access

import io.micronaut.context.annotation.Replaces
import io.micronaut.context.annotation.Requires
import jakarta.inject.Singleton
import java.time.Clock
import org.profbilet.organisations.Inpo
import org.profbilet.organisations.Organisation
import org.profbilet.organisations.Organisations

/** The first wall, torn down: everybody acts for every organisation of the register. */
@Singleton
@Replaces(Access)
@Requires(property = 'profbilet.test.first-wall', value = 'down')
class NoFirstWall extends Access {

    private final Organisations organisations

    NoFirstWall(AppointmentRepository appointments, Organisations organisations, Clock clock) {
        super(appointments, organisations, clock)
        this.organisations = organisations
    }

    @Override
    List<Acting> listOf(UUID accountId) {
        withAllBelow(organisations.find(new Inpo('00-000-0000')).get()).collect {
            new Acting(accountId, it.id(), it.level(), Role.CHAIR)
        }
    }

    protected List<Organisation> withAllBelow(Organisation top) {
        [top] + organisations.listChildren(top.id()).collectMany { withAllBelow(it) }
    }
}
