package dev.retrial.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What became of one user project in one build.
 *
 * @param name its artifact id
 * @param directory its copy, as it was built
 * @param status {@code SUCCESS} or {@code FAILURE}, as Maven's reactor summary says
 * @param log what Maven printed about it
 */
record UserProject(String name, Path directory, String status, String log) {

    /** The test cases in Surefire's XML report of a class; none where there is no report. */
    List<Reported> reported(String testClass) {
        Path report = directory.resolve("target/surefire-reports/TEST-" + testClass + ".xml");
        List<Reported> all = new ArrayList<>();
        if (!Files.exists(report)) {
            return all;
        }
        NodeList cases = parse(report).getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element each = (Element) cases.item(i);
            all.add(new Reported(
                    each.getAttribute("classname"), each.getAttribute("name"), resultOf(each), each.getTextContent()));
        }
        return all;
    }

    /** The directories of the runs of a suite that wrote results. */
    List<Path> runs(String suite) {
        Path results = directory.resolve("target/retrial").resolve(suite);
        if (!Files.isDirectory(results)) {
            return List.of();
        }
        try (Stream<Path> runs = Files.list(results)) {
            return runs.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Result resultOf(Element testCase) {
        if (testCase.getElementsByTagName("failure").getLength() > 0) {
            return Result.FAILED;
        }
        if (testCase.getElementsByTagName("error").getLength() > 0) {
            return Result.ERROR;
        }
        if (testCase.getElementsByTagName("skipped").getLength() > 0) {
            return Result.SKIPPED;
        }
        boolean flaky = testCase.getElementsByTagName("flakyFailure").getLength() > 0
                || testCase.getElementsByTagName("flakyError").getLength() > 0;
        return flaky ? Result.FLAKY : Result.PASSED;
    }

    private static Element parse(Path report) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
        } catch (SAXException e) {
            throw new AssertionError("Surefire left a torn report: " + report, e);
        } catch (IOException | ParserConfigurationException e) {
            throw new AssertionError(report.toString(), e);
        }
    }

    /** How Surefire reports a test. */
    enum Result {
        PASSED,
        FAILED,
        ERROR,
        SKIPPED,
        FLAKY
    }

    /**
     * A test case of a report.
     *
     * @param className the class that it is reported under
     * @param name its display name
     * @param result how it ended
     * @param text the failure's message and trace, and what was printed
     */
    record Reported(String className, String name, Result result, String text) {}
}
