package dev.retrial.check;

import static dev.retrial.check.CheckTable.CALLS_UNKNOWN;
import static dev.retrial.check.CheckTable.COMPARES_CALLS;
import static dev.retrial.check.CheckTable.COMPARES_TEXTS;
import static dev.retrial.check.CheckTable.NOT_KNOWN;
import static dev.retrial.check.CheckTable.Row;
import static dev.retrial.check.CheckTable.UNDECLARED;
import static dev.retrial.check.CheckTable.called;
import static dev.retrial.check.CheckTable.declaring;
import static dev.retrial.check.CheckTable.handedOver;
import static dev.retrial.check.CheckTable.judge;
import static dev.retrial.check.CheckTable.twice;
import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.json;
import static dev.retrial.check.Expecting.reply;

import dev.retrial.check.CheckTable.Row;
import dev.retrial.judge.JudgeFailure;
import dev.retrial.judge.Judgement;
import dev.retrial.judge.Verdict;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is called, handed over and ruled. */
final class ToolRows {

    private final List<Row> rows = new ArrayList<>();

    List<Row> rows() {
        tools();
        outcomeAndHandoff();
        policyAndJudged();
        return rows;
    }

    private Row check(String name, String expect) {
        Row row = new Row(name, expect);
        rows.add(row);
        return row;
    }

