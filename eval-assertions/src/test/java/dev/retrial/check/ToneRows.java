package dev.retrial.check;

import static dev.retrial.check.CheckTable.COMPARES_TEXTS;
import static dev.retrial.check.CheckTable.COUNTS;
import static dev.retrial.check.CheckTable.FRENCH;
import static dev.retrial.check.CheckTable.NOTHING_SAID;
import static dev.retrial.check.CheckTable.NO_REPLY;
import static dev.retrial.check.CheckTable.Row;
import static dev.retrial.check.CheckTable.accepted;
import static dev.retrial.check.CheckTable.calibrated;
import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.reply;

import dev.retrial.check.CheckTable.Row;
import java.util.ArrayList;
import java.util.List;

/** How it is said. */
final class ToneRows {

    private final List<Row> rows = new ArrayList<>();

    List<Row> rows() {
        counts();
        markersAndScores();
        return rows;
    }

    private Row check(String name, String expect) {
        Row row = new Row(name, expect);
        rows.add(row);
        return row;
    }

    private void counts() {
        count("exclamations", "0", "Fine.", "Great!", """
                check     tone.exclamations
                expected  no exclamations
                was       1 exclamation: "Great!"
                turn      1""");
        count("emoji", "'none'", "Fine.", "Fine 😊", """
                check     tone.emoji
                expected  no emoji
                was       1 emoji: "Fine 😊"
                turn      1""");
        count("words", "3", "One two three.", "One two three four.", """
                check     tone.words
                expected  at most 3 words
                was       4 words
                turn      1""");
        count("sentences", "1", "One.", "One. Two.", """
                check     tone.sentences
                expected  at most 1 sentence
                was       2 sentences
                turn      1""");
        count("all-caps", "0", "Your SAML setup is fine.", "That is NEVER fine.", """
                check     tone.all-caps
                expected  no words in capitals
                was       1 word in capitals: "That is NEVER fine."
                turn      1""");
        count("contractions", "0", "It is Dana's.", "It isn't.", """
                check     tone.contractions
                expected  no contractions
                was       1 contraction: "It isn't."
                turn      1""");
        count("code-blocks", "{min: 1}", "Run:\n```\nls\n```", "Run ls.", """
                check     tone.code-blocks
                expected  at least 1 code block
                was       no code blocks
                turn      1""");
        count("links", "0", "See the page.", "See https://a.example/b.", """
                check     tone.links
                expected  no links
                was       1 link: "See https://a.example/b."
                turn      1""");
        count("hedges", "0", "It works.", "Perhaps it works.", """
                check     tone.hedges
                expected  no hedges
                was       1 hedge: "Perhaps it works."
                turn      1""");
        count("apologies", "0", "It works.", "I'm sorry about that.", """
                check     tone.apologies
                expected  no apologies
                was       1 apology: "I'm sorry about that."
                turn      1""");
        count(
                "reading-grade",
                "8",
                "We send it to you.",
                "Notwithstanding organizational considerations, reimbursement"
                        + " applications necessitate documentation.",
                """
                check     tone.reading-grade
                expected  at most reading grade 8
                was       reading grade 41.1
                turn      1""");
        check("tone.required", "{tone: {required: ['Dana']}}")
                .passes(reply("Hello Dana."))
                .fails(reply("Hello."), """
                        check     tone.required
                        expected  "Dana" in every reply
                        was       not said
                        turn      1""")
                .notApplicable(NO_REPLY, NOTHING_SAID)
                .neverErrs(COMPARES_TEXTS);
        check("tone.forbidden", "{tone: {forbidden: ['no worries']}}")
                .passes(reply("Hello Dana."))
                .fails(reply("No worries, Dana."), """
                        check     tone.forbidden
                        expected  never "no worries"
                        was       "No worries, Dana."
                        turn      1""")
                .notApplicable(NO_REPLY, NOTHING_SAID)
                .neverErrs(COMPARES_TEXTS);
    }

