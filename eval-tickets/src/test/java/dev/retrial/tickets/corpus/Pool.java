package dev.retrial.tickets.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A pool of wordings: a file of scenes.
 *
 * <p>A scene begins with {@code == kind name language option…}; its lines are {@code key: wording || wording}, with {@code !} behind the key where
 * the turn fails, {@code 40%} before it where it is told in so many of a hundred tickets, {@code ~} where it is one of several signs of which at least one is told.
 */
enum Pool {
    /** What rules may be written on. */
    OPEN("open"),
    /** What they are measured on. */
    HELD_BACK("held-back");

    private final String file;
    private final List<Scene> scenes;

    Pool(String file) {
        this.file = file;
        this.scenes = read(file);
    }

    String file() {
        return file;
    }

    /** The scenes of a kind that a system can show. */
    List<Scene> scenes(String kind, String system) {
        return scenes.stream()
                .filter(scene -> scene.kind().equals(kind) && scene.isFor(system))
                .toList();
    }

    List<Scene> scenes() {
        return scenes;
    }

    /** Sentences that stand beside the matter, of a speaker ({@code c}, {@code b}, {@code h}) in a language; may be none. */
    List<String> beside(String speaker, String language) {
        for (Scene scene : scenes) {
            if (scene.kind().equals("fill-" + speaker) && scene.name().equals(language)) {
                return scene.sentences();
            }
        }
        return List.of();
    }

    private static List<Scene> read(String file) {
        List<Scene> read = new ArrayList<>();
        String path = "/corpus/" + file + ".scenes";
        try (InputStream in = Objects.requireNonNull(Pool.class.getResourceAsStream(path), path);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Scene.Line> told = new ArrayList<>();
            for (String line : lines.lines().collect(Collectors.toList())) {
                if (line.startsWith("== ")) {
                    told = new ArrayList<>();
                    read.add(heading(line.substring(3), told));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    told.add(line(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(read);
    }

    private static Scene heading(String heading, List<Scene.Line> told) {
        String[] words = heading.strip().split(" +");
        boolean beside = words[0].startsWith("fill-");
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = beside ? 2 : 3; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            options.put(
                    equals < 0 ? words[i] : words[i].substring(0, equals),
                    equals < 0 ? "" : words[i].substring(equals + 1));
        }
        return new Scene(words[0], words[1], beside ? words[1] : words[2], options, told);
    }

    private static Scene.Line line(String written) {
        String line = written;
        int chance = 100;
        if (line.startsWith("~ ")) {
            chance = Scene.Line.ONE_OF_MANY;
            line = line.substring(2);
        } else if (Character.isDigit(line.charAt(0))) {
            int percent = line.indexOf("% ");
            chance = Integer.parseInt(line.substring(0, percent));
            line = line.substring(percent + 2);
        }
        int colon = line.indexOf(':');
        String key = line.substring(0, colon);
        boolean failed = key.endsWith("!");
        List<String> wordings = new ArrayList<>();
        for (String wording : line.substring(colon + 1).split("\\|\\|", -1)) {
            wordings.add(wording.strip().replace("\\n", "\n"));
        }
        return new Scene.Line(failed ? key.substring(0, key.length() - 1) : key, failed, chance, wordings);
    }
}
