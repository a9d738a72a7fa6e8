package dev.retrial.tickets.corpus;

import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.AiOutcome;
import dev.retrial.tickets.Effort;
import dev.retrial.tickets.MonitorFinding;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A scene as it is told in one ticket: one of its wordings each, with people, facts and a help desk. */
final class Story {

    private static final int CUT = 15;

    private final Pool pool;
    private final Scene scene;
    private final String system;
    private final int number;
    private final long telling;
    private final long people;

    /**
     * A story.
     *
     * @param telling decides which wordings and facts it has
     * @param people decides who is in it
     */
    Story(Pool pool, Scene scene, String system, int number, long telling, long people) {
        this.pool = pool;
        this.scene = scene;
        this.system = system;
        this.number = number;
        this.telling = telling;
        this.people = people;
    }

    /** The ticket. */
    Labelled told() {
        return new Telling(number, people, null).ticket();
    }

    /** The same matter once more: other people, another day, a few words changed. */
    Labelled repeated(int otherNumber, Random random) {
        Labelled first = told();
        Labelled other = new Telling(otherNumber, random.nextLong(), new Random(random.nextLong())).ticket();
        Label was = other.label();
        Label label = new Label(
                was.kind(),
                was.failure(),
                was.turn(),
                was.scene(),
                was.language(),
                was.difficulty(),
                was.noAgent(),
                was.silent(),
                was.planted(),
                first.ticket().id(),
                Shingles.jaccard(first, other));
        return new Labelled(other.ticket(), label);
    }

    static @Nullable FailureClass failure(String kind) {
        for (FailureClass one : FailureClass.values()) {
            if (one.key().equals(kind)) {
                return one;
            }
        }
        return null;
    }

    /** One telling of it. */
    private final class Telling {

        private final int id;
        private final Random choice = new Random(telling);
        private final @Nullable Random edits;
        private final Planting planting;
        private final Map<String, String> facts;
        private final Instant opened;
        private final List<TicketTurn> turns = new ArrayList<>();
        private final List<Rating> ratings = new ArrayList<>();
        private final List<MonitorFinding> monitors = new ArrayList<>();
        private final List<String> tags = new ArrayList<>();
        private final List<SeenCall> calls = new ArrayList<>();
        private @Nullable AiOutcome outcome;
        private @Nullable String subject;
        private int reopens;
        private int failed = -1;

        Telling(int id, long people, @Nullable Random edits) {
            this.id = id;
            this.edits = edits;
            Persona persona = Persona.of(new Random(people));
            var day = Corpus.FIRST_DAY.plusDays(choice.nextInt(240));
            this.facts = new LinkedHashMap<>(Facts.of(pool, scene.language(), day, choice));
            facts.putAll(persona.values());
            this.opened = day.atTime(7 + choice.nextInt(12), choice.nextInt(60)).toInstant(ZoneOffset.UTC);
            this.planting = new Planting(persona, scene, new Random(people ^ 0x5EED));
        }

        Labelled ticket() {
            List<Scene.Line> lines = lines();
            for (Scene.Line line : lines) {
                add(line, wording(line));
            }
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("plan", List.of("free", "team", "scale", "enterprise").get(choice.nextInt(4)));
            planting.fields(fields);
            String difficulty = List.of("easy", "medium", "hard").get(choice.nextInt(3));
            Effort effort = Efforts.of(difficulty, system, turns, reopens, choice);
            String category = scene.options().get("cat");
            boolean noAgent = turns.stream().noneMatch(turn -> turn.role() == Role.AI_AGENT);
            SupportTicket ticket = new SupportTicket(
                    system,
                    id(),
                    opened,
                    turns.isEmpty() ? opened : turns.get(turns.size() - 1).at(),
                    List.of("email", "messaging", "web").get(choice.nextInt(3)),
                    subject,
                    effort.open() ? "open" : "solved",
                    category,
                    planting.parties(noAgent),
                    turns,
                    ratings,
                    outcome,
                    monitors,
                    effort,
                    tags,
                    fields,
                    scene.name() + "#" + id);
            FailureClass failure = failure(scene.kind());
            Label.Kind kind = failure != null
                    ? Label.Kind.FAILURE
                    : switch (scene.kind()) {
                        case "miss" -> Label.Kind.NEAR_MISS;
                        case "fine" -> Label.Kind.ORDINARY;
                        default -> Label.Kind.NOISE;
                    };
            return new Labelled(
                    ticket,
                    new Label(
                            kind,
                            failure,
                            failed,
                            scene.name(),
                            scene.language(),
                            difficulty,
                            noAgent,
                            scene.options().containsKey("silent"),
                            planting.planted(ticket),
                            null,
                            0));
        }

        private String id() {
            return switch (system) {
                case "zendesk", "freshdesk", "helpscout" -> Integer.toString(100_000 + id);
                case "intercom" -> "21547" + (10_000_000L + id);
                default -> "T-" + (5_000 + id);
            };
        }

        /** Those that are told this time; of the signs of a failure at least one that this help desk can show. */
        private List<Scene.Line> lines() {
            List<Scene.Line> shown =
                    scene.lines().stream().filter(line -> isShown(line.key())).toList();
            List<Scene.Line> signs =
                    shown.stream().filter(Scene.Line::isOneOfMany).toList();
            Scene.Line sure = signs.isEmpty() ? null : signs.get(choice.nextInt(signs.size()));
            List<Scene.Line> told = new ArrayList<>();
            for (Scene.Line line : shown) {
                int chance = line.isOneOfMany() ? 50 : line.chance();
                if (choice.nextInt(100) < chance || line.equals(sure)) {
                    told.add(line);
                }
            }
            return told;
        }

