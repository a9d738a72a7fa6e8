package dev.retrial.check.claim;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.match.CompactJson;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Scene;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.statement.ClaimWords;
import dev.retrial.statement.ClaimWords.Claim;
import dev.retrial.statement.Statements;
import dev.retrial.text.Excerpt;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Handoff;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** {@code claims: none}: whatever a reply says has been done, a successful call did, with that amount and for that object. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Founded implements Check {

    private static final int MOST_EVIDENCE = 20;

    /** So many calls are looked at one by one. */
    private static final int FEW = 32;

    private final List<ToolClaims> claims;

    private Founded(List<ToolClaims> claims) {
        this.claims = List.copyOf(claims);
    }

    /** A check that knows these tools. */
    public static Founded of(ToolCatalog tools) {
        return new Founded(ToolClaims.of(tools));
    }

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        if (transcript.replies().isEmpty()) {
            return new NotApplicable("there is no reply");
        }
        if (!transcript.callsKnown()) {
            return new NotApplicable("the tool calls are not known");
        }
        Done done = new Done(scene.tools());
        for (Event event : transcript.earlier()) {
            done.add(event);
        }
        List<Evidence> founded = new ArrayList<>();
        List<Event> events = transcript.events();
        int read = 0;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof AgentReply reply) {
                // What was called in the same turn counts, in whatever order it was written down.
                while (read < events.size() && events.get(read).turn() <= reply.turn()) {
                    done.add(events.get(read++));
                }
                Failed failed = unfounded(reply, done, founded);
                if (failed != null) {
                    return failed;
                }
            }
        }
        return founded.isEmpty() ? Passed.PLAIN : new Passed(founded);
    }

    private @Nullable Failed unfounded(AgentReply reply, Done done, List<Evidence> founded) {
        // Read once for all tools.
        Statements statements = Statements.of(reply.text());
        for (ToolClaims tools : claims) {
            for (Claim claim : tools.words().claimsIn(statements)) {
                Evidence evidence = new Evidence(
                        reply.turn(), claim.span().start(), claim.span().end());
                ClaimedThing thing = ClaimedThing.in(reply.text(), claim.clause(), claim.span());
                if (!done.founds(tools, thing)) {
                    return new Failed(
                            expected(tools, thing),
                            Excerpt.around(reply.text(), claim.span()),
                            reply.turn(),
                            List.of(evidence),
                            done.nearest(tools));
                }
                if (founded.size() < MOST_EVIDENCE) {
                    founded.add(evidence);
                }
            }
        }
        return null;
    }

    private static String expected(ToolClaims tools, ClaimedThing thing) {
        StringBuilder expected = new StringBuilder("a successful call of ");
        expected.append(tools.tools().isEmpty() ? "a tool that does this" : String.join(" or ", tools.tools()));
        if (!thing.amountText().isEmpty()) {
            expected.append(", with ").append(thing.amountText());
        }
        if (!thing.objects().isEmpty()) {
            expected.append(", for ").append(String.join(", ", thing.objects()));
        }
        return Excerpt.visible(expected.append(", before it is claimed").toString());
    }

    private static final class Many {
        private final ManyCalls calls = new ManyCalls();
        private int read;
    }

    /** What has been done so far. */
    private static final class Done {

        private final ToolCatalog catalog;
        private final List<ToolCall> calls = new ArrayList<>();
        private final Map<ToolClaims, Many> many = new IdentityHashMap<>();
        private boolean handedOver;

        Done(ToolCatalog catalog) {
            this.catalog = catalog;
        }

        void add(Event event) {
            if (event instanceof ToolCall call) {
                calls.add(call);
            } else if (event instanceof Handoff) {
                handedOver = true;
            }
        }

        boolean founds(ToolClaims tools, ClaimedThing thing) {
            if (handedOver && tools.words().isHandOver()) {
                return true;
            }
            if (calls.size() > FEW && many(tools).founds(thing)) {
                return true;
            }
            List<ToolCall> candidates = new ArrayList<>();
            for (ToolCall call : calls) {
                if (call.succeeded() && couldHaveDone(call, tools)) {
                    candidates.add(call);
                }
            }
            return !candidates.isEmpty() && objectsFit(candidates, thing) && amountFits(candidates, thing);
        }

        /** What could have done it, of many calls, with those that were added since. */
        private ManyCalls many(ToolClaims tools) {
            Many known = many.computeIfAbsent(tools, key -> new Many());
            while (known.read < calls.size()) {
                ToolCall call = calls.get(known.read++);
                if (call.succeeded() && couldHaveDone(call, tools)) {
                    known.calls.add(call);
                }
            }
            return known.calls;
        }

        /** Where no tool is known for it, any change may have been it, and of unknown tools those that are called so. */
        private boolean couldHaveDone(ToolCall call, ToolClaims tools) {
            if (!tools.tools().isEmpty()) {
                return tools.tools().contains(call.name())
                        // Whoever has looked has looked, whatever by.
                        || (tools.words().isLookup() && catalog.effectOf(call.name()) == Effect.READ);
            }
            return catalog.declared()
                    ? catalog.effectOf(call.name()) == Effect.WRITE
                    : ClaimWords.usualFor(call.name()).sharesActWith(tools.words())
                            || ClaimWords.usualFor(call.name()).isEmpty();
        }

        /** Every object that is named has a call of its own, if the calls name any at all. */
        private static boolean objectsFit(List<ToolCall> candidates, ClaimedThing thing) {
            for (String object : thing.objects()) {
                boolean named = false;
                for (ToolCall call : candidates) {
                    named |= ClaimedThing.names(call, object) || !hasText(call);
                }
                if (!named) {
                    return false;
                }
            }
            return true;
        }

        private static boolean hasText(ToolCall call) {
            return !call.arguments().isEmpty();
        }

        private static boolean amountFits(List<ToolCall> candidates, ClaimedThing thing) {
            BigDecimal claimed = thing.amount();
            if (claimed == null) {
                return true;
            }
            BigDecimal sum = BigDecimal.ZERO;
            boolean summed = true;
            for (ToolCall call : candidates) {
                boolean about = thing.objects().isEmpty();
                for (String object : thing.objects()) {
                    about |= ClaimedThing.names(call, object);
                }
                List<BigDecimal> amounts = ClaimedThing.amountsOf(call);
                if (about && amounts.isEmpty()) {
                    return true;
                }
                for (BigDecimal amount : amounts) {
                    if (about && amount.compareTo(claimed) == 0) {
                        return true;
                    }
                }
                summed &= !amounts.isEmpty();
                sum = amounts.isEmpty() ? sum : sum.add(amounts.get(0));
            }
            return summed && sum.compareTo(claimed) == 0;
        }

        /** The last call that could have been it and was not: one of another amount or object, or one that failed. */
        @Nullable
        String nearest(ToolClaims tools) {
            for (int i = calls.size() - 1; i >= 0; i--) {
                ToolCall call = calls.get(i);
                if (tools.tools().contains(call.name())) {
                    return call.name() + " " + CompactJson.of(call.arguments(), 240)
                            + (call.succeeded() ? "" : ", which failed") + ", turn " + call.turn();
                }
            }
            return null;
        }
    }
}
