package dev.retrial.assertj;

import dev.retrial.check.Check;
import dev.retrial.check.tone.Empathy;
import dev.retrial.check.tone.LanguageIs;
import dev.retrial.check.tone.LeavingOut;
import dev.retrial.check.tone.Part;
import dev.retrial.check.tone.PolitenessFloor;
import dev.retrial.check.tone.Register;
import dev.retrial.check.tone.RegisterIs;
import dev.retrial.check.tone.RequiredPhrase;
import dev.retrial.check.tone.ToneBound;
import dev.retrial.check.tone.ToneCount;
import dev.retrial.text.Phrase;
import dev.retrial.transcript.Transcript;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/** Assertions about how an agent says it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class ToneAssert extends AbstractAssert<TranscriptAssert, Transcript> {

    private Set<Part> leftOut = Set.of();

    ToneAssert(Transcript actual) {
        super(actual, TranscriptAssert.class);
    }

    /** Satisfies every one of these checks; all that fail are reported together. */
    public abstract TranscriptAssert satisfies(Check... checks);

    /** Every reply says this: {@code tone.required}. */
    public TranscriptAssert saysInEveryReply(String phrase) {
        return satisfiesTone(new RequiredPhrase(Phrase.of(phrase)));
    }

    /** Every reply has none of these: {@code tone.<count>: none}. */
    public TranscriptAssert hasNo(ToneCount... counts) {
        for (ToneCount count : counts) {
            satisfiesTone(ToneBound.atMost(count, 0));
        }
        return myself;
    }

    /** Every reply has at most that many: {@code tone.<count>}. */
    public TranscriptAssert hasAtMost(double most, ToneCount count) {
        return satisfiesTone(ToneBound.atMost(count, most));
    }

    /** Every reply has at least that many: {@code tone.<count>: {min: …}}. */
    public TranscriptAssert hasAtLeast(double least, ToneCount count) {
        return satisfiesTone(new ToneBound(count, least, Double.POSITIVE_INFINITY));
    }

    /** Leaves these parts of replies out, for the assertions about tone that follow; none of them, to leave out nothing again: {@code tone.leave-out}. */
    public TranscriptAssert leavingOut(Part... parts) {
        leftOut = Set.of(parts);
        return myself;
    }

    /** Every reply is in this register: {@code tone.register}. */
    public TranscriptAssert hasRegister(Register register) {
        return satisfiesTone(new RegisterIs(register));
    }

    /** The last reply is about as polite as the least polite of these: {@code tone.politeness}. */
    public TranscriptAssert hasPolitenessOf(String... accepted) {
        return satisfiesTone(PolitenessFloor.of(List.of(accepted), PolitenessFloor.MARGIN));
    }

    /** Every reply is as polite as all but the least polite twentieth of these, at least 30: {@code tone.politeness} with a {@code calibration}. */
    public TranscriptAssert hasPolitenessOf(List<String> calibration) {
        return satisfiesTone(PolitenessFloor.calibratedBy(calibration));
    }

    /** Some reply acknowledges how the customer feels: {@code tone.empathy}. */
    public TranscriptAssert hasEmpathy() {
        return satisfiesTone(new Empathy());
    }

    /** Every reply is in this language, two letters, or {@link LanguageIs#CUSTOMERS}: {@code tone.language}. */
    public TranscriptAssert hasLanguage(String language) {
        return satisfiesTone(LanguageIs.of(language));
    }

    private TranscriptAssert satisfiesTone(Check check) {
        return satisfies(LeavingOut.of(check, leftOut));
    }
}
