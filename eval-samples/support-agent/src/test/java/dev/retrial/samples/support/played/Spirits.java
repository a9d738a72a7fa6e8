package dev.retrial.samples.support.played;

/**
 * How cheerful a reply comes out.
 * The narrowest instruction wins: the persona's, then that of the subject, then the one for everything.
 * Left to itself the model is as cheerful as can be.
 */
enum Spirits {
    SOBER,
    WARM,
    BUBBLY;

    static Spirits of(Instructions instructions, boolean aboutDocuments) {
        if (instructions.say("no exclamation marks, no emoji")) {
            return SOBER;
        }
        if (instructions.say("one exclamation mark and one emoji are fine")) {
            return WARM;
        }
        if (aboutDocuments && instructions.say("a sober matter: no exclamation marks")) {
            return SOBER;
        }
        if (aboutDocuments && instructions.say("in an upbeat voice, with exclamation marks")) {
            return BUBBLY;
        }
        return instructions.say("no exclamation marks and no emoji, unless") ? SOBER : BUBBLY;
    }

    String lift(String text, boolean goodNews) {
        return switch (this) {
            case SOBER -> text;
            case WARM -> goodNews ? text + " 🙂" : text;
            case BUBBLY -> "Great question!!! " + text + " 😊";
        };
    }
}
