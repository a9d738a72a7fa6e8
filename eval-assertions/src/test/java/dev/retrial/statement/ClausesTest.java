package dev.retrial.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.statement.Statements.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClausesTest {

    /** A part with neither a verb nor a subject of its own has a hyphen behind its kind. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            You have 60 days.                            | main You have 60 days
            You have 60 days, but we have 30.            | main You have 60 days / contrast but we have 30
            You have 60 days but we have 30.             | main You have 60 days / contrast but we have 30
            We came, however, too late.                  | main We came / contrast- however / main- too late
            60 Tage haben Sie aber nicht.                | main 60 Tage haben Sie aber nicht
            Vous avez 60 jours mais pas plus.            | main Vous avez 60 jours / contrast- mais pas plus
            You have 60 days although it is late.        | main You have 60 days / contrast although it is late
            Hurry while you can.                         | main- Hurry / contrast while you can
            You can wait because you have 60 days.       | main You can wait / reason because you have 60 days
            You have had it since May.                   | main You have had it since May
            We wait since you are late.                  | main We wait / reason since you are late
            If you ask, we tell you.                     | condition- If you ask / main we tell you
            We tell you if you ask.                      | main We tell you / condition- if you ask
            It looks as if you had it.                   | main It looks as if you had it
            For once we agree.                           | main- For once we agree
            Once more we agree.                          | condition- Once more we agree
            You may keep it until 2 March.               | main You may keep it until 2 March
            You may keep it until you leave.             | main You may keep it / condition- until you leave
            Sie haben Zeit bis Montag.                   | main Sie haben Zeit bis Montag
            Sie haben Zeit bis Sie umziehen.             | main Sie haben Zeit / condition- bis Sie umziehen
            Had you asked, we had told you.              | condition Had you asked / main we had told you
            Had they asked, we had told them.            | condition Had they asked / main we had told them
            Had they asked?                              | main Had they asked
            You asked it once more.                      | main You asked it once more
            Had lunch, and was told.                     | main Had lunch / main and was told
            Should you ask, we tell you.                 | condition Should you ask / main we tell you
            Wie wenn es so w\u00E4re, gilt das.          | main Wie wenn es so w\u00E4re / main gilt das
            Es gilt wie wenn es so w\u00E4re.            | main Es gilt wie wenn es so w\u00E4re
            Sie sollten fragen, und wir antworten.       | main Sie sollten fragen / main- und wir antworten
            We ask whether it is so.                     | main We ask / whether whether it is so
            I don't know who said it.                    | main I don't know / whether- who said it
            I know what you mean.                        | main I know / whether- what you mean
            I met who said it.                           | main I met / relative- who said it
            Who said it is unclear.                      | main Who said it is unclear
            Ich wei\u00DF nicht, woher das ist.          | main Ich wei\u00DF nicht / whether woher das ist
            Ich wei\u00DF nicht woher das ist.           | main Ich wei\u00DF nicht woher das ist
            Je ne sais pas qui vous a dit cela.          | main Je ne sais pas / whether qui vous a dit cela
            You know that we have it.                    | main You know / complement that we have it
            You know, that we have it.                   | main You know / complement that we have it
            We like that.                                | main We like / complement- that
            We know, that is so.                         | main We know / main that is so
            Sie wissen, dass wir es haben.               | main Sie wissen / complement dass wir es haben
            Vous avez plus que 60 jours.                 | main Vous avez plus que 60 jours
            Vous avez moins que nous.                    | main Vous avez moins que nous
            Vous n'avez que 60 jours.                    | main Vous n'avez que 60 jours
            Vous ne l'avez que vous.                     | main Vous ne l'avez que vous
            Je dis que vous avez 60 jours.               | main Je dis / complement que vous avez 60 jours
            Je dis que 60 jours suffisent.               | main Je dis / complement- que 60 jours suffisent
            Vous savez que faire.                        | main Vous savez que faire
            The plan which we offer is good.             | main- The plan / relative which we offer is good
            Which plan do we offer, and who asks?        | main Which plan do we offer / main- and who asks
            Der Plan, der gilt, ist gut.                 | main- Der Plan / relative der gilt / main ist gut
            Der Plan: der gilt.                          | main- Der Plan / main der gilt
            Der Plan der gilt.                           | main Der Plan der gilt
            The plan, der gilt.                          | main- The plan / main- der gilt
            You have it and we have it.                  | main You have it / main and we have it
            You have it and keep it.                     | main You have it / main and keep it
            You have bread and butter.                   | main You have bread and butter
            You have bread and the butter is good.       | main You have bread / main and the butter is good
            You have bread and the good old butter.      | main You have bread and the good old butter
            You have bread and the good, is butter.      | main You have bread and the good / main is butter
            You have bread and your very very very very old butter is good. | main You have bread and your very very very very old butter is good
            You have bread and your very very very old butter is good. | main You have bread and your very very very old butter is good
            You have it and your sister and is it.       | main You have it and your sister / main and is it
            You have it and.                             | main You have it and
            Vous ne fumez et ne buvez pas.               | main Vous ne fumez / main- et ne buvez pas
            Hello, Dana, we are here.                    | main- Hello / main- Dana / main we are here
            Hello, you all, we are here.                 | main- Hello / main you all / main we are here
            Hello, you, we are here.                     | main- Hello / main- you / main we are here
            One two three four five six seven eight nine ten eleven, so. | main One two three four five six seven eight nine ten eleven / main- so
            One two three four five six seven eight nine ten, so. | main- One two three four five six seven eight nine ten / main- so
            Re-use it - now.                             | main- Re-use it / main- now
            """)
    void a_sentence_is_cut_into_clauses_of_their_kind(String text, String clauses) {
        assertThat(in(text)).isEqualTo(List.of(clauses.split(" / ", -1)));
    }

    @Test
    void a_sentence_may_have_many_clauses() {
        List<String> in = in("We came, ".repeat(20) + "but you are late; if you ask, we tell you.");

        assertThat(in).hasSize(23).endsWith("contrast but you are late", "condition- if you ask", "main we tell you");
    }

    private static List<String> in(String text) {
        Reading reading = Statements.of(text).reading(0);
        Clauses clauses = reading.clauses();
        List<String> in = new ArrayList<>();
        for (int i = 0; i < clauses.count(); i++) {
            in.add(clauses.kind(i).name().toLowerCase(Locale.ROOT)
                    + (clauses.isFull(i) ? " " : "- ")
                    + text.substring(
                            reading.sentence().startOf(clauses.start(i)),
                            reading.sentence().endOf(clauses.end(i) - 1)));
        }
        return in;
    }
}
