package org.profbilet.contract.credential;

/**
 * The part of a door credential that leads to a person.
 *
 * @param ticket number of the ticket
 * @param organisation the primary organisation that keeps the member's record
 * @param initials to compare with the face and the document at the door
 */
public record TicketHolder(
    TicketNumber ticket, OrganisationNumber organisation, Initials initials) {}
