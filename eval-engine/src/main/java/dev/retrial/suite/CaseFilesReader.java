package dev.retrial.suite;

import dev.retrial.suite.SuiteDirectory.Listed;
import dev.retrial.suite.yaml.TextPool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Reads many case files, on as many threads as there are processors where they are many: parsing is what discovery spends its time with. */
final class CaseFilesReader {

    /** What a thread must have to read to be worth its start and its own word pool. */
    private static final int FILES_PER_THREAD = 100;

    private final SuiteFrame frame;
    private final List<Listed> files;
    private final ReadFile[] read;

    private CaseFilesReader(SuiteFrame frame, List<Listed> files) {
        this.frame = frame;
        this.files = files;
        this.read = new ReadFile[files.size()];
    }

    /**
     * What became of a file.
     *
     * @param file the case, or what is broken
     * @param warnings what is probably not meant
     */
    record ReadFile(CaseFile file, List<Problem> warnings) {}

    /** Reads the files; what was read of each, in their order. */
    static ReadFile[] read(SuiteFrame frame, List<Listed> files) {
        CaseFilesReader reader = new CaseFilesReader(frame, files);
        SharedWork.run(files.size(), FILES_PER_THREAD, reader::onOneThread);
        return reader.read;
    }

    private IntConsumer onOneThread() {
        CaseFileReader reader = new CaseFileReader(frame, new TextPool());
        return index -> {
            List<Problem> warnings = new ArrayList<>(0);
            CaseFile file = reader.read(files.get(index), warnings);
            read[index] = new ReadFile(file, List.copyOf(warnings));
        };
    }
}
