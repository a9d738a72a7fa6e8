package dev.retrial.suite;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Facts;
import dev.retrial.suite.WorldSpec.WorldAnswer;
import dev.retrial.suite.yaml.Shape;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.Words;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlScalar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one case file. */
final class CaseReader {

    private static final ObjectNode NO_CONTEXT = JsonNodeFactory.instance.objectNode();

    private final SuiteFrame frame;
    private final TextPool pool;
    private final BoundBefore boundBefore;
    private final FileProblems problems;
    private final List<Problem> warnings;
    private final Fields fields;

    private CaseReader(
            YamlMapping root,
            SuiteFrame frame,
            TextPool pool,
            BoundBefore boundBefore,
            FileProblems problems,
            List<Problem> warnings) {
        this.frame = frame;
        this.pool = pool;
        this.boundBefore = boundBefore;
        this.problems = problems;
        this.warnings = warnings;
        this.fields = Fields.of(root, Schemas.evalCase(), "case", "expect", problems);
    }

    /**
     * Reads a case.
     *
     * @param root the file's root
     * @param id the case's id
     * @param hash the hash of what its verdicts rest on
     * @param boundBefore what other cases of the suite have expected
     * @param problems the file's problems; the case counts only where there is none in the end
     * @param warnings what is probably not meant
     */
    static EvalCase read(
            YamlMapping root,
            String id,
            String hash,
            SuiteFrame frame,
            TextPool pool,
            BoundBefore boundBefore,
            FileProblems problems,
            List<Problem> warnings) {
        return new CaseReader(root, frame, pool, boundBefore, problems, warnings).read(id, hash);
    }

    private EvalCase read(String id, String hash) {
        Status status = status();
        Map<String, Integer> cohorts = cohorts();
        CustomerReader customer = new CustomerReader(fields, problems, pool);
        Facts facts = customer.facts();
        if (!fields.has("conversation") && !frame.isRecorded() && status != Status.RETIRED) {
            problems.at(fields.mapping(), "the key 'conversation' is missing");
        }
        List<CustomerTurn> conversation = customer.conversation(facts);
        List<ExpectReader.Placed> expect = expect(frame.vocabulary(facts), status);
        Map<String, String> waived =
                new WaiveReader(frame, cohorts.keySet(), problems, pool).read(fields.entries("waive"));
        refuseLooser(expect, cohorts, waived);
        ReferenceReader references = new ReferenceReader(cohorts.keySet(), conversation.size(), problems, pool);
        boolean ownWorld = fields.has("world");
        Instant now = now();
        if (ownWorld) {
            warnIfNotSent("world", "${world}");
        }
        if (now != null) {
            warnIfNotSent("now", "${now}");
        }
        String title = fields.text("title");
        return new EvalCase(
                id,
                problems.file(),
                fields.mapping().line(),
                title == null ? "" : title,
                status,
                because(status),
                until(status),
                failure(),
                difficulty(),
                SuiteFileReader.texts(fields.items("tags"), pool),
                ticket(),
                fields.text("why"),
                pooled("owner"),
                cohorts,
                now,
                facts,
                context(cohorts),
                conversation,
                world(),
                ownWorld,
                checks(expect),
                waived,
                new VariesReader(cohorts.keySet(), problems, pool).read(fields.entries("varies")),
                references.read(
                        fields.items("observed"), fields.shape("observed").items()),
                references.read(
                        fields.items("accepted"), fields.shape("accepted").items()),
                draft(status),
                hash);
    }

    private @Nullable String pooled(String key) {
        String text = fields.text(key);
        return text == null ? null : pool.one(text);
    }

    private Status status() {
        String key = fields.text("status");
        for (Status status : Status.values()) {
            if (status.key().equals(key)) {
                return status;
            }
        }
        return Status.ACTIVE;
    }

