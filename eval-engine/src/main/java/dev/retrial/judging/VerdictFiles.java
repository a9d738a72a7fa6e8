package dev.retrial.judging;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.retrial.judge.Judgement;
import dev.retrial.judge.KeptVerdicts;
import dev.retrial.judge.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Verdicts as files, one each, so that several processes may keep theirs in one directory. What cannot be read or written is asked again. */
final class VerdictFiles implements KeptVerdicts {

    private static final JsonFactory JSON = new JsonFactory();

    private final Path directory;
    private final Map<String, Judgement> ofThisRun = new ConcurrentHashMap<>();

    VerdictFiles(Path directory) {
        this.directory = directory;
    }

    @Override
    public @Nullable Judgement find(String hash) {
        Judgement known = ofThisRun.get(hash);
        return known != null ? known : read(file(hash));
    }

    @Override
    public void keep(String hash, Judgement judgement) {
        ofThisRun.put(hash, judgement);
        try {
            Path file = file(hash);
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), hash, ".part");
            try (JsonGenerator json = JSON.createGenerator(Files.newOutputStream(part))) {
                json.writeStartObject();
                json.writeStringField("verdict", judgement.verdict().key());
                json.writeNumberField("yes", judgement.yes());
                json.writeNumberField("no", judgement.no());
                json.writeNumberField("undecided", judgement.undecided());
                json.writeStringField("reason", judgement.reason());
                json.writeEndObject();
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Only the next run pays for it.
        }
    }

    private Path file(String hash) {
        return directory.resolve(hash.substring(0, 2)).resolve(hash + ".json");
    }

    private static @Nullable Judgement read(Path file) {
        try (JsonParser json = JSON.createParser(Files.readAllBytes(file))) {
            Verdict verdict = null;
            int[] votes = new int[3];
            String reason = "";
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                json.nextToken();
                switch (key) {
                    case "verdict" -> verdict = verdict(json.getText());
                    case "yes" -> votes[0] = json.getIntValue();
                    case "no" -> votes[1] = json.getIntValue();
                    case "undecided" -> votes[2] = json.getIntValue();
                    case "reason" -> reason = json.getText();
                    default -> json.skipChildren();
                }
            }
            return verdict == null ? null : new Judgement(verdict, votes[0], votes[1], votes[2], 0, reason);
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable Verdict verdict(String key) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.key().equals(key)) {
                return verdict;
            }
        }
        return null;
    }
}
