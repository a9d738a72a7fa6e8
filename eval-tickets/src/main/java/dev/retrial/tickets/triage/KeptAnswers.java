package dev.retrial.tickets.triage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Where a judge's answers are kept, by a hash of all that they rest on, so that no ticket is judged twice. Used by several threads at once. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface KeptAnswers {

    /** The answer that was kept, or null. */
    @Nullable
    String find(String hash);

    /** Keeps an answer, of which only the line that answers is given; where that is not possible, the next run asks again. */
    void keep(String hash, String answer);

    /** Keeps the last ones in memory, for as long as the process lives. */
    static KeptAnswers inMemory(int most) {
        Map<String, String> kept = Collections.synchronizedMap(new LinkedHashMap<String, String>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > most;
            }
        });
        return new KeptAnswers() {
            @Override
            public @Nullable String find(String hash) {
                return kept.get(hash);
            }

            @Override
            public void keep(String hash, String answer) {
                kept.put(hash, answer);
            }
        };
    }
}
