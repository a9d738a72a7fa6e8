package dev.retrial.statement;

import static dev.retrial.statement.Languages.words;

/** French; what is shortened before a vowel is a word of its own ({@code n'}, {@code c'}). */
final class French {

    static final Language LANGUAGE = new Language(
            "fr",
            words(
                    "le la les vous votre nous je est et pas de des un une pour notre vos du avez merci \u00E0 que au ne n'"
                            + " c' d' l' j' qu' vos ce cette sont si avons dans sur veuillez"),
            words(
                    "je j' nous vous il elle ils elles on ce c' cela \u00E7a personne votre notre vos nos le la les un une l'"
                            + " mon ma"),
            words(
                    "est sont \u00E9tait \u00E9taient sera seront suis \u00EAtes sommes ai a avons avez ont avait aviez peux peut pouvons"
                            + " pouvez doit devez faut offre offrons propose proposons comprend inclut dispose disposez b\u00E9n\u00E9ficiez"
                            + " reste dure vaut va vais serait aurait auriez pourrait pourriez seraient couvre existe gardons"),
            words(
                    "qui que quoi quand o\u00F9 pourquoi comment combien quel quelle quels quelles est avez pouvez pourriez"
                            + " voulez souhaitez puis peut cherchez avons sont a as autre vous"),
            Cues.of(
                    "pas|jamais|aucun|aucune|rien|personne ne|personne n'|nulle|nul|gu\u00E8re|ni|impossible|ne _ plus|ne _ _ plus"
                            + "|n' _ plus|n' _ _ plus"),
            Cues.of("pas|jamais|aucun|aucune|impossible|exclu|exclue|indisponible|inexistant*|n' est plus|ne sont plus"
                    + "|n' existe|n' est|ne sont|n' a|hors de question|supprim\u00E9*"),
            Cues.of("sans|au lieu de|au lieu d'|plut\u00F4t que|et non|et pas|sauf|hormis"),
            Cues.of(
                    "pas de souci|pas de soucis|pas de probl\u00E8me|n' h\u00E9sitez pas|n' oubliez pas|ne vous inqui\u00E9tez pas"
                            + "|pas seulement|non seulement|sans doute|sans aucun doute|sans probl\u00E8me|aucun souci|aucun probl\u00E8me"
                            + "|aucun doute|ne tardez pas|pas d' inqui\u00E9tude|pourquoi pas|pas moins de|soyez sans crainte"
                            + "|n' est ce pas|de rien|pas plus tard que|pas grave"),
            Cues.of(
                    "refus*|impossible|exclu|exclue|doute|faux|fausse|erreur|contest*|ni\u00E9|autrefois|ignorez|auparavant|malentendu"),
            Cues.of("oubli*|inqui\u00E9t*|sais|savez|savais|ignor*"),
            Cues.of("n\u00E9cessaire pour|requise pour|requis pour|besoin de _ pour|besoin d' _ pour"),
            words("et ou puis"),
            words("mais cependant toutefois pourtant n\u00E9anmoins tandis alors"),
            Cues.of("parce|car|puisque|puisqu'|afin"),
            Cues.of(
                    "si|s' il|s' ils|lorsque|lorsqu'|quand|d\u00E8s que|d\u00E8s qu'|\u00E0 condition|\u00E0 moins|pourvu|en cas|au cas|m\u00EAme si|une fois"
                            + "|tant que|sous r\u00E9serve|jusqu'|seulement si|uniquement si"),
            Cues.of(
                    "m\u00EAme si|\u00E0 moins|si vous avez des questions|si besoin|si vous le souhaitez|si vous souhaitez"
                            + "|si vous voulez|si n\u00E9cessaire|s' il vous pla\u00EEt|si vous avez besoin|si vous pr\u00E9f\u00E9rez|jusqu'|si vous avez d'"),
            words("eussiez"),
            Cues.of("quant \u00E0 savoir si|savoir si|v\u00E9rifier si|demander si|demandez si"),
            Cues.of("que|qu'"),
            Cues.of("qui|dont|o\u00F9|lequel|laquelle"),
            Cues.of(
                    "dit|disait|indiqu\u00E9*|annonc\u00E9*|promis*|mentionn\u00E9*|\u00E9crit*|affirm\u00E9*|assur\u00E9*|parl\u00E9|inform\u00E9*|communiqu\u00E9*"
                            + "|propos\u00E9*|cit\u00E9*|pr\u00E9tendu*|signal\u00E9*|r\u00E9pondu|garanti*|affichait|lu|entendu|donn\u00E9*|pr\u00E9cis\u00E9*"),
            Cues.of(
                    "vous avez dit|vous avez \u00E9crit|vous avez mentionn\u00E9|vous avez lu|vous disiez|vous dites|vous indiquez"
                            + "|vous mentionnez|vous avez indiqu\u00E9|on vous a|vous parlez|vous pensiez"),
            Cues.of("comme"),
            Cues.of(
                    "faux|fausse|erreur|erron\u00E9*|incorrect*|inexact*|pas vrai|pas exact|pas correct|pas juste|tromp\u00E9*|\u00E0 tort"
                            + "|par erreur|malentendu|p\u00E9rim\u00E9*|obsol\u00E8te|n' est pas le cas|n' \u00E9tait pas le cas|pas le cas|rectifi*|corriger"
                            + "|n' existe pas|inexistant*|n' aurait pas d\u00FB|n' aurions pas d\u00FB|ne s' applique pas|confusion|invent\u00E9*|m\u00E9prise"),
            Cues.of("d\u00E9sol\u00E9*|excus*|malheureusement|navr\u00E9*|pardon|regret*|en r\u00E9alit\u00E9|en fait"),
            Cues.of(
                    "malheureusement|mais|en r\u00E9alit\u00E9|cependant|toutefois|en fait|notre politique|notre d\u00E9lai|le bon"),
            Cues.of(
                    "c'|ce|cela|\u00E7a|cette|ces|il s'|elle|ils|nous nous sommes|je me suis|d\u00E9sol\u00E9*|toutes nos excuses|veuillez nous"),
            Cues.of(
                    "peut \u00EAtre|\u00E9ventuellement|serait|seraient|seriez|serais|aurait|auriez|auraient|aurais|pourrait|pourriez|pourraient|pourrais|devrait"
                            + "|devriez|b\u00E9n\u00E9ficieriez|obtiendriez|disposeriez|passerait|recevriez|voudrait|irait|ferait|ferions|pourrions"
                            + "|aurions|serions|co\u00FBterait"),
            Cues.of("aimerais|aimerions|voudrais|souhaiterais|souhaiterions|aurais le plaisir"),
            Cues.of(
                    "travaillons|pr\u00E9voyons|pr\u00E9vu*|envisageons|\u00E0 l' avenir|prochainement|bient\u00F4t|l' ann\u00E9e prochaine|un jour"
                            + "|esp\u00E9rons|projet|feuille de route|prochaine version|\u00E0 l' \u00E9tude|\u00E9tudions|ult\u00E9rieur*|avons l' intention|comptons|en cours de d\u00E9veloppement|d\u00E9veloppons|\u00E0 terme|seront disponibles|sera disponible|\u00E0 venir"));

    private French() {}
}