    private void tools() {
        check("tools.calls", "{tools: {calls: [{lookup_order: {order_id: 'A-1042'}}]}}")
                .passes(called("lookup_order", "{order_id: 'A-1042'}"))
                .fails(called("lookup_order", "{order_id: 'A-1024'}"), """
                        check     tools.calls
                        expected  lookup_order {"order_id":"A-1042"}
                        was       no such call of lookup_order
                                  besides: lookup_order {"order_id":"A-1024"}, turn 1
                        turn      1
                        nearest   lookup_order, turn 1
                                    /order_id: expected "A-1042", was "A-1024\"""")
                .notApplicable(CALLS_UNKNOWN, NOT_KNOWN)
                .neverErrs(COMPARES_CALLS);
        check("tools.writes", "{tools: {writes: 'none'}}")
                .passes(called("lookup_order", "{}"))
                .fails(called("issue_refund", "{order_id: 'A-1042'}"), """
                        check     tools.writes
                        expected  no write
                        was       issue_refund {"order_id":"A-1042"}, turn 1
                        turn      1""")
                .notApplicable(CALLS_UNKNOWN, NOT_KNOWN)
                .errs(
                        called("issue_refund", "{}"),
                        UNDECLARED,
                        "no tool is declared, so nothing tells a write from a read: declare the tools with their effect");
        check("tools.writes", "{tools: {calls: [{lookup_order: {}}], may: ['cancel_order']}}")
                .passes(called("lookup_order", "{}"))
                .fails(called("issue_refund", "{order_id: 'A-1042'}"), """
                        check     tools.writes
                        expected  no write but the expected calls
                        was       issue_refund {"order_id":"A-1042"}, turn 1
                        turn      1""")
                .notApplicable(CALLS_UNKNOWN, NOT_KNOWN)
                .neverErrs("where no tool is declared, none is a write that nobody expects");
        check("tools.never", "{tools: {never: ['issue_refund']}}")
                .passes(called("lookup_order", "{}"))
                .fails(called("issue_refund", "{order_id: 'A-1042'}"), """
                        check     tools.never
                        expected  no call of issue_refund
                        was       issue_refund {"order_id":"A-1042"}, turn 1
                        turn      1""")
                .notApplicable(CALLS_UNKNOWN, NOT_KNOWN)
                .neverErrs(COMPARES_CALLS);
        check("tools.only", "{tools: {only: ['lookup_order']}}")
                .passes(called("lookup_order", "{}"))
                .fails(called("issue_refund", "{order_id: 'A-1042'}"), """
                        check     tools.only
                        expected  no call but of lookup_order
                        was       issue_refund {"order_id":"A-1042"}, turn 1
                        turn      1""")
                .notApplicable(CALLS_UNKNOWN, NOT_KNOWN)
                .neverErrs(COMPARES_CALLS);
        check("tools.at-most", "{tools: {at-most: {lookup_order: 1}}}")
                .passes(called("lookup_order", "{}"))
                .fails(twice("lookup_order"), """
                        check     tools.at-most
                        expected  at most 1 call of lookup_order
                        was       2 calls:
                                  lookup_order {"order_id":"A-1"}, turn 1
                                  lookup_order {"order_id":"A-2"}, turn 1
                        turn      1""")
                .notApplicable(CALLS_UNKNOWN, NOT_KNOWN)
                .neverErrs(COMPARES_CALLS);
        check("tools.none", "{tools: 'none'}")
                .passes(reply("Hello."))
                .fails(called("lookup_order", "{order_id: 'A-1042'}"), """
                        check     tools.none
                        expected  no call of any tool
                        was       lookup_order {"order_id":"A-1042"}, turn 1
                        turn      1""")
                .notApplicable(CALLS_UNKNOWN, NOT_KNOWN)
                .neverErrs(COMPARES_CALLS);
        check("tools.grounded", "{tools: {grounded: ['issue_refund']}}")
                .passes(called("issue_refund", "{order_id: 'A-1'}"))
                .fails(called("issue_refund", "{order_id: 'B-7'}"), """
                        check     tools.grounded
                        expected  arguments that come from the customer, an earlier result, the context or the facts
                        was       issue_refund {"order_id":"B-7"}, turn 1
                                    /order_id: "B-7" comes from nowhere
                        turn      1""")
                .notApplicable(called("lookup_order", "{order_id: 'B-7'}"), "there is no such call")
                .neverErrs(COMPARES_CALLS);
        check("tools.known", "{tools: {never: ['issue_refund']}}")
                .passes(called("lookup_order", "{}"))
                .fails(called("lookup_ordr", "{}"), """
                        check     tools.known
                        expected  a declared tool
                        was       lookup_ordr, turn 1
                        turn      1
                        nearest   lookup_order""")
                .notApplicable(reply("Hello."), "there is no call")
                .neverErrs(COMPARES_CALLS);
        check("tools.arguments", "{tools: {never: ['issue_refund']}}")
                .passes(called("cancel_order", "{order_id: 'A-1042'}"))
                .fails(called("cancel_order", "{order_id: 1042, copies: 0}"), """
                        check     tools.arguments
                        expected  arguments that the tool's schema accepts
                        was       cancel_order {"order_id":1042,"copies":0}, turn 1
                                    /order_id: integer found, string expected, was 1042
                                    /copies: must have a minimum value of 1, was 0
                        turn      1""")
                .notApplicable(reply("Hello."), "there is no call of a tool that declares its parameters")
                .errs(
                        called("odd", "{q: 'x'}"),
                        declaring(ToolCatalog.of(new Tool(
                                "odd",
                                "",
                                Effect.READ,
                                json("{properties: {q: {type: 'string', pattern: '(?=a)'}}}"),
                                List.of()))),
                        "the parameters of odd: this JSON Schema cannot be used: not an RE2 pattern: invalid or unsupported Perl syntax");
    }

