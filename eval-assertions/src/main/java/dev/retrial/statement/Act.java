package dev.retrial.statement;

import java.util.Set;

/** What agents do for customers, and the words in which they claim to have done it. */
@SuppressWarnings("ImmutableEnumChecker") // Cues are never changed once they are made.
enum Act {
    REFUND(
            "refund reimburse reimbursement payback moneyback",
            Cues.of(
                    "refunded|reimbursed|credited|paid you back|returned your money|sent your money back",
                    "erstattet|zur\u00FCckerstattet|r\u00FCckerstattet|gutgeschrieben|zur\u00FCckgezahlt|zur\u00FCck\u00FCberwiesen",
                    "rembours\u00E9*|recr\u00E9dit\u00E9*"),
            Cues.of(
                    "issued|processed|sent|made|arranged|initiated|approved|completed|triggered|put through|requested"
                            + "|started|authorised|authorized|submitted|granted|given|gave",
                    "veranlasst|ausgel\u00F6st|angewiesen|\u00FCberwiesen|eingeleitet|bearbeitet|vorgenommen|gebucht",
                    "effectu\u00E9*|\u00E9mis*|lanc\u00E9*|trait\u00E9*|proc\u00E9d\u00E9|initi\u00E9*"),
            Cues.of("refund|refunds|reimbursement|erstattung|r\u00FCckerstattung|gutschrift|remboursement")),
    ESCALATE(
            "escalate escalation handoff handover transfer human forward",
            Cues.of(
                    "escalated|handed over|handed _ over|handed _ _ over|handed off|handed _ off|handed this|handed it"
                            + "|handed your|forwarded|passed on|passed along|passed this|passed it|passed your"
                            + "|passed _ on|looped in|brought in",
                    "weitergeleitet|eskaliert|\u00FCbergeben|weitergegeben",
                    "transmis*|transf\u00E9r\u00E9*|escalad\u00E9*|relay\u00E9*|remont\u00E9*"),
            Cues.of("transferred|raised|flagged|reported|routed|connected|alerted|notified|informed|opened|sent"),
            Cues.of("team|colleague|colleagues|specialist|specialists|engineer|engineers|supervisor|manager|department"
                    + "|human|escalation")),
    CANCEL(
            "cancel cancellation terminate unsubscribe",
            Cues.of(
                    "cancelled|canceled|terminated|unsubscribed",
                    "gek\u00FCndigt|storniert",
                    "r\u00E9sili\u00E9*|annul\u00E9*"),
            Cues.of("ended|stopped|closed|processed", "beendet|bearbeitet", "trait\u00E9*"),
            Cues.of("subscription|membership|cancellation|abo|k\u00FCndigung|abonnement|r\u00E9siliation")),
    NOTE(
            "note notes comment remark memo",
            Cues.of(
                    "noted this|noted it|noted your|noted the|noted that|documented|made a note",
                    "notiert|vermerkt",
                    "not\u00E9|not\u00E9e"),
            Cues.of(
                    "added|left|made|put|recorded|written|attached",
                    "hinterlassen|hinterlegt|hinzugef\u00FCgt",
                    "ajout\u00E9*|laiss\u00E9*"),
            Cues.of("note|notes|comment|notiz|vermerk|commentaire")),
    LOOKUP(
            "lookup look get find search check fetch list read query status view retrieve",
            Cues.of(
                    "checked|looked up|looked into|looked at|looked it up|looked _ up|looked _ _ up|reviewed|verified"
                            + "|pulled up|had a look|taken a look|took a look|inspected|investigated",
                    "gepr\u00FCft|\u00FCberpr\u00FCft|nachgesehen|nachgeschaut|nachgeschlagen|angesehen",
                    "v\u00E9rifi\u00E9*|consult\u00E9*|contr\u00F4l\u00E9*|examin\u00E9*"),
            Cues.NONE,
            Cues.NONE),
    UPDATE(
            "update change modify edit",
            Cues.of(
                    "updated|changed|modified|adjusted|switched",
                    "aktualisiert|ge\u00E4ndert|angepasst|umgestellt",
                    "modifi\u00E9*|chang\u00E9*|mis \u00E0 jour|mise \u00E0 jour|mises \u00E0 jour"),
            Cues.NONE,
            Cues.NONE),
    SEND(
            "send email mail sms resend",
            Cues.of("sent|emailed|mailed|resent", "gesendet|geschickt|zugesandt|zugeschickt", "envoy\u00E9*"),
            Cues.NONE,
            Cues.NONE),
    CREATE(
            "create open file submit",
            Cues.of("created|opened|filed|submitted", "erstellt|angelegt|er\u00F6ffnet", "cr\u00E9\u00E9*|ouvert*"),
            Cues.NONE,
            Cues.NONE),
    DELETE(
            "delete remove erase purge",
            Cues.of("deleted|removed|erased|wiped", "gel\u00F6scht|entfernt", "supprim\u00E9*|effac\u00E9*"),
            Cues.NONE,
            Cues.NONE),
    BOOK(
            "book schedule reserve",
            Cues.of("booked|scheduled|reserved", "gebucht|reserviert|vereinbart", "r\u00E9serv\u00E9*|planifi\u00E9*"),
            Cues.NONE,
            Cues.NONE),
    RESET("reset", Cues.of("reset", "zur\u00FCckgesetzt", "r\u00E9initialis\u00E9*"), Cues.NONE, Cues.NONE),
    APPLY(
            "apply discount coupon voucher",
            Cues.of("applied", "angewendet|angewandt|gew\u00E4hrt", "appliqu\u00E9*"),
            Cues.of("added|given|granted"),
            Cues.of("discount|coupon|voucher|credit")),
    UPGRADE("upgrade downgrade", Cues.of("upgraded|downgraded", "hochgestuft|herabgestuft"), Cues.NONE, Cues.NONE),
    EXTEND(
            "extend renew",
            Cues.of("extended|renewed", "verl\u00E4ngert", "prolong\u00E9*|renouvel\u00E9*"),
            Cues.NONE,
            Cues.NONE),
    REPLACE(
            "replace replacement reship exchange",
            Cues.of("replaced|reshipped|exchanged", "ersetzt|umgetauscht", "remplac\u00E9*|\u00E9chang\u00E9*"),
            Cues.of("sent|shipped|ordered|arranged"),
            Cues.of("replacement")),
    UNLOCK(
            "unlock activate enable reactivate",
            Cues.of(
                    "unlocked|activated|enabled|reactivated",
                    "entsperrt|aktiviert|freigeschaltet",
                    "d\u00E9bloqu\u00E9*|activ\u00E9*"),
            Cues.NONE,
            Cues.NONE),
    LOCK(
            "lock block disable deactivate suspend",
            Cues.of(
                    "locked|blocked|disabled|deactivated|suspended",
                    "gesperrt|deaktiviert",
                    "bloqu\u00E9*|d\u00E9sactiv\u00E9*"),
            Cues.NONE,
            Cues.NONE);

    private final Set<String> toolWords;

    /** Says by itself that it was done. */
    final Cues done;

    /** Says so where one of {@link #nouns} stands in the same clause. */
    final Cues doneWith;

    /** The act as a noun. */
    final Cues nouns;

    Act(String toolWords, Cues done, Cues doneWith, Cues nouns) {
        this.toolWords = Languages.words(toolWords);
        this.done = done;
        this.doneWith = doneWith;
        this.nouns = nouns;
    }

    boolean isNamedBy(String toolWord) {
        return toolWords.contains(toolWord);
    }
}