    private @Nullable String because(Status status) {
        String because = fields.text("because");
        boolean needed = switch (status) {
            case KNOWN_FAILING, QUARANTINED, RETIRED -> true;
            case DRAFT, ACTIVE -> false;
        };
        if (needed && !fields.has("because")) {
            problems.at(place("status"), "a case that is " + status.key() + " needs 'because'");
        }
        return because;
    }

    private @Nullable LocalDate until(Status status) {
        if (status == Status.QUARANTINED && !fields.has("until")) {
            problems.at(place("status"), "a case that is quarantined needs 'until', the day from which it gates again");
        } else if (status != Status.QUARANTINED && fields.has("until")) {
            problems.at(place("until"), "'until' goes with the status quarantined only");
        }
        return date(fields, "until");
    }

    private @Nullable FailureClass failure() {
        String key = fields.text("failure");
        for (FailureClass failure : FailureClass.values()) {
            if (failure.key().equals(key)) {
                return failure;
            }
        }
        return null;
    }

    private @Nullable Difficulty difficulty() {
        String key = fields.text("difficulty");
        for (Difficulty difficulty : Difficulty.values()) {
            if (difficulty.key().equals(key)) {
                return difficulty;
            }
        }
        return null;
    }

    private @Nullable Ticket ticket() {
        YamlNode ticket = fields.get("ticket");
        if (ticket == null) {
            return null;
        }
        Fields own = Fields.sound(ticket, fields.shape("ticket"));
        String system = own.text("system");
        String category = own.text("category");
        return new Ticket(
                system == null ? null : pool.one(system),
                own.text("ref"),
                date(own, "opened"),
                category == null ? null : pool.one(category),
                own.integer("seen", 1),
                object(own, "provenance"),
                object(own, "effort"),
                object(own, "redaction"));
    }

    /** What is open in a draft, which nobody who relies on the case may overlook. */
    private @Nullable ObjectNode draft(Status status) {
        if (status != Status.DRAFT && fields.has("draft")) {
            problems.at(
                    place("draft"), "'draft' goes with the status draft only: remove it once nothing in it is open");
        }
        return object(fields, "draft");
    }

    private @Nullable ObjectNode object(Fields of, String key) {
        YamlNode node = of.get(key);
        return node == null ? null : (ObjectNode) of.shape(key).json(node, pool);
    }

    private @Nullable LocalDate date(Fields of, String key) {
        String text = of.text(key);
        YamlNode place = of.get(key);
        if (text == null || place == null) {
            return null;
        }
        try {
            return IsoTime.day(text);
        } catch (DateTimeException e) {
            problems.at(place, "there is no such day");
            return null;
        }
    }

    private @Nullable Instant now() {
        String text = fields.text("now");
        if (text == null) {
            return null;
        }
        try {
            return IsoTime.instant(text);
        } catch (DateTimeException e) {
            problems.at(place("now"), "there is no such instant");
            return null;
        }
    }

    private Map<String, Integer> cohorts() {
        Map<String, Integer> lines = new LinkedHashMap<>();
        if (!fields.has("cohorts")) {
            for (String id : frame.cohorts().keySet()) {
                lines.put(id, fields.mapping().line());
            }
            return Collections.unmodifiableMap(lines);
        }
        Map<String, Integer> named = new LinkedHashMap<>();
        for (YamlNode item : fields.items("cohorts")) {
            String id = ((YamlScalar) item).text();
            if (!frame.cohorts().containsKey(id)) {
                problems.at(
                        item,
                        Words.missing(
                                "the suite has no cohort", id, frame.cohorts().keySet()));
            } else if (named.put(id, item.line()) != null) {
                problems.at(item, "the cohort " + Words.quoted(id) + " is named twice");
            }
        }
        for (String id : frame.cohorts().keySet()) {
            Integer line = named.get(id);
            if (line != null) {
                lines.put(id, line);
            }
        }
        return Collections.unmodifiableMap(lines);
    }