    private void outcomeAndHandoff() {
        check("outcome", "{outcome: 'refused'}")
                .passes(reply("We can't refund it."))
                .fails(reply("What is your order number?"), """
                        check     outcome
                        expected  refused
                        was       asked, by "What is your order number?"
                        turn      1""")
                .notApplicable(
                        "{outcome: 'escalated'}", CALLS_UNKNOWN, "the tool calls that tell the outcome are not known")
                .neverErrs("an outcome that nothing tells is refused when it is bound");
        check("handoff.queue", "{handoff: {queue: 'incidents'}}")
                .passes(handedOver("{queue: 'incidents', summary: 'x'}"))
                .fails(handedOver("{queue: 'sales', summary: 'x'}"), """
                        check     handoff.queue
                        expected  incidents
                        was       "sales"
                        turn      1""")
                .notApplicable(CALLS_UNKNOWN, "it is not known what was handed over")
                .neverErrs(COMPARES_CALLS);
        check("handoff.carries", "{handoff: {carries: ['order_id']}}")
                .given(Map.of("order_id", "A-1042"))
                .passes(handedOver("{summary: 'Order A-1042 is late'}"))
                .fails(handedOver("{summary: 'An order is late'}"), """
                        check     handoff.carries
                        expected  the fact order_id
                        was       not in "An order is late"
                        turn      1""")
                .notApplicable(CALLS_UNKNOWN, "it is not known what was handed over")
                .errs(
                        "{handoff: {carries: ['sign']}}",
                        Map.of("sign", "..."),
                        handedOver("{summary: 'x'}"),
                        "the fact sign holds nothing that could be looked for");
        check("handoff.says", "{handoff: {says: ['SSO']}}")
                .passes(handedOver("{summary: 'SSO loops'}"))
                .fails(handedOver("{summary: 'Login loops'}"), """
                        check     handoff.says
                        expected  "SSO"
                        was       not in "Login loops"
                        turn      1""")
                .notApplicable(CALLS_UNKNOWN, "it is not known what was handed over")
                .neverErrs(COMPARES_TEXTS);
        check("handoff.asks-again", "{handoff: {asks-again: 'none'}}")
                .given(Map.of("order_id", "A-1042"))
                .passes(handedOver("{summary: 'Order A-1042 is late'}"))
                .fails(handedOver("{summary: 'An order is late'}"), """
                        check     handoff.asks-again
                        expected  what the customer has given: order_id
                        was       without order_id, in "An order is late"
                        turn      1""")
                .notApplicable(reply("Hello."), "nothing was handed over")
                .neverErrs(COMPARES_TEXTS);
        check("handoff.claims", "{handoff: {claims: 'none'}}")
                .passes(handedOver("{summary: 'The customer wants a refund'}"))
                .fails(handedOver("{summary: 'I have refunded the order'}"), """
                        check     handoff.claims
                        expected  a successful call of issue_refund, before it is claimed
                        was       "I have refunded the order"
                        turn      1""")
                .notApplicable(reply("Hello."), "nothing was handed over")
                .neverErrs(COMPARES_TEXTS);
    }

    private void policyAndJudged() {
        check("policy.refund-window", "{policy: ['refund-window']}")
                .passes(Transcript.builder()
                        .customer("Hi")
                        .call("lookup_order", json("{}"), json("{delivered_on: '2026-01-10'}"))
                        .agent("No.")
                        .build())
                .fails(
                        Transcript.builder()
                                .customer("Hi")
                                .call("lookup_order", json("{}"), json("{delivered_on: '2026-01-10'}"))
                                .call("issue_refund", json("{order_id: 'A-1042'}"))
                                .agent("Done.")
                                .build(),
                        """
                        check     policy.refund-window
                        expected  No late refund.
                        was       issue_refund {"order_id":"A-1042"}, turn 1
                                  where now - result.lookup_order.delivered_on > days(30), with now 2026-03-02T09:15:00Z, result.lookup_order.delivered_on "2026-01-10"
                        turn      1""")
                .notApplicable(CALLS_UNKNOWN, NOT_KNOWN)
                .errs(
                        called("issue_refund", "{order_id: 'A-1042'}"),
                        SCENE,
                        "there is no result of lookup_order in this trial, and the case has not exactly one");
        check("judged", "{judged: ['The reply is kind.']}")
                .in(judge(question -> Judgement.of(
                        question.transcript().replies().get(0).text().contains("glad") ? Verdict.YES : Verdict.NO,
                        "it says so")))
                .passes(reply("I'm glad to help."))
                .fails(reply("Go away."), """
                        check     judged
                        expected  The reply is kind.
                        was       no: it says so
                        turn      1""")
                .alwaysApplies("where the agent said and did nothing, no criterion is met")
                .errs(
                        reply("Go away."),
                        judge(question -> {
                            throw new JudgeFailure("the endpoint answered 503");
                        }),
                        "The reply is kind.: the endpoint answered 503");
    }
}
