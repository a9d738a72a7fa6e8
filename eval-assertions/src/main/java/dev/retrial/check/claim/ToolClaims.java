package dev.retrial.check.claim;

import dev.retrial.scene.Effect;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.statement.ClaimWords;
import dev.retrial.text.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By what words a claim is told, and which tools could have done what is claimed.
 *
 * @param words the words
 * @param tools the tools of which any will do; empty where no tool of the suite does such a thing
 */
record ToolClaims(ClaimWords words, Set<String> tools) {

    /** The claims that the tools of a suite can found, and those that matter though none can. */
    static List<ToolClaims> of(ToolCatalog catalog) {
        Map<List<String>, Set<String>> declared = new LinkedHashMap<>();
        List<ToolClaims> claims = new ArrayList<>();
        List<ClaimWords> usual = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (Tool tool : catalog.tools().values()) {
            ClaimWords byName = wordsOf(tool);
            if (!tool.claims().isEmpty()) {
                declared.computeIfAbsent(tool.claims(), key -> new LinkedHashSet<>())
                        .add(tool.name());
            } else if (!byName.isEmpty()) {
                usual.add(byName);
                named.add(tool.name());
            }
        }
        for (Map.Entry<List<String>, Set<String>> entry : declared.entrySet()) {
            claims.add(new ToolClaims(ClaimWords.of(phrases(entry.getKey())), entry.getValue()));
        }
        for (ClaimWords words : usual) {
            Set<String> tools = new LinkedHashSet<>();
            for (int i = 0; i < usual.size(); i++) {
                if (usual.get(i).sharesActWith(words)) {
                    tools.add(named.get(i));
                }
            }
            if (!holds(claims, tools)) {
                claims.add(new ToolClaims(words, tools));
            }
        }
        for (ClaimWords grave : ClaimWords.grave()) {
            boolean known = false;
            for (Tool tool : catalog.tools().values()) {
                known |= ClaimWords.usualFor(tool.name()).sharesActWith(grave);
            }
            if (!known) {
                claims.add(new ToolClaims(grave, Set.of()));
            }
        }
        return claims;
    }

    /** The words by which it is told that this tool was used. */
    static ClaimWords wordsOf(Tool tool) {
        if (!tool.claims().isEmpty()) {
            return ClaimWords.of(phrases(tool.claims()));
        }
        ClaimWords words = ClaimWords.usualFor(tool.name());
        // A tool that changes something does more than look it up, whatever it is called.
        return words.isLookup() && tool.effect() != Effect.READ ? ClaimWords.of(List.of()) : words;
    }

    private static boolean holds(List<ToolClaims> claims, Set<String> tools) {
        for (ToolClaims claim : claims) {
            if (claim.tools.equals(tools)) {
                return true;
            }
        }
        return false;
    }

    private static List<Phrase> phrases(List<String> written) {
        List<Phrase> phrases = new ArrayList<>(written.size());
        for (String phrase : written) {
            phrases.add(Phrase.of(phrase));
        }
        return phrases;
    }
}
