package dev.retrial.tickets.triage;

/** Looks for one sort of sign in a ticket. */
interface Rule {

    void read(ReadTicket ticket, Findings findings);
}