    private void count(String key, String bound, String passes, String fails, String message) {
        check("tone." + key, "{tone: {'" + key + "': " + bound + "}}")
                .passes(reply(passes))
                .fails(reply(fails), message)
                .notApplicable(NO_REPLY, NOTHING_SAID)
                .neverErrs(COUNTS);
    }

    private void markersAndScores() {
        count("condescension", "'none'", "Here is how it works.", "Did you even read the manual?", """
                check     tone.condescension
                expected  no condescending phrases (marker)
                was       1 condescending phrase: "Did you even read the manual?"
                turn      1""");
        count("blame", "'none'", "It is not your fault.", "That is your own fault.", """
                check     tone.blame
                expected  no phrases of blame (marker)
                was       1 phrase of blame: "That is your own fault."
                turn      1""");
        count("contempt", "'none'", "We will help.", "That is not our problem.", """
                check     tone.contempt
                expected  no contemptuous phrases (marker)
                was       1 contemptuous phrase: "That is not our problem."
                turn      1""");
        count("demands", "'none'", "Please send it.", "You must send it immediately.", """
                check     tone.demands (advisory)
                expected  no demands (marker)
                was       2 demands: "You must send it immediately."
                turn      1""");
        check("tone.register", "{tone: {register: 'formal'}}")
                .passes(reply("We regret to inform you that your request cannot be processed at this time. Should you"
                        + " require further assistance, please do not hesitate to contact us."))
                .fails(reply("hey, no worries, that's totally cool, gonna fix it for ya lol"), """
                        check     tone.register
                        expected  a formal register (score)
                        was       casual, -1.0 of -1 to 1: "hey", "no worries", "cool", "gonna", "fix"
                        turn      1""")
                .notApplicable(reply(FRENCH), "undecided: no reply is clearly formal or clearly not, in English")
                .neverErrs(COUNTS);
        check("tone.politeness", "{tone: {politeness: 'accepted'}}")
                .in(accepted(
                        "I'm sorry, Dana. Unfortunately we cannot refund this order. Could you please try the shop?"))
                .passes(reply("Unfortunately I can't refund it, I'm sorry. Could you please try the shop?"))
                .fails(reply("No. You missed the deadline."), """
                        check     tone.politeness
                        expected  politeness of 0.71 or more, as in accepted replies (score)
                        was       politeness of -0.9
                        turn      1""")
                .notApplicable(reply(FRENCH), "undecided: too near to what was accepted allows, or not in English")
                .neverErrs("what it compares with is in the case");
        check("tone.politeness", "{tone: {politeness: {calibration: 'x.json'}}}")
                .in(calibrated("It is in your account, Dana. Try it again if you can."))
                .passes(reply("Thank you so much for your patience, Dana; could you please try it once more?"))
                .fails(reply("No. You missed the deadline."), """
                        check     tone.politeness
                        expected  politeness of 0.16 or more, as calibrated (score)
                        was       politeness of -0.9
                        turn      1""")
                .notApplicable(NO_REPLY, NOTHING_SAID)
                .errs(reply("Hello, Dana."), SCENE, "there is no suite to find the calibration file in");
        check("tone.empathy", "{tone: {empathy: 'acknowledged'}}")
                .passes(reply("I understand how frustrating this is."))
                .neverFails("where no phrase is known to acknowledge a feeling, it is undecided")
                .notApplicable(
                        reply("It is on its way."), "undecided: no phrase that is known to acknowledge a feeling")
                .neverErrs(COUNTS);
        check("tone.language", "{tone: {language: 'de'}}")
                .passes(reply("Ihre Bestellung ist heute Morgen bei uns eingegangen und wird morgen verschickt."))
                .fails(reply("Your order has reached us this morning and will be sent tomorrow."), """
                        check     tone.language
                        expected  language de (score)
                        was       en
                        turn      1""")
                .notApplicable(reply("Ja."), "undecided: too little text to tell its language")
                .errs(
                        "{tone: {language: 'kl'}}",
                        reply("Your order has reached us this morning."),
                        SCENE,
                        "the language detector does not know 'kl'");
    }
}