        private boolean isShown(String key) {
            boolean rich = system.equals("intercom") || system.equals("acme");
            return switch (key) {
                case "call", "out", "mon" -> rich;
                case "tag", "reopen" -> !system.equals("helpscout") || key.equals("tag");
                default -> true;
            };
        }

        private String wording(Scene.Line line) {
            String wording = line.wordings().get(choice.nextInt(line.wordings().size()));
            return filled(wording);
        }

        private String filled(String wording) {
            StringBuilder filled = new StringBuilder();
            int at = 0;
            while (at < wording.length()) {
                int open = wording.indexOf('{', at);
                int close = open < 0 ? -1 : wording.indexOf('}', open);
                String fact = close < 0 ? null : facts.get(wording.substring(open + 1, close));
                if (fact == null) {
                    int next = open < 0 ? wording.length() : open + 1;
                    filled.append(wording, at, next);
                    at = next;
                } else {
                    filled.append(wording, at, open).append(fact);
                    at = close + 1;
                }
            }
            return filled.toString();
        }

        private void add(Scene.Line line, String said) {
            switch (line.key()) {
                case "s" -> subject = said;
                case "c" -> customer(said);
                case "b" -> agent(said, line.failed());
                case "h" -> human(said);
                case "n" -> turn(Role.INTERNAL_NOTE, said);
                case "y" -> turn(Role.SYSTEM, said);
                case "call" -> call(said);
                case "rate" -> rate(said);
                case "out" -> outcome = AiOutcome.valueOf(said.toUpperCase(Locale.ROOT));
                case "mon" -> monitor(said);
                case "tag" -> tags.addAll(List.of(said.split(" +")));
                case "reopen" -> reopens = Integer.parseInt(said);
                default -> throw new IllegalArgumentException(line.key());
            }
        }

        private void customer(String said) {
            boolean first = turns.isEmpty();
            String text = edited(said);
            if (first && !scene.kind().equals("noise")) {
                text = planting.message(withBeside(text, "c", choice.nextInt(3), false));
            }
            turn(Role.CUSTOMER, text, first ? planting.files() : List.of());
        }

        private void agent(String said, boolean fails) {
            if (fails) {
                failed = turns.size();
            }
            boolean frames = choice.nextInt(100) < 40;
            turn(Role.AI_AGENT, withBeside(edited(said), "b", frames ? 1 : 0, choice.nextBoolean()));
        }

        private void human(String said) {
            boolean first = turns.stream().noneMatch(turn -> turn.role() == Role.HUMAN_AGENT);
            if (first && choice.nextInt(100) < 25) {
                turn(Role.SYSTEM, "Assigned to Tier 2");
            }
            turn(Role.HUMAN_AGENT, withBeside(said, "h", choice.nextInt(100) < 30 ? 1 : 0, false));
        }

        private String withBeside(String said, String speaker, int count, boolean before) {
            List<String> beside = pool.beside(speaker, scene.language());
            StringBuilder text = new StringBuilder(said);
            for (int i = 0; i < count && !beside.isEmpty(); i++) {
                String more = filled(beside.get(choice.nextInt(beside.size())));
                text.insert(before ? 0 : text.length(), before ? more + " " : " " + more);
            }
            return text.toString();
        }

        /** A few words changed, where this is a repetition; one of about {@value #CUT}. */
        private String edited(String said) {
            if (edits == null) {
                return said;
            }
            String[] words = said.split(" ");
            for (int i = 0; i < words.length; i++) {
                if (words.length > 5
                        && edits.nextInt(CUT) == 0
                        && words[i].chars().allMatch(Character::isLetter)) {
                    words[i] = switch (edits.nextInt(3)) {
                        case 0 -> words[i] + " " + words[i];
                        case 1 -> words[i].length() > 3 ? words[i].substring(0, words[i].length() - 1) : words[i];
                        default -> words[i].toUpperCase(Locale.ROOT);
                    };
                }
            }
            return String.join(" ", words);
        }

        private void call(String said) {
            SeenCall call = Calls.read(said, system);
            calls.add(planting.call(call));
        }

        private void rate(String said) {
            String[] parts = said.split(" ", 3);
            boolean ofTheAgent = parts[1].equals("agent") && (system.equals("intercom") || system.equals("acme"));
            Rating.Verdict verdict = Rating.Verdict.valueOf(parts[0].toUpperCase(Locale.ROOT));
            ratings.add(
                    new Rating(verdict, Scores.of(system, verdict), parts.length > 2 ? parts[2] : null, ofTheAgent));
        }

        private void monitor(String said) {
            String[] parts = said.split(" \\| ");
            monitors.add(new MonitorFinding(parts[0], parts[1], parts[1].equals("fail"), parts[2]));
        }

        private void turn(Role role, String text) {
            turn(role, text, List.of());
        }

        private void turn(Role role, String text, List<String> files) {
            List<SeenCall> with = role == Role.AI_AGENT ? List.copyOf(calls) : List.of();
            if (role == Role.AI_AGENT) {
                calls.clear();
            }
            Instant at = turns.isEmpty()
                    ? opened
                    : turns.get(turns.size() - 1)
                            .at()
                            .plusSeconds(role == Role.AI_AGENT ? 4 : 60 + choice.nextInt(9_000));
            turns.add(new TicketTurn(role, Authors.evidence(system, role), Authors.id(role), text, at, with, files));
        }
    }
}
