package dev.retrial.assertj;

import dev.retrial.check.catalogue.OnlyWhatExists;
import dev.retrial.check.claim.Disclosed;
import dev.retrial.check.claim.Founded;
import dev.retrial.check.reply.Matches;
import dev.retrial.check.reply.NamesFromCatalogue;
import dev.retrial.check.reply.NeverAffirms;
import dev.retrial.check.reply.NeverAsks;
import dev.retrial.check.reply.NeverMatches;
import dev.retrial.check.reply.NeverSays;
import dev.retrial.check.reply.Says;
import dev.retrial.text.Phrase;
import dev.retrial.text.TextPattern;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** What a transcript can be asserted to say: in what words, what is claimed, and what is offered. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class ReplyAssert extends PolicyAssert {

    ReplyAssert(Transcript actual) {
        super(actual);
    }

    /** Some reply says this: {@code reply.says}. */
    public TranscriptAssert says(String phrase) {
        return satisfies(new Says(List.of(Phrase.of(phrase))));
    }

    /** Some reply says one of these: {@code reply.says} with {@code any-of}. */
    public TranscriptAssert saysAnyOf(String... phrases) {
        return satisfies(new Says(phrases(phrases)));
    }

    /** No reply says any of these: {@code reply.never-says}. */
    public TranscriptAssert neverSays(String... phrases) {
        return satisfies(new NeverSays(phrases(phrases)));
    }

    /** No reply says that any of these is so: {@code reply.never-affirms}. */
    public TranscriptAssert neverAffirms(String... phrases) {
        return satisfies(new NeverAffirms(phrases(phrases)));
    }

    /** No reply asks the customer for any of these facts: {@code reply.never-asks}. Further words for them are taken from {@link TranscriptAssert#in}. */
    public TranscriptAssert neverAsks(String... facts) {
        for (String fact : facts) {
            satisfies(NeverAsks.of(fact));
        }
        return myself;
    }

    /** Whatever a reply says has been done, a successful call did: {@code claims: none}. Needs the tools, by {@link TranscriptAssert#in}. */
    public TranscriptAssert claimsNothingUnfounded() {
        return satisfies(Founded.of(knownScene().tools()));
    }

    /** Of every successful write some reply tells: {@code claims: {disclosed: true}}. Needs the tools' effects, by {@link TranscriptAssert#in}. */
    public TranscriptAssert disclosesEveryWrite() {
        return satisfies(Disclosed.of(knownScene().tools()));
    }

    /** No reply names a team, document, link or channel that does not exist: {@code catalogue: none}. Needs the catalogue, by {@link TranscriptAssert#in}. */
    public TranscriptAssert namesOnlyWhatExists() {
        return satisfies(OnlyWhatExists.against(knownScene().catalogue()));
    }

    /** Some reply gives a document of the catalogue: {@code reply.cites: any}. Needs the catalogue, by {@link TranscriptAssert#in}. */
    public TranscriptAssert cites() {
        return satisfies(NamesFromCatalogue.cites(null, knownScene().catalogue()));
    }

    /** Some reply gives each of these documents of the catalogue: {@code reply.cites}. Needs the catalogue, by {@link TranscriptAssert#in}. */
    public TranscriptAssert cites(String document, String... more) {
        satisfies(NamesFromCatalogue.cites(document, knownScene().catalogue()));
        for (String other : more) {
            satisfies(NamesFromCatalogue.cites(other, knownScene().catalogue()));
        }
        return myself;
    }

    /** Some reply names a team of the catalogue: {@code reply.names-team: any}. Needs the catalogue, by {@link TranscriptAssert#in}. */
    public TranscriptAssert namesTeam() {
        return satisfies(NamesFromCatalogue.team(null, knownScene().catalogue()));
    }

    /** Some reply names this team of the catalogue: {@code reply.names-team}. Needs the catalogue, by {@link TranscriptAssert#in}. */
    public TranscriptAssert namesTeam(String team) {
        return satisfies(NamesFromCatalogue.team(team, knownScene().catalogue()));
    }

    /** The RE2 pattern is found in some reply: {@code reply.matches}. */
    public TranscriptAssert matches(String pattern) {
        return satisfies(new Matches(TextPattern.of(pattern)));
    }

    /** The RE2 pattern is found in no reply: {@code reply.never-matches}. */
    public TranscriptAssert neverMatches(String pattern) {
        return satisfies(new NeverMatches(TextPattern.of(pattern)));
    }

    static List<Phrase> phrases(String... texts) {
        if (texts.length == 0) {
            throw new IllegalArgumentException("there is no phrase to look for");
        }
        List<Phrase> phrases = new ArrayList<>(texts.length);
        for (String text : texts) {
            phrases.add(Phrase.of(text));
        }
        return phrases;
    }
}
