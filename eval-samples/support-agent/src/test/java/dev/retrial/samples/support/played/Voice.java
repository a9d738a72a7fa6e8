package dev.retrial.samples.support.played;

/** How the model speaks. */
enum Voice {
    FORMAL,
    FRIENDLY,
    TERSE;

    /** The wording of this voice. */
    String of(String formal, String friendly, String terse) {
        return switch (this) {
            case FORMAL -> formal;
            case FRIENDLY -> friendly;
            case TERSE -> terse;
        };
    }
}
