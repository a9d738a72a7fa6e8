package dev.retrial.run;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.check.Severity;
import dev.retrial.scene.Scene;
import dev.retrial.suite.Layer;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Checks for tests, by their behaviour alone. */
final class Checks {

    private Checks() {}

    /** Passes where some reply contains the text. */
    static ScopedCheck says(String text) {
        return of(
                "reply.says",
                (transcript, scene) -> contains(transcript, text) ? Passed.PLAIN : Failed.of(text, "not said"));
    }

    /** Fails where some reply contains the text. */
    static ScopedCheck neverSays(String text) {
        return never("reply.never-says", text);
    }

    /** Fails where some reply contains the text; has any name. */
    static ScopedCheck never(String name, String text) {
        return of(
                name,
                (transcript, scene) -> contains(transcript, text) ? Failed.of("never " + text, text) : Passed.PLAIN);
    }

    /** Fails where the tool was called; looks at nothing where calls are not known. */
    static ScopedCheck neverCalls(String tool) {
        return of("tools.never", (transcript, scene) -> {
            if (!transcript.callsKnown()) {
                return new NotApplicable("calls are not known");
            }
            for (ToolCall call : transcript.calls()) {
                if (call.name().equals(tool)) {
                    return Failed.of("no call of " + tool, call.status() + " " + call.result());
                }
            }
            return Passed.PLAIN;
        });
    }

    static ScopedCheck of(String name, CheckResult result) {
        return of(name, (transcript, scene) -> result);
    }

    static ScopedCheck of(String name, BiFunction<Transcript, Scene, CheckResult> evaluate) {
        return of(name, Severity.MAJOR, Layer.CASE, null, evaluate);
    }

    static ScopedCheck of(
            String name,
            Severity severity,
            Layer layer,
            @Nullable Integer turn,
            BiFunction<Transcript, Scene, CheckResult> evaluate) {
        int dot = name.indexOf('.');
        return new ScopedCheck(
                new Fake(name, severity, evaluate), dot < 0 ? name : name.substring(0, dot), layer, turn);
    }

    static ScopedCheck named(String name, ScopedCheck check) {
        return of(name, check.check().severity(), check.layer(), check.turn(), check.check()::evaluate);
    }

    static ScopedCheck in(Layer layer, ScopedCheck check) {
        return new ScopedCheck(check.check(), check.kind(), layer, check.turn());
    }

    static ScopedCheck inTurn(int turn, ScopedCheck check) {
        return new ScopedCheck(check.check(), check.kind(), Layer.TURN, turn);
    }

    static ScopedCheck advisory(ScopedCheck check) {
        return new ScopedCheck(
                new Fake(check.check().name(), Severity.ADVISORY, check.check()::evaluate),
                check.kind(),
                check.layer(),
                check.turn());
    }

    private static boolean contains(Transcript transcript, String text) {
        for (AgentReply reply : transcript.replies()) {
            if (reply.text().contains(text)) {
                return true;
            }
        }
        return false;
    }

    private record Fake(String name, Severity severity, BiFunction<Transcript, Scene, CheckResult> how)
            implements Check {

        @Override
        public CheckResult evaluate(Transcript transcript, Scene scene) {
            return how.apply(transcript, scene);
        }
    }
}
