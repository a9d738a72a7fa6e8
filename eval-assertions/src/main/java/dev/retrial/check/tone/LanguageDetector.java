package dev.retrial.check.tone;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/** OpenNLP's language detector. The only class that knows OpenNLP, so that nobody else needs it on the class path. */
final class LanguageDetector {

    private static final String MODEL = "langdetect-183.bin";

    /** By how much the likeliest language has to be ahead of another one to rule it out. */
    private static final double AHEAD = 1.3;

    /** Names that the model has for what ISO 639-1 has one of. */
    private static final Map<String, String> ISO = Map.ofEntries(
            Map.entry("cmn", "zh"),
            Map.entry("nan", "zh"),
            Map.entry("nob", "no"),
            Map.entry("nno", "no"),
            Map.entry("pes", "fa"),
            Map.entry("lvs", "lv"),
            Map.entry("ekk", "et"),
            Map.entry("plt", "mg"));

    private static @Nullable LanguageDetector loaded;

    private final LanguageDetectorModel model;
    private final Map<String, String> codes = new HashMap<>();

    private LanguageDetector(LanguageDetectorModel model) {
        this.model = model;
        for (String language : Locale.getISOLanguages()) {
            codes.put(Locale.forLanguageTag(language).getISO3Language(), language);
        }
        codes.putAll(ISO);
    }

    /** The detector, read once in a JVM; null where its model is not on the class path. */
    static synchronized @Nullable LanguageDetector loaded() {
        if (loaded == null) {
            try (InputStream model = model()) {
                loaded = model == null ? null : new LanguageDetector(new LanguageDetectorModel(model));
            } catch (IOException e) {
                throw new IllegalStateException("the model of the language detector cannot be read", e);
            }
        }
        return loaded;
    }

    private static @Nullable InputStream model() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        InputStream found = context == null ? null : context.getResourceAsStream(MODEL);
        return found == null ? LanguageDetector.class.getResourceAsStream("/" + MODEL) : found;
    }

    /** Whether the model has this language. */
    boolean knows(String language) {
        for (String label : new LanguageDetectorME(model).getSupportedLanguages()) {
            if (code(label).equals(language)) {
                return true;
            }
        }
        return false;
    }

    /** The languages of a text, the likeliest first. */
    Guess guess(String text) {
        Map<String, Double> confidences = new HashMap<>();
        String first = "";
        double best = 0;
        double second = 0;
        for (Language language : new LanguageDetectorME(model).predictLanguages(text)) {
            String code = code(language.getLang());
            if (confidences.putIfAbsent(code, language.getConfidence()) == null) {
                if (first.isEmpty()) {
                    first = code;
                    best = language.getConfidence();
                } else if (second == 0) {
                    second = language.getConfidence();
                }
            }
        }
        return new Guess(first, best, second, confidences);
    }

    private String code(String label) {
        return codes.getOrDefault(label, label);
    }

    /** What a text's language may be. */
    record Guess(String language, double best, double second, Map<String, Double> confidences) {

        boolean is(String wanted) {
            return language.equals(wanted);
        }

        /** Whether another language is so much likelier that it is not this one. */
        boolean isAnother(String wanted) {
            return best >= AHEAD * confidences.getOrDefault(wanted, 0.0);
        }

        /** Whether no other language is likely. */
        boolean isClear() {
            return best >= AHEAD * second;
        }
    }
}
