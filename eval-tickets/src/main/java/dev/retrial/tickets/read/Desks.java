package dev.retrial.tickets.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.read.desk.Desk;
import dev.retrial.tickets.read.freshdesk.FreshdeskDesk;
import dev.retrial.tickets.read.helpscout.HelpScoutDesk;
import dev.retrial.tickets.read.intercom.IntercomDesk;
import dev.retrial.tickets.read.neutral.NeutralDesk;
import dev.retrial.tickets.read.zendesk.ZendeskDesk;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The help desks that there are readers for, and which of them a page is from. */
final class Desks {

    /** Those with the surest marks come first. */
    private static final List<Desk> ALL =
            List.of(new NeutralDesk(), new IntercomDesk(), new HelpScoutDesk(), new FreshdeskDesk(), new ZendeskDesk());

    private final @Nullable Desk only;

    private Desks(@Nullable Desk only) {
        this.only = only;
    }

    /** All of them, or the one of this name. */
    static Desks of(@Nullable String system) {
        if (system == null) {
            return new Desks(null);
        }
        for (Desk desk : ALL) {
            if (desk.system().equals(system)) {
                return new Desks(desk);
            }
        }
        throw new IllegalArgumentException("there is no reader for this system; there are "
                + ALL.stream().map(Desk::system).collect(Collectors.joining(", ")));
    }

    /** Whose a page or record is, or null. */
    @Nullable
    Desk of(ObjectNode value) {
        if (only != null) {
            return only;
        }
        for (Desk desk : ALL) {
            if (desk.recognises(value)) {
                return desk;
            }
        }
        return null;
    }

    Desk named(String system) {
        for (Desk desk : ALL) {
            if (desk.system().equals(system)) {
                return desk;
            }
        }
        throw new IllegalStateException(system);
    }
}
