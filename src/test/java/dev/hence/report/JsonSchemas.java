package dev.hence.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Validates JSON by the schemas that are published for it. */
public final class JsonSchemas {
  private JsonSchemas() {}

  /** What is wrong with a report of Hence. */
  public static List<String> wrongWithReport(String json) {
    return errors(
        json, "/dev/hence/report/json/report.schema.json", SpecificationVersion.DRAFT_2020_12);
  }

  /** What is wrong with a SARIF log, by the schema of OASIS. */
  public static List<String> wrongWithSarif(String json) {
    return errors(json, "/schema/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7);
  }

  private static List<String> errors(String json, String schema, SpecificationVersion version) {
    try (InputStream in = JsonSchemas.class.getResourceAsStream(schema)) {
      return SchemaRegistry.withDefaultDialect(version)
          .getSchema(in)
          .validate(json, InputFormat.JSON)
          .stream()
          .map(Error::toString)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
