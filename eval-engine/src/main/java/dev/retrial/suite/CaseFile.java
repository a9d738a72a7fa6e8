package dev.retrial.suite;

import org.apiguardian.api.API;

/** A file below {@code cases/}: a case, or what is broken. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface CaseFile permits EvalCase, BrokenFile {

    /** The file, relative to the suite's directory, with {@code /}. */
    String file();
}