    /** The checks of the case, then those of its turns. */
    private List<ExpectReader.Placed> expect(Vocabulary vocabulary, Status status) {
        ExpectReader reader = new ExpectReader(problems, pool, boundBefore);
        YamlNode expect = fields.mapping().get("expect");
        List<ExpectReader.Placed> checks = new ArrayList<>();
        boolean some = expect != null;
        if (expect != null) {
            checks.addAll(reader.read(expect, null, Layer.CASE, null, vocabulary));
        }
        List<YamlNode> turns = fields.items("conversation");
        for (int i = 0; i < turns.size(); i++) {
            YamlNode own = ((YamlMapping) turns.get(i)).get("expect");
            if (own != null) {
                some = true;
                checks.addAll(reader.read(own, null, Layer.TURN, i + 1, vocabulary));
            }
        }
        boolean unread = fields.has("conversation") && turns.isEmpty();
        if (!some && !unread && status != Status.RETIRED) {
            problems.at(fields.mapping(), "the key 'expect' is missing: a case that expects nothing guards nothing");
        }
        return checks;
    }

    private static List<ScopedCheck> checks(List<ExpectReader.Placed> placed) {
        List<ScopedCheck> checks = new ArrayList<>(placed.size());
        for (ExpectReader.Placed one : placed) {
            checks.add(one.check());
        }
        return List.copyOf(checks);
    }

    private void refuseLooser(
            List<ExpectReader.Placed> expect, Map<String, Integer> cohorts, Map<String, String> waived) {
        CaseBounds bounds = new CaseBounds(frame, cohorts.keySet(), waived, problems);
        for (ExpectReader.Placed placed : expect) {
            bounds.refuseLooser(placed, expect);
        }
    }

    private ObjectNode context(Map<String, Integer> cohorts) {
        YamlNode context = fields.get("context");
        if (context == null) {
            return NO_CONTEXT;
        }
        for (YamlMapping.Entry entry : ((YamlMapping) context).entries()) {
            for (String id : cohorts.keySet()) {
                Cohort cohort = frame.cohorts().get(id);
                if (cohort != null && cohort.context().has(entry.name())) {
                    problems.at(
                            entry.key(),
                            "the cohort " + Words.quoted(id) + " already has " + Words.quoted(entry.name())
                                    + ": a case may add to the context, never replace what is there");
                    break;
                }
            }
        }
        return (ObjectNode) fields.shape("context").json(context, pool);
    }

    private WorldSpec world() {
        List<YamlMapping.Entry> entries = fields.entries("world");
        if (entries.isEmpty()) {
            return frame.world();
        }
        WorldReader reader = new WorldReader(frame.tools(), problems, pool);
        Map<String, List<WorldAnswer>> answers =
                new LinkedHashMap<>(frame.world().answers());
        for (YamlMapping.Entry entry : entries) {
            Shape shape = fields.shape("world").property(entry.name());
            if (reader.known(entry.key()) && shape != null) {
                List<WorldAnswer> own = new ArrayList<>(reader.answers(entry.name(), entry.value(), shape));
                own.addAll(frame.world().answers().getOrDefault(entry.name(), List.of()));
                answers.put(pool.one(entry.name()), own);
            }
        }
        return new WorldSpec(answers, frame.world().failedWhen());
    }

    private void warnIfNotSent(String key, String placeholder) {
        if (frame.isNotSent(placeholder)) {
            YamlNode place = place(key);
            warnings.add(new Problem(
                    problems.file(),
                    place.line(),
                    place.column(),
                    "the agent does not get to know this '" + key + "': put \"" + placeholder
                            + "\" into the request in suite.yaml"));
        }
    }

    private YamlNode place(String key) {
        YamlMapping.Entry entry = fields.mapping().entry(key);
        return entry == null
                ? fields.mapping()
                : entry.value() instanceof YamlScalar scalar && !scalar.isEmpty() ? scalar : entry.key();
    }
}
