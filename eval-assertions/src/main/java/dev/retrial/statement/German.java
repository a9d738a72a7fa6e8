package dev.retrial.statement;

import static dev.retrial.statement.Languages.words;

/** German. */
final class German {

    static final Language LANGUAGE = new Language(
            "de",
            words(
                    "der die das ist sind wir ich sie ihnen ihr ihre ihren ihrer und nicht f\u00FCr mit wenn bei haben hat"
                            + " den dem ein eine einen bitte von wie es auf kein keine uns unser unsere wurde habe wird zu oder"),
            words("ich wir sie er es man das dies diese dieser jeder niemand der die ihre ihr ihnen unsere unser mein"
                    + " meine ein eine bei"),
            words(
                    "ist sind war waren bin hat haben habe hatte hatten wird werden wurde wurden kann k\u00F6nnen gibt gilt"
                            + " gelten galt galten betr\u00E4gt bieten bietet erhalten erh\u00E4lt bekommen bekommt d\u00FCrfen darf soll sollen"
                            + " muss m\u00FCssen m\u00F6chte m\u00F6chten l\u00E4uft liegt bleibt bleiben geh\u00F6rt enth\u00E4lt umfasst w\u00E4re w\u00E4ren"
                            + " w\u00FCrde w\u00FCrden h\u00E4tte h\u00E4tten k\u00F6nnte k\u00F6nnten kommt kommen deckt steht dauert dauern kostet kosten braucht brauchen verf\u00E4llt endet geht"),
            words(
                    "wer was wann wo warum wieso wie welche welcher welches welchen welchem wessen woher wohin hat haben ist"
                            + " sind war waren kann k\u00F6nnen k\u00F6nnten darf d\u00FCrfen wird werden wurde wurden soll sollen m\u00F6chten"
                            + " wollen w\u00FCrden h\u00E4tten gibt sonst noch suchen meinen"),
            Cues.of("nicht|kein|keine|keinen|keinem|keiner|keinerlei|keines|nie|niemals|niemand|niemandem|nichts|weder"
                    + "|noch nie|kaum|nirgends|keinesfalls|keineswegs"),
            Cues.of(
                    "nicht|nie|niemals|keinesfalls|keineswegs|unm\u00F6glich|ausgeschlossen|ist kein|ist keine|sind keine"
                            + "|sind kein|war kein|war keine|gibt es keine|gibt es kein|gibt es keinen|haben wir keine"
                            + "|haben wir kein|haben wir keinen|eingestellt|nicht verf\u00FCgbar|leider nein"),
            Cues.of("ohne|statt|anstatt|anstelle|au\u00DFer|und nicht|und kein|und keine"),
            Cues.of(
                    "nicht nur|nicht zuletzt|keine sorge|kein problem|ohne zweifel|kein zweifel|nicht vergessen"
                            + "|vergessen sie nicht|z\u00F6gern sie nicht|keine frage|nicht wahr|nicht weniger als|nicht mehr als"
                            + "|nichts weiter als|warum nicht|nicht ohne|keine ursache|keine angst|sorgen sie sich nicht"
                            + "|nicht bloss|nicht blo\u00DF|machen sie sich keine|nicht schlimm|kein grund zur|nicht sp\u00E4ter als"),
            Cues.of(
                    "lehn*|ausgeschlossen|unm\u00F6glich|bezweifle*|falsch|unzutreffend|verweiger*|eingestellt|bestreite*"
                            + "|fehler|irrtum|fr\u00FCher|ehemals|missverst\u00E4ndnis|ignorieren"),
            Cues.of("vergess*|wei\u00DF|wissen|wusste*|sorge*|zweifel*"),
            Cues.of("ben\u00F6tigt um|n\u00F6tig um|erforderlich um|ben\u00F6tigen sie um"),
            words("und oder sowie"),
            words("aber sondern jedoch doch allerdings hingegen w\u00E4hrend obwohl dagegen"),
            Cues.of("weil|da|denn|damit|sodass"),
            Cues.of(
                    "wenn|falls|sofern|sobald|solange|vorausgesetzt|angenommen|im falle|f\u00FCr den fall|auch wenn|selbst wenn"
                            + "|nur wenn|bis|h\u00E4tten sie|sollten sie|sollte|w\u00E4ren sie|unter der bedingung|au\u00DFer wenn"),
            Cues.of(
                    "auch wenn|selbst wenn|bis|wenn sie fragen|wenn sie noch fragen|wenn sie m\u00F6chten|wenn sie wollen"
                            + "|wenn sie m\u00F6gen|au\u00DFer wenn|bei bedarf|falls sie noch|falls sie m\u00F6chten|wenn n\u00F6tig|wenn etwas"),
            words("h\u00E4tte h\u00E4tten sollte sollten w\u00E4re w\u00E4ren w\u00FCrde w\u00FCrden"),
            Cues.of("ob"),
            Cues.of("dass|da\u00DF"),
            Cues.of("welche|welcher|welches"),
            Cues.of(
                    "gesagt|sagte|sagten|sagt|genannt|nannte|nannten|versprochen|versprach|erw\u00E4hnt|erw\u00E4hnte|behauptet"
                            + "|behauptete|geschrieben|schrieb|schrieben|angegeben|gab an|mitgeteilt|teilte|zugesagt|informiert"
                            + "|stand|steht|hie\u00DF es|in aussicht gestellt|zugesichert|angek\u00FCndigt|erkl\u00E4rt|erkl\u00E4rte|meinte|gelesen"
                            + "|geh\u00F6rt|gemeldet|meldete|die rede|antwortete|geantwortet|angeboten"),
            Cues.of("sie sagten|sie sagen|sie schrieben|sie schreiben|sie erw\u00E4hn*|sie haben geschrieben"
                    + "|sie haben gesagt|sie haben gelesen|sie haben geh\u00F6rt|sie haben erw\u00E4hnt|sie meinten|sie meinen"
                    + "|ihnen wurde gesagt|ihnen wurden|wurde ihnen|wurden ihnen"),
            Cues.of("wie"),
            Cues.of(
                    "falsch*|fehler|fehlerhaft*|irrt\u00FCmlich*|irrtum|stimmt nicht|stimmte nicht|nicht richtig|nicht korrekt"
                            + "|nicht wahr|unzutreffend|inkorrekt|nicht zutreffend|trifft nicht zu|traf nicht zu|missverst\u00E4nd*"
                            + "|versehen|versehentlich|unrichtig*|veraltet*|gilt nicht|galt nicht|nicht der fall|gibt es nicht"
                            + "|stimmt so nicht|stimmt leider nicht|verwechsl*|nie passiert|erfunden|so nicht|nicht zutrifft"
                            + "|korrigieren|tippfehler|ignorieren|nehme ich zur\u00FCck|nehmen wir zur\u00FCck|richtigstell*|richtig zu stellen"),
            Cues.of("entschuldig*|leid|leider|verzeihung|bedauer*|tats\u00E4chlich|in wirklichkeit|bitten um"),
            Cues.of(
                    "leider|aber|jedoch|tats\u00E4chlich|richtig ist|allerdings|in wahrheit|in wirklichkeit|unsere richtlinie"
                            + "|korrekt"),
            Cues.of(
                    "das|dies|diese|dieser|dieses|es|dabei|sie|da|hier|daf\u00FCr|ich habe mich|wir haben uns|entschuldig*"
                            + "|tut mir|leider|hierbei|beides"),
            Cues.of(
                    "vielleicht|m\u00F6glicherweise|eventuell|unter umst\u00E4nden|w\u00FCrde*|w\u00E4re*|h\u00E4tte*|k\u00F6nnte*|d\u00FCrfte*|g\u00E4lte*|bek\u00E4me*"),
            Cues.of("w\u00FCrde gern*|w\u00FCrden gern*|m\u00F6chte*|h\u00E4tte gern*"),
            Cues.of(
                    "arbeiten an|arbeiten wir|arbeiten derzeit|planen|geplant|k\u00FCnftig|zuk\u00FCnftig|in zukunft|eines tages"
                            + "|n\u00E4chstes jahr|n\u00E4chsten jahr|im kommenden|demn\u00E4chst|roadmap|sp\u00E4teren version|pr\u00FCfen derzeit|\u00FCberlegen"
                            + "|vorhaben|haben vor|beabsichtig*|hoffen|in planung|in arbeit|n\u00E4chsten version|sp\u00E4ter einmal|bald|in entwicklung|entwickeln|vorgesehen|angedacht|im laufe des jahres|irgendwann|wollen wir"));

    private German() {}
}
