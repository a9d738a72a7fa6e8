package dev.retrial.suite;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.retrial.suite.yaml.Shape;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** Holds a file against its shipped schema, as an editor does and as we do. */
final class SchemaCheck {

    private SchemaCheck() {}

    static boolean weAccept(String kind, String yaml) {
        List<String> complaints = new ArrayList<>();
        YamlNode node = YamlReader.read(yaml, (line, column, reason) -> complaints.add(reason));
        Shape shape = switch (kind) {
            case "suite" -> Schemas.suite();
            case "cohorts" -> Schemas.cohorts();
            case "tools" -> Schemas.tools();
            case "policies" -> Schemas.policies();
            case "catalogue" -> Schemas.catalogue();
            default -> Schemas.evalCase();
        };
        return shape.accepts(node, kind, (line, column, reason) -> complaints.add(reason)) && complaints.isEmpty();
    }

    /** Asks a validator that knows nothing of ours. */
    static boolean editorAccepts(String kind, String yaml) {
        return editorComplaints(kind, yaml).isEmpty();
    }

    static List<String> editorComplaints(String kind, String yaml) {
        YamlNode node = YamlReader.read(yaml, (line, column, reason) -> {
            throw new AssertionError(reason);
        });
        Shape shape = switch (kind) {
            case "suite" -> Schemas.suite();
            case "cohorts" -> Schemas.cohorts();
            case "tools" -> Schemas.tools();
            case "policies" -> Schemas.policies();
            case "catalogue" -> Schemas.catalogue();
            default -> Schemas.evalCase();
        };
        String json = shape.json(node, new TextPool()).toString();
        List<String> complaints = new ArrayList<>();
        SchemaRegistry.withDialect(Dialects.getDraft202012())
                .getSchema(ShippedSchemas.text(ShippedSchemas.assembled(kind)))
                .validate(json, InputFormat.JSON)
                .forEach(message -> complaints.add(message.toString()));
        return complaints;
    }
}
